import type { CountyComparisonRow, Digest } from "@server/province/contract";

type Likeness = Digest["likeness"];

/** On what counties are likened: size, rural share, pupils a school, finances. */
export const likenessBases = [
  "pupils",
  "ruralShare",
  "pupilsPerSchool",
  "revenuePerHeadYuan",
] as const satisfies readonly (keyof Likeness)[];
export type LikenessBasis = (typeof likenessBases)[number];

/** Ratios for amounts, differences for shares: each about one where counties are very unlike. */
const apart = (basis: LikenessBasis, a: number, b: number): number =>
  basis === "ruralShare" ? Math.abs(a - b) : Math.abs(Math.log(Math.max(a, 1) / Math.max(b, 1)));

/** Bases that both counties have published. */
const shared = (a: Likeness, b: Likeness) =>
  likenessBases.flatMap((basis) => {
    const [left, right] = [a[basis], b[basis]];
    return left === null || right === null ? [] : [apart(basis, left, right)];
  });

/** Figures on which a county is likened to others: those that it has published. */
export const likenessOf = ({ publication }: CountyComparisonRow): readonly { readonly basis: LikenessBasis; readonly value: number }[] =>
  likenessBases.flatMap((basis) => {
    const value = publication?.digest?.likeness[basis] ?? null;
    return value === null ? [] : [{ basis, value }];
  });

/**
 * The county itself and those most like it, itself first. A county that shares no known figure is like nobody; mean of
 * the distances on what both have published.
 */
export const mostSimilar = (rows: readonly CountyComparisonRow[], code: string, count: number): readonly CountyComparisonRow[] => {
  const own = rows.find((row) => row.countyCode === code);
  const likeness = own?.publication?.digest?.likeness;
  if (own === undefined || likeness === undefined) return own === undefined ? [] : [own];
  const others = rows.flatMap((row) => {
    const other = row.publication?.digest?.likeness;
    if (other === undefined || row.countyCode === code) return [];
    const distances = shared(likeness, other);
    return distances.length === 0 ? [] : [{ row, distance: distances.reduce((sum, one) => sum + one, 0) / distances.length }];
  });
  others.sort((a, b) => a.distance - b.distance || (a.row.countyCode < b.row.countyCode ? -1 : 1));
  return [own, ...others.slice(0, count).map(({ row }) => row)];
};
