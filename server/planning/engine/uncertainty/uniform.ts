import type { UncertainInput } from "../../contract";
import { threefry4x32, threefryKey } from "./threefry";

/** Position of an input in the counter. A new input takes the next number, so that the draws of the others stay. */
export const streamOf: Readonly<Record<UncertainInput, number>> = {
  entrants: 1,
  progression: 2,
  migration: 3,
  attrition: 4,
  replacement: 5,
  gains: 6,
  priceGrowth: 7,
  fulfilment: 8,
  training: 9,
  delay: 10,
  cost: 11,
};

/** What all schools, or all levers, have in common. */
export const common = 0;

/** Number of a school or lever in the counter, from its code alone: neither its row nor its neighbours matter (FNV-1a, never `common`). */
export const subjectOf = (code: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < code.length; i += 1) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return hash === common ? 1 : hash;
};

/** Numbers evenly spread over (0, 1): draw k of input j in year t for subject s, from (seed, k, j, t, s) and nothing else. */
export interface Uniforms {
  /** The key that they are drawn under, as `threefryKey` gives it. */
  readonly key: Int32Array;
  /** Fills `out` for the years 0, 1, 2 …, from a cell on up to another (all of it when left out). */
  readonly years: (draw: number, input: UncertainInput, subject: number, out: Float64Array, from?: number, to?: number) => void;
}

const wordsABlock = 4;
const spread = 2 ** -32;

export const uniformsOf = (seed: number): Uniforms => {
  const key = threefryKey([seed, 0, 0, 0]);
  const words = new Uint32Array(wordsABlock);
  return {
    key,
    years: (draw, input, subject, out, from = 0, to = out.length) => {
      const stream = streamOf[input];
      for (let first = from, block = 0; first < to; first += wordsABlock, block += 1) {
        threefry4x32(key, draw, stream, block, subject, words);
        const many = Math.min(wordsABlock, to - first);
        for (let i = 0; i < many; i += 1) out[first + i] = ((words[i] as number) + 0.5) * spread;
      }
    },
  };
};

/** Weights of a shared number and of an own one, and the same by their size. */
export const weightsOf = (share: number) => {
  const weight = Math.sqrt(share) / (Math.sqrt(share) + Math.sqrt(1 - share));
  const rest = 1 - weight;
  return { weight, rest, small: Math.min(weight, rest), large: Math.max(weight, rest) };
};

/**
 * Joins a number that all subjects share with a subject's own, so that two subjects are correlated by
 * `share` and each alone is still spread evenly: the weighted sum of two even numbers, put through its own
 * distribution function, which is made of parabolas. Only + − × ÷ and √: the same bits everywhere.
 */
export const joined = (share: number): ((shared: number, own: number) => number) => {
  const { weight, rest, small, large } = weightsOf(share);
  return (shared, own) => {
    const sum = weight * shared + rest * own;
    if (sum < small) return (sum * sum) / (2 * small * large);
    if (sum <= large) return (sum - small / 2) / large;
    return small === 0 ? 1 : 1 - ((1 - sum) * (1 - sum)) / (2 * small * large);
  };
};
