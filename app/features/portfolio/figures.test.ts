import type { FrontierPoint, PortfolioLine } from "@server/province/portfolio-contract";
import { portfolioLine } from "@test/support/portfolio-line";
import { describe, expect, it } from "vitest";
import {
  applyFrom,
  cheapestGains,
  cheapestPoint,
  delaysShown,
  marginalOf,
  passingByYear,
  wanPerYearGained,
  yearsGained,
  yuanPerPupil,
} from "./figures";

const line = (more: Partial<PortfolioLine>): PortfolioLine => portfolioLine("1", { pupils: 20_000, ...more });

describe("what a push costs", () => {
  it("is the grant over the years of passing that it gains, against passing unaided or not at all", () => {
    const pushed = line({ targetYear: 2028, baselineYear: 2030, grantWan: 600 });
    expect([yearsGained(pushed, 2033), wanPerYearGained(pushed, 2033)]).toEqual([2, 300]);
    expect(wanPerYearGained(line({ targetYear: 2028, grantWan: 600 }), 2033)).toBe(100);
    expect(wanPerYearGained(line({ targetYear: 2030, baselineYear: 2030, grantWan: 0 }), 2033)).toBeNull();
    expect(wanPerYearGained(line({ grantWan: 600 }), 2033)).toBeNull();
  });
  it("stands for the county cheapest for each year gained first, without those who gain none", () => {
    const pushed = (countyCode: string, grantWan: number | null) => line({ countyCode, targetYear: 2028, grantWan });
    const shown = cheapestGains([pushed("a", 600), pushed("b", 60), pushed("c", null), pushed("d", 60)], 2033);
    expect(shown.map(({ countyCode }) => countyCode)).toEqual(["b", "d", "a"]);
  });
  it("is told for each pupil in yuan, and not where either is unknown", () => {
    expect(yuanPerPupil(line({ grantWan: 600 }))).toBe(300);
    expect([yuanPerPupil(line({})), yuanPerPupil(line({ grantWan: 600, pupils: null }))]).toEqual([null, null]);
  });
  it("rises with the budget by the money that each further county and year takes", () => {
    const totals = (counties: number, countyYears: number, grantWan: number) => ({ counties, countyYears, grantWan, proven: true });
    expect(marginalOf(totals(3, 10, 1000), totals(5, 16, 2500))).toEqual({ county: 750, year: 250 });
    expect(marginalOf(totals(3, 10, 1000), totals(3, 12, 1100))).toEqual({ county: null, year: 50 });
    expect(marginalOf(undefined, totals(3, 10, 1000))).toEqual({ county: null, year: null });
  });
});

describe("the calendar", () => {
  it("lets a county apply when it both passes and may, and says nothing while either is unknown", () => {
    expect(applyFrom(line({ targetYear: 2028, eligibleFrom: 2030 }))).toBe(2030);
    expect(applyFrom(line({ baselineYear: 2031, eligibleFrom: 2030 }))).toBe(2031);
    expect([applyFrom(line({ targetYear: 2028 })), applyFrom(line({ eligibleFrom: 2030 }))]).toEqual([null, null]);
  });
  it("counts who passes by each year, pushed and unaided", () => {
    const lines = [line({ targetYear: 2028 }), line({ targetYear: 2029, baselineYear: 2030 }), line({})];
    expect(passingByYear(lines, [2028, 2029, 2030])).toEqual({ pushed: [1, 2, 2], unaided: [0, 0, 1] });
  });
  it("names the cheapest known point, and none where no plan is known", () => {
    const point = (targetYear: number, state: FrontierPoint["state"], costWan: number | null): FrontierPoint => ({
      targetYear,
      state,
      by: null,
      costWan,
      boundWan: null,
      years: [],
      whole: null,
    });
    expect(cheapestPoint([point(2028, "passes", 9), point(2029, "passes", 4), point(2030, "passes", 4)])).toEqual({
      costWan: 4,
      targetYear: 2029,
      whole: null,
    });
    expect(cheapestPoint([point(2028, "none", null), point(2029, "not_evaluable", null)])).toBeNull();
  });
});

describe("waiting another year", () => {
  const delays = [2029, 2030, 2031].map((targetYear) => ({ targetYear, capitalWan: targetYear - 2000, recurrentWan: -1 }));
  it("is told from the allocated year on, else from the first year possible, for the county with most pupils first", () => {
    const shown = delaysShown([
      line({ countyCode: "a", countyId: "a", delays, pupils: 10 }),
      line({ countyCode: "b", countyId: "b", delays, targetYear: 2029, pupils: 30 }),
      line({ countyCode: "c", countyId: "c", delays, targetYear: 2031, pupils: 50 }),
    ]);
    expect(shown.map(({ key, before, targetYear, capitalWan }) => [key, before, targetYear, capitalWan])).toEqual([
      ["b", 2029, 2030, 30],
      ["a", 2028, 2029, 29],
    ]);
  });
});
