import type { CountyComparisonRow, Digest } from "@server/province/contract";
import { expect, test } from "vitest";
import { mostSimilar } from "./likeness";

const row = (countyId: string, likeness: Partial<Digest["likeness"]> | null): CountyComparisonRow => ({
  countyId,
  countyCode: countyId,
  countyName: countyId,
  cityName: null,
  publication: {
    id: countyId,
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
    digest:
      likeness === null
        ? null
        : {
            overall: null,
            eligibility: null,
            items: null,
            likeness: { pupils: null, schools: 0, ruralShare: null, pupilsPerSchool: null, revenuePerHeadYuan: null, ...likeness },
            needs: { R1: 0, R2: 0, R3: 0, R4: 0, R5: 0, R6: 0, R7: 0 },
            baseline: [],
          },
  },
});
const names = (rows: readonly CountyComparisonRow[], count = 2) => mostSimilar(rows, "own", count).map(({ countyId }) => countyId);

test("the own county comes first, then those most like it on what both have published", () => {
  const rows = [
    row("large", { pupils: 90_000, ruralShare: 0.3 }),
    row("near", { pupils: 11_000, ruralShare: 0.32 }),
    row("own", { pupils: 10_000, ruralShare: 0.3 }),
    row("rural", { pupils: 10_500, ruralShare: 0.9 }),
  ];
  expect(names(rows)).toEqual(["own", "near", "rural"]);
});

test("a county that has published nothing to liken it by is like nobody", () => {
  expect(names([row("own", { pupils: 10_000 }), row("empty", {}), row("before", null)])).toEqual(["own"]);
  expect(names([row("own", null), row("other", { pupils: 1 })])).toEqual(["own"]);
  expect(names([row("other", { pupils: 1 })])).toEqual([]);
});
