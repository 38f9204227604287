import type { CountyComparisonRow } from "./contract";

/** Order of verdicts: a county that could not be judged is not near to passing. */
const rank = { met: 0, not_met: 1, not_evaluable: 2 } as const;

const unpublished = 3;

const keysOf = ({ publication }: CountyComparisonRow): readonly number[] =>
  publication === null ? [unpublished, 0, 0] : [rank[publication.verdict], publication.failing, publication.distance];

/** Nearest to passing first: met, then by failing items, then by distance; not evaluable after them, unpublished last; ties by code. */
export const byDistanceToPass = (a: CountyComparisonRow, b: CountyComparisonRow): number => {
  const right = keysOf(b);
  for (const [index, left] of keysOf(a).entries()) {
    const difference = left - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.countyCode < b.countyCode ? -1 : a.countyCode > b.countyCode ? 1 : 0;
};
