import { county, school } from "@test/cases/planning/county";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feederOf, juniorIntake } from "./feeder";
import { taughtRows } from "./state";

const counts = fc.integer({ min: 0, max: 200 });

describe("the way into grade 7", () => {
  it("loses nobody but the leakage, whatever the mix of schools", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("primary", "junior", "nine_year"), counts, counts, counts), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, leakage) => {
          const dataset = county([
            school({ code: "2000", junior: [10, 0, 0] }),
            ...rows.map(([type, grade6, grade7, before], index) =>
              school({
                code: `${1000 + index}`,
                ...(type === "junior" ? {} : { primary: [0, 0, 0, 0, 0, grade6] }),
                ...(type === "primary" ? {} : { junior: [grade7, 0, 0] }),
                history: type === "junior" ? [] : [{ year: 2025, primaryByGrade: [0, 0, 0, 0, 0, before], juniorByGrade: null }],
              }),
            ),
          ]);
          const taught = taughtRows(dataset);
          const leavers = Float64Array.from(dataset.schools, (entry) => entry.pupils.primaryByGrade?.[5] ?? 0);
          const intake = juniorIntake({ zones: feederOf(dataset, taught, leakage), taught }, leavers, new Map(), leakage);
          const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
          expect(sum(intake)).toBeCloseTo(sum(leavers) * (1 - leakage), 6);
          expect(Math.min(...intake)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it("keeps every junior section's share when the numbers are steady", () => {
    const dataset = county([
      school({ code: "1001", primary: [0, 0, 0, 0, 0, 60] }),
      school({ code: "2001", junior: [50, 0, 0] }),
      school({ code: "3001", primary: [0, 0, 0, 0, 0, 40], junior: [50, 0, 0] }),
    ]);
    const taught = taughtRows(dataset);
    const intake = juniorIntake({ zones: feederOf(dataset, taught, 0), taught }, Float64Array.of(60, 0, 40), new Map(), 0);
    expect([...intake].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0, 50, 50]);
  });

  it("leaves the intake unknown where leavers are unknown, save where a school keeps all of its own", () => {
    const dataset = county([
      school({ code: "1001", primary: [0, 0, 0, 0, 0, null] }),
      school({ code: "2001", junior: [50, 0, 0] }),
      school({ code: "3001", primary: [0, 0, 0, 0, 0, 40], junior: [40, 0, 0] }),
    ]);
    const taught = taughtRows(dataset);
    const intake = juniorIntake({ zones: feederOf(dataset, taught, 0), taught }, Float64Array.of(Number.NaN, 0, 40), new Map(), 0);
    expect(intake[1]).toBeNaN();
    expect(intake[2]).toBe(40);
  });

  it("keeps nobody, however many unknown leavers there are, where a school's own leavers all went elsewhere", () => {
    const dataset = county([
      school({ code: "2001", junior: [50, 0, 0] }),
      school({ code: "3001", primary: [0, 0, 0, 0, 0, 40], junior: [0, 0, 0] }),
    ]);
    const taught = taughtRows(dataset);
    const intake = juniorIntake({ zones: feederOf(dataset, taught, 0), taught }, Float64Array.of(0, Number.NaN), new Map(), 0);
    expect([...intake]).toEqual([Number.NaN, 0]);
  });
});
