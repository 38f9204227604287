import type { CoalitionValues } from "./coalitions";

/** Shares of one player in every figure, and half the width of their 95 % intervals (null: exact). */
export interface PlayerShares {
  readonly shares: Float64Array;
  readonly halfWidths: Float64Array | null;
}

/** Weight of a subset of `size` others before a player joins: size! · (players − size − 1)! ÷ players!. */
const subsetWeights = (players: number): Float64Array => {
  const weights = new Float64Array(players);
  let weight = 1 / Math.max(1, players);
  for (let size = 0; size < players; size += 1) {
    weights[size] = weight;
    weight *= (size + 1) / (players - 1 - size);
  }
  return weights;
};

const sizeOf = (mask: number): number => {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size += 1;
  return size;
};

/**
 * Shapley values by all subsets: `values[mask]` holds the figures under the players whose bits are set.
 * A figure that is NaN under any subset is NaN for all players.
 */
export const exactShares = (players: number, figures: number, values: readonly CoalitionValues[]): readonly PlayerShares[] => {
  const weights = subsetWeights(players);
  return Array.from({ length: players }, (_, player): PlayerShares => {
    const shares = new Float64Array(figures);
    const bit = 1 << player;
    for (let mask = 0; mask < values.length; mask += 1) {
      const without = values[mask];
      const joined = values[mask | bit];
      if ((mask & bit) !== 0 || without === undefined || joined === undefined) continue;
      const weight = weights[sizeOf(mask)] ?? 0;
      for (let figure = 0; figure < figures; figure += 1) {
        shares[figure] = (shares[figure] ?? 0) + weight * ((joined[figure] ?? Number.NaN) - (without[figure] ?? Number.NaN));
      }
    }
    return { shares, halfWidths: null };
  });
};

/** 97.5 % point of Student's t with `freedom` degrees, by the expansion about the normal point; within 0.001 from 7 degrees on. */
export const studentPoint = (freedom: number): number => {
  const z = 1.959963984540054;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
};

/** Shares collected from sampled orders. */
export interface Sampling {
  /** What each player added (players × figures) on average of an order and its reverse. */
  readonly take: (added: Float64Array) => void;
  readonly result: () => readonly PlayerShares[];
}

/** Means over independent pairs of orders, with their spread, kept as the pairs come (Welford). */
export const samplingOf = (players: number, figures: number): Sampling => {
  const cells = players * figures;
  const mean = new Float64Array(cells);
  const squares = new Float64Array(cells);
  let pairs = 0;
  return {
    take: (added) => {
      pairs += 1;
      for (let cell = 0; cell < cells; cell += 1) {
        const value = added[cell] ?? Number.NaN;
        const before = value - (mean[cell] ?? 0);
        mean[cell] = (mean[cell] ?? 0) + before / pairs;
        squares[cell] = (squares[cell] ?? 0) + before * (value - (mean[cell] ?? 0));
      }
    },
    result: () => {
      const scale = pairs < 2 ? Number.NaN : studentPoint(pairs - 1) / Math.sqrt(pairs * (pairs - 1));
      return Array.from({ length: players }, (_, player): PlayerShares => {
        const [from, to] = [player * figures, (player + 1) * figures];
        return { shares: mean.slice(from, to), halfWidths: squares.slice(from, to).map((sum) => Math.sqrt(Math.max(0, sum)) * scale) };
      });
    },
  };
};
