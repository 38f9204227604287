import type { CountyComparisonRow } from "@server/province/contract";
import type { CompareQuery } from "./compare-query";
import { countyTypeOf, ruralTypeOf } from "./county-type";
import { mostSimilar } from "./likeness";

/** Counties shown beside the one that they are like. */
const mostLike = 9;

export interface Arranged {
  readonly rows: readonly CountyComparisonRow[];
  /** Code of the reference county, when there is such a county. */
  readonly own: string | null;
  /** The reference county does not fit the filters and stands there for reference alone. */
  readonly ownOutside: boolean;
  /** What the order is by: likeness to the reference county, which no filter narrows, a chosen column, or nearness to passing. */
  readonly orderedBy: "likeness" | "column" | "distance";
  /** Counties that the filters leave out, and how many of them have published nothing. */
  readonly leftOut: { readonly counties: number; readonly unpublished: number };
}

const fits = (row: CountyComparisonRow, query: CompareQuery): boolean =>
  (query.city === null || row.cityName === query.city) &&
  (query.type === null || countyTypeOf(row) === query.type) &&
  (query.rural === null || ruralTypeOf(row) === query.rural) &&
  (query.verdict === null || (row.publication?.verdict ?? "unpublished") === query.verdict) &&
  (query.only.length === 0 || query.only.includes(row.countyCode));

/** Order of one chosen column; null keeps the service's order, nearest to passing first. */
export type Order = ((row: CountyComparisonRow) => number | null) | null;

const ordered = (rows: readonly CountyComparisonRow[], query: CompareQuery, order: Order): readonly CountyComparisonRow[] => {
  const sign = query.direction === "asc" ? 1 : -1;
  const byCode = (a: CountyComparisonRow, b: CountyComparisonRow) => (a.countyCode < b.countyCode ? -1 : 1);
  if (query.sort === "county") return [...rows].sort((a, b) => sign * byCode(a, b));
  if (order === null) return rows;
  return [...rows].sort((a, b) => {
    const [left, right] = [order(a), order(b)];
    if (left === null || right === null) return left === right ? byCode(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byCode(a, b);
  });
};

/**
 * The counties of the page: those that fit, or those most like the reference county, in the chosen order; missing
 * figures come last and are never dropped. The reference county is always among them.
 */
export const arrange = (all: readonly CountyComparisonRow[], query: CompareQuery, order: Order): Arranged => {
  const own = all.find(({ countyCode }) => countyCode === query.own) ?? null;
  const fitting = all.filter((row) => fits(row, query));
  const similar = own !== null && query.similar !== null;
  const shown = similar ? mostSimilar(all, own.countyCode, mostLike) : ordered(fitting, query, order);
  const ownOutside = own !== null && !shown.includes(own);
  const rows = ownOutside ? [own, ...shown] : shown;
  const out = all.filter((row) => !rows.includes(row));
  return {
    rows,
    own: own?.countyCode ?? null,
    ownOutside,
    orderedBy: similar ? "likeness" : order === null && query.sort !== "county" ? "distance" : "column",
    leftOut: { counties: out.length, unpublished: out.filter(({ publication }) => publication === null).length },
  };
};
