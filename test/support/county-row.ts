import type { CountyComparisonRow, Digest } from "@server/province/contract";

type Published = NonNullable<CountyComparisonRow["publication"]>;

const digest: Digest = {
  overall: null,
  eligibility: null,
  items: null,
  sectionsNotEvaluable: null,
  likeness: { pupils: null, schools: 0, ruralShare: null, pupilsPerSchool: null, revenuePerHeadYuan: null },
  needs: { R1: 0, R2: 0, R3: 0, R4: 0, R5: 0, R6: 0, R7: 0 },
  baseline: [],
};

/** A county of the comparison with what a test says of it; null for one that has published nothing. */
export const countyRow = (
  code: string,
  published: (Partial<Omit<Published, "digest">> & { readonly digest?: Partial<Digest> | null }) | null,
): CountyComparisonRow => ({
  countyId: code,
  countyCode: code,
  countyName: code,
  cityName: null,
  trend: [],
  publication:
    published === null
      ? null
      : {
          id: code,
          version: 1,
          statisticsYear: 2026,
          publishedAt: "",
          ruleSetId: "",
          verdict: "met",
          failing: 0,
          notEvaluable: 0,
          distance: 0,
          sectionsTotal: 0,
          sectionsMet: 0,
          pupils: null,
          cells: [],
          ...published,
          digest: published.digest === null ? null : { ...digest, ...published.digest },
        },
});
