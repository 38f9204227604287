import { columnsOfDataset, explain, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { describe, expect, it } from "vitest";
import { county } from "./build";
import { fivePrimarySchools } from "./published/cv-five-primary-schools";
import { nineYearSchool } from "./published/split-nine-year-school";

/** Books have no indicator of their own: they stand in for the sports area, which is shared in the same way. */
const asSports = (figure: number) => ({ sportsFieldAreaM2: figure, gymAreaM2: 0 });

describe("the published example of five primary schools", () => {
  const { schools, published, recomputed, unweighted } = fivePrimarySchools;
  const dataset = county(
    schools.map(({ pupils, books }, index) => ({ code: `S00${index}`, primary: pupils, facilities: asSports(books) })),
  );
  const balance = judgeCounty(columnsOfDataset(dataset), quality2017).stages.primary.balance.R5;

  it("has the county mean of total books by total pupils, not the mean of the schools", () => {
    expect(balance.total).toBe(published.books);
    expect(balance.mean).toBeCloseTo(recomputed.mean, 12);
    expect(Number(balance.mean?.toFixed(2))).toBe(published.mean);
  });

  it("has the published coefficient of variation", () => {
    expect(balance.cv).toBeCloseTo(recomputed.cv, 12);
    expect(balance.cv).toBeCloseTo(0.515257, 6);
    expect(Number(balance.cv?.toFixed(2))).toBe(published.cv);
  });

  it("differs from the two deviations that ignore the size of schools", () => {
    for (const wrong of Object.values(unweighted)) expect(Math.abs((balance.cv ?? 0) - wrong)).toBeGreaterThan(0.02);
  });

  it("is above the limit of 0.50, since the largest school is also the richest", () => {
    expect(balance.verdict).toBe("not_met");
    const explanation = explain(columnsOfDataset(dataset), quality2017, {
      kind: "balance",
      stage: "primary",
      indicator: "R5",
      sectionId: null,
    });
    expect(explanation?.contributors.map(({ sectionId }) => sectionId).slice(0, 2)).toEqual(["S002:primary", "S003:primary"]);
    expect((explanation?.formula.values.deviation ?? 0) ** 2).toBeCloseTo(recomputed.variance, 10);
  });
});

describe("the published example of a nine-year school", () => {
  const { primaryPupils, juniorPupils, books, published, recomputed } = nineYearSchool;
  const dataset = county([{ code: "S001", type: "nine_year", primary: primaryPupils, junior: juniorPupils, facilities: asSports(books) }]);
  const { primary, junior } = judgeCounty(columnsOfDataset(dataset), quality2017).stages;
  const [primaryCell, juniorCell] = [primary.sections[0]?.indicators.R5, junior.sections[0]?.indicators.R5];

  it("gives the stages their published shares", () => {
    expect(primaryCell?.numerator).toBeCloseTo(recomputed.primaryShare, 8);
    expect(juniorCell?.numerator).toBeCloseTo(recomputed.juniorShare, 8);
    expect(Math.abs((primaryCell?.numerator ?? 0) - published.primaryShare)).toBeLessThanOrEqual(1);
    expect(Math.abs((juniorCell?.numerator ?? 0) - published.juniorShare)).toBeLessThanOrEqual(1);
    expect(Number(primaryCell?.value?.toFixed(1))).toBe(published.primaryPerPupil);
  });

  it("gives a junior pupil 1.1 times what a primary pupil has", () => {
    expect((juniorCell?.value ?? 0) / (primaryCell?.value ?? 1)).toBeCloseTo(1.1, 12);
  });
});
