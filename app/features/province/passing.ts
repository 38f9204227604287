import type { Verdict } from "@server/compliance/contract";
import type { CountyComparisonRow } from "@server/province/contract";
import type { PassingPart } from "@server/province/passing-contract";

/** When a county passes by the baseline that it has published. */
export type PassingByBaseline =
  | { readonly kind: "unpublished" }
  | { readonly kind: "now" }
  | { readonly kind: "year"; readonly year: number; readonly years: number; readonly lasts: boolean }
  | { readonly kind: "never"; readonly until: number }
  /** No year passes, and of one at least nobody can say. */
  | { readonly kind: "unknown"; readonly until: number };

/** Distance to pass in years, from the published baseline alone; `unpublished` where it says nothing of that part. */
export const passingOf = ({ publication }: CountyComparisonRow, part: PassingPart): PassingByBaseline => {
  const years = (publication?.digest?.baseline ?? []).map(({ year, verdict, whole }): { year: number; verdict: Verdict | null } => ({
    year,
    verdict: part === "resource" ? verdict : (whole?.verdict ?? null),
  }));
  const [base] = years;
  const last = years.at(-1);
  if (publication === null || base === undefined || last === undefined || base.verdict === null) return { kind: "unpublished" };
  if ((part === "whole" ? publication.verdict : base.verdict) === "met") return { kind: "now" };
  const first = years.findIndex(({ verdict }) => verdict === "met");
  const year = years[first]?.year;
  if (year === undefined) {
    const known = years.every(({ verdict }) => verdict === "not_met");
    return { kind: known ? "never" : "unknown", until: last.year };
  }
  return { kind: "year", year, years: year - base.year, lasts: years.slice(first).every(({ verdict }) => verdict === "met") };
};
