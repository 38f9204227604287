import { describe, expect, it } from "vitest";
import type { CountyComparisonRow } from "./contract";
import { gapCostWan, portfolioOf } from "./portfolio";

const noNeeds = { R1: 0, R2: 0, R3: 0, R4: 0, R5: 0, R6: 0, R7: 0 };
const row = (countyId: string, failing: number, equipmentWan: number): CountyComparisonRow => ({
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
    verdict: failing === 0 ? "met" : "not_met",
    failing,
    notEvaluable: 0,
    distance: 1,
    sectionsTotal: 1,
    sectionsMet: 0,
    pupils: null,
    cells: [],
    digest: {
      overall: null,
      eligibility: null,
      items: null,
      likeness: { pupils: null, schools: 1, ruralShare: null, pupilsPerSchool: null, revenuePerHeadYuan: null },
      needs: { ...noNeeds, R6: equipmentWan * 10_000 },
      baseline: [
        { year: 2026, verdict: "not_met", failing, notEvaluable: 0, distance: 1 },
        { year: 2027, verdict: "met", failing: 0, notEvaluable: 0, distance: 0.75 },
      ],
    },
  },
});
const pushed = (rows: readonly CountyComparisonRow[], budget: number) =>
  portfolioOf(rows, 2026, budget, 3).lines.map(({ countyId, pushYear }) => [countyId, pushYear]);

describe("the portfolio", () => {
  it("pushes first where each failing item costs least, as far as the budget of the years reaches", () => {
    const rows = [row("dear", 1, 500), row("cheap", 4, 100), row("middle", 1, 100)];
    expect(pushed(rows, 100)).toEqual([
      ["cheap", 2027],
      ["middle", 2028],
      ["dear", null],
    ]);
    expect(pushed(rows, 1000)).toEqual([
      ["cheap", 2027],
      ["middle", 2027],
      ["dear", 2027],
    ]);
  });

  it("gives no year to counties that have nothing published or nothing to mend, and drops none of them", () => {
    const silent: CountyComparisonRow = { ...row("silent", 0, 0), publication: null };
    const { lines, published, total } = portfolioOf([silent, row("passes", 0, 0)], 2026, 100, 3);
    expect(lines.map(({ countyId, pushYear, costWan }) => [countyId, pushYear, costWan])).toEqual([
      ["passes", null, 0],
      ["silent", null, null],
    ]);
    expect([published, total]).toEqual([1, 2]);
  });

  it("prices yuan as yuan and says what a year's delay does to the distance", () => {
    expect(gapCostWan({ ...noNeeds, R6: 25_000 })).toBeCloseTo(2.5, 12);
    expect(portfolioOf([row("a", 1, 1)], 2026, 10, 3).lines[0]).toMatchObject({ distanceAfterDelay: -0.25, baselineYear: 2027 });
  });
});
