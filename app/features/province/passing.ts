import type { CountyComparisonRow } from "@server/province/contract";

/** When a county passes the resource part by the baseline that it has published. */
export type PassingByBaseline =
  | { readonly kind: "unpublished" }
  | { readonly kind: "now" }
  | { readonly kind: "year"; readonly year: number; readonly years: number; readonly lasts: boolean }
  | { readonly kind: "never"; readonly until: number };

/** Distance to pass in years, from the published baseline alone; `unpublished` where there is none. */
export const passingOf = ({ publication }: CountyComparisonRow): PassingByBaseline => {
  const baseline = publication?.digest?.baseline ?? [];
  const [base] = baseline;
  const last = baseline.at(-1);
  if (publication === null || base === undefined || last === undefined) return { kind: "unpublished" };
  if (publication.verdict === "met") return { kind: "now" };
  const first = baseline.findIndex(({ verdict }) => verdict === "met");
  const year = baseline[first]?.year;
  if (year === undefined) return { kind: "never", until: last.year };
  return { kind: "year", year, years: year - base.year, lasts: baseline.slice(first).every(({ verdict }) => verdict === "met") };
};
