import { shareInterval } from "@server/kernel/share-interval";
import type { Band, Probability } from "../../contract";

/** Share of the draws that met, and how sure the number of draws makes it. Missing data never count as met. */
export const probability = (draws: number, met: number, notEvaluable: number): Probability =>
  draws === 0
    ? { draws, met, notEvaluable, pass: null, standardError: null, low: null, high: null }
    : { draws, met, notEvaluable, pass: met / draws, ...shareInterval(draws, met) };

/** Quantile of sorted values, straight between neighbours. */
const quantile = (sorted: Float64Array, part: number): number | null => {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const low = sorted[below];
  if (low === undefined) return null;
  const high = sorted[below + 1];
  return high === undefined ? low : low + (high - low) * (place - below);
};

/** Quantiles of the values that are known. */
export const bandOf = (values: Float64Array): Band => {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return {
    known: known.length,
    p10: quantile(known, 0.1),
    p25: quantile(known, 0.25),
    p50: quantile(known, 0.5),
    p75: quantile(known, 0.75),
    p90: quantile(known, 0.9),
  };
};

/** Pearson's correlation; null where either never varies or there is nothing to compare. */
export const correlation = (left: Float64Array, right: Float64Array): number | null => {
  const count = left.length;
  let leftSum = 0;
  let rightSum = 0;
  for (let i = 0; i < count; i += 1) {
    leftSum += left[i] ?? Number.NaN;
    rightSum += right[i] ?? Number.NaN;
  }
  const leftMean = leftSum / count;
  const rightMean = rightSum / count;
  let together = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (let i = 0; i < count; i += 1) {
    const a = (left[i] ?? Number.NaN) - leftMean;
    const b = (right[i] ?? Number.NaN) - rightMean;
    together += a * b;
    leftSquares += a * a;
    rightSquares += b * b;
  }
  // What a sum of rounding errors leaves is no variation.
  const least = 1e-24 * count * Math.max(1, leftMean * leftMean);
  if (!(leftSquares > least) || !(rightSquares > 0)) return null;
  return together / (Math.sqrt(leftSquares) * Math.sqrt(rightSquares));
};
