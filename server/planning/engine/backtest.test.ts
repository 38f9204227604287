import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { county, run, scenario, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { backtest } from "./backtest";
import { planningEngineVersion } from "./version";

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

  it("says what it was asked of, by which rules and which engine", () => {
    expect(found).toMatchObject({
      format: "hengce.backtest/1",
      engineVersion: planningEngineVersion,
      ruleSet: { id: quality2017.id, version: quality2017.version },
      county: { code: "990001", name: "试验县" },
    });
  });

  it("compares classes, means and coefficients of variation, and every item", () => {
    const [first, second] = found?.years ?? [];
    expect(first?.stages.primary.classes).toEqual({ projected: 6, reported: 6, error: 0 });
    // R4: 1000 m² for 60 pupils as projected, for 50 as reported in 2028.
    const { mean, cv, cvVerdict } = second?.stages.primary.indicators.R4 ?? {};
    expect([mean?.projected, mean?.reported, mean?.error]).toEqual([
      expect.closeTo(1000 / 60, 9),
      expect.closeTo(20, 9),
      expect.closeTo(5 / 6 - 1, 9),
    ]);
    expect([cv, cvVerdict]).toEqual([
      { projected: 0, reported: 0, error: null },
      { projected: "met", reported: "met" },
    ]);
    expect(Object.keys(first?.stages.primary.indicators ?? {})).toEqual(["R1", "R2", "R3", "R4", "R5", "R6", "R7"]);
    expect(Object.keys(second?.items ?? {})).toHaveLength(25);
    expect(second?.items?.G4).toEqual({ projected: "met", reported: "met" });
    expect(first?.verdict).toEqual({ projected: "not_met", reported: "not_met" });
  });

  it("has no error where a stage is not there", () => {
    expect(found?.years[0]?.stages.junior).toMatchObject({
      pupils: { projected: 0, reported: 0, error: null },
      sectionError: null,
      sectionsCompared: 0,
      verdictsRight: 0,
    });
  });
});

describe("a back-test of several schools", () => {
  const rich = { fullTime: 20, aboveRequiredEducation: 20, backbone: 10, music: 5 };
  const of = (year: number, first: number, second: number, teachers: typeof rich | { fullTime: number }) => {
    const grades = (each: number) => [each, each, each, each, each, each] as [number, number, number, number, number, number];
    const dataset = county([
      school({ code: "1001", primary: grades(first), primaryTeachers: rich }),
      school({ code: "1002", primary: grades(second), primaryTeachers: teachers }),
      ...(year === 2026 ? [] : [school({ code: "1003", primary: grades(10), primaryTeachers: rich })]),
    ]);
    return { ...dataset, county: { ...dataset.county, statisticsYear: year } };
  };
  const primary = (second: number, teachers: typeof rich | { fullTime: number }) =>
    backtest([of(2026, 10, 20, rich), of(2027, 10, second, teachers)], steady, quality2017)?.years[0]?.stages.primary;

  it("takes the mean of the sections that both years have, whichever way they are wrong", () => {
    // 60 as projected; 120 against 160 and 100: a quarter too few, a fifth too many. 1003 is new.
    expect(primary(160 / 6, rich)).toMatchObject({ sectionsCompared: 2, sectionError: expect.closeTo(0.125, 9) });
    expect(primary(100 / 6, rich)).toMatchObject({ sectionsCompared: 2, sectionError: expect.closeTo(0.1, 9) });
  });

  it("counts the sections whose verdict came out as projected", () => {
    expect(primary(20, rich)?.verdictsRight).toBe(2);
    expect(primary(20, { fullTime: 20 })?.verdictsRight).toBe(1);
  });
});

describe("a back-test with something unknown", () => {
  const withEquipment = (year: number, equipmentValueWan: number | null) => {
    const dataset = county([
      school({
        code: "1001",
        primary: [10, 10, 10, 10, 10, 10],
        primaryTeachers: { fullTime: 9, aboveRequiredEducation: 9, backbone: 7, music: 6 },
        facilities: { equipmentValueWan },
      }),
    ]);
    return { ...dataset, county: { ...dataset.county, statisticsYear: year } };
  };
  const meanOf = (before: number | null, after: number | null) =>
    backtest([withEquipment(2026, before), withEquipment(2027, after)], steady, quality2017)?.years[0]?.stages.primary.indicators.R6.mean;

  it("has no error of a figure that either side does not know", () => {
    expect(meanOf(30, null)).toEqual({ projected: 5000, reported: null, error: null });
    expect(meanOf(null, 30)).toEqual({ projected: null, reported: 5000, error: null });
    expect(meanOf(33, 30)).toEqual({ projected: 5500, reported: 5000, error: expect.closeTo(0.1, 12) });
  });

  it("holds every indicator against its own", () => {
    const later = withEquipment(2027, 30);
    const found = backtest([withEquipment(2026, 30), later], steady, quality2017)?.years[0]?.stages.primary.indicators;
    const reported = run(later, scenario({})).baseline[0]?.stages.primary.mean;
    expect(Object.entries(found ?? {}).map(([id, { mean }]) => [id, mean.reported])).toEqual(Object.entries(reported ?? {}));
    expect(new Set(Object.values(reported ?? {})).size).toBe(7);
  });
});
