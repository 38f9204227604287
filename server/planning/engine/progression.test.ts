import { county, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { progressionOf } from "./progression";
import { taughtRows } from "./state";

type Six = [number | null, number | null, number | null, number | null, number | null, number | null];
const past = (year: number, primaryByGrade: Six) => ({ year, primaryByGrade, juniorByGrade: null });

const ratiosOf = (schools: Parameters<typeof county>[0]) => {
  const dataset = county(schools);
  return progressionOf(dataset, taughtRows(dataset));
};

describe("progression ratios", () => {
  it("are the mean of the section's own yearly ratios", () => {
    // grade 1→2: 2024→2025 90/100 = 0.9, 2025→2026 110/100 = 1.1 → 1.0
    const { ratios } = ratiosOf([
      school({
        code: "1001",
        primary: [100, 110, 0, 0, 0, 0],
        history: [past(2024, [100, 0, 0, 0, 0, 0]), past(2025, [100, 90, 0, 0, 0, 0])],
      }),
    ]);
    expect(ratios.primary[0]?.[0]).toBeCloseTo(1, 12);
  });

  it("skip years that do not follow each other and grades that are empty or not reported", () => {
    // 2023 → 2025 is no step; 2025 → 2026: grade 1 not reported, grade 2 empty, grade 3→4 is 8/10
    const { ratios, borrowed } = ratiosOf([
      school({
        code: "1001",
        primary: [9, 9, 9, 8, 9, 9],
        history: [past(2023, [1, 1, 1, 1, 1, 1]), past(2025, [null, 0, 10, 0, 0, 0])],
      }),
    ]);
    expect(ratios.primary.map((column) => column[0])).toEqual([1, 1, 0.8, 1, 1]);
    expect(borrowed).toBe(4 + 0);
  });

  it("skip years in which the stage did not report its grades", () => {
    const { ratios } = ratiosOf([
      school({
        code: "1001",
        primary: [10, 9, 10, 10, 10, 10],
        history: [{ year: 2024, primaryByGrade: null, juniorByGrade: null }, past(2025, [10, 10, 10, 10, 10, 10])],
      }),
    ]);
    expect(ratios.primary.map((own) => own[0])).toEqual([0.9, 1, 1, 1, 1]);
  });

  it("fall back on the county's pooled ratio where a section has no history", () => {
    // county grade 1→2: (90 + 30) of (100 + 50) = 0.8
    const { ratios } = ratiosOf([
      school({ code: "1001", primary: [0, 90, 0, 0, 0, 0], history: [past(2025, [100, 0, 0, 0, 0, 0])] }),
      school({ code: "1002", primary: [0, 30, 0, 0, 0, 0], history: [past(2025, [50, 0, 0, 0, 0, 0])] }),
      school({ code: "1003", primary: [5, 5, 5, 5, 5, 5] }),
    ]);
    expect(ratios.primary[0]?.[0]).toBeCloseTo(0.9, 12);
    expect(ratios.primary[0]?.[2]).toBeCloseTo(0.8, 12);
  });

  it("come from the years before the base year, in whatever order they are loaded, and from the base year's own return", () => {
    // 2023→2024: 80/100, 2024→2025: 30/100, 2025→2026: 100/100; 2026 and later in the history say nothing.
    const years = [
      past(2025, [100, 30, 0, 0, 0, 0]),
      past(2023, [100, 0, 0, 0, 0, 0]),
      past(2027, [0, 999, 0, 0, 0, 0]),
      past(2024, [100, 80, 0, 0, 0, 0]),
      past(2026, [500, 500, 0, 0, 0, 0]),
    ];
    const { ratios } = ratiosOf([school({ code: "1001", primary: [100, 100, 0, 0, 0, 0], history: years })]);
    expect(ratios.primary[0]?.[0]).toBeCloseTo((0.8 + 0.3 + 1) / 3, 12);
  });

  it("are not of a grade that nobody was in, nor of a school that teaches no more", () => {
    const grown = school({ code: "1001", primary: [50, 30, 0, 0, 0, 0], history: [past(2025, [0, 0, 0, 0, 0, 0])] });
    const gone = {
      ...school({ code: "1002", type: "primary", history: [past(2024, [100, 0, 0, 0, 0, 0]), past(2025, [0, 10, 0, 0, 0, 0])] }),
    };
    const { ratios, borrowed } = ratiosOf([grown, gone]);
    expect([...(ratios.primary[0] ?? [])]).toEqual([1, 1]);
    expect(borrowed).toBe(5);
  });
});
