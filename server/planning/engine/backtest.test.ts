import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { backtest } from "./backtest";

const inYear = (year: number, grades: [number, number, number, number, number, number], teachers: number) => {
  const dataset = county([school({ code: "1001", primary: grades, primaryTeachers: { fullTime: teachers } })]);
  return { ...dataset, county: { ...dataset.county, statisticsYear: year } };
};

describe("a back-test", () => {
  // Steady assumptions project 60 pupils a year and 10 teachers. 2027 came out at 60 and 8, 2028 at 50 and 10.
  const datasets = [
    inYear(2028, [5, 5, 10, 10, 10, 10], 10),
    inYear(2026, [10, 10, 10, 10, 10, 10], 10),
    inYear(2027, [10, 10, 10, 10, 10, 10], 8),
  ];
  const found = backtest(datasets, steady, quality2017);

  it("holds each later year against the projection of the earliest", () => {
    expect(found?.baseYear).toBe(2026);
    expect(found?.years.map(({ year }) => year)).toEqual([2027, 2028]);
    expect(found?.years[0]?.stages.primary).toMatchObject({
      pupils: { projected: 60, reported: 60, error: 0 },
      teachers: { projected: 10, reported: 8, error: 0.25 },
      sectionError: 0,
      sectionsCompared: 1,
    });
    expect(found?.years[1]?.stages.primary.pupils.error).toBeCloseTo(0.2, 9);
    expect(found?.years[1]?.stages.primary.sectionError).toBeCloseTo(0.2, 9);
  });

  it("has nothing to compare with one year only", () => {
    expect(backtest(datasets.slice(0, 1), steady, quality2017)).toBeNull();
  });
});
