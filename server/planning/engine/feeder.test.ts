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

  it("takes own leavers and those from elsewhere apart after the leakage", () => {
    // 50 leavers, of whom 40 arrive: all of the 30 in grade 7 can be own ones at 3001, at 3002 ten of 50 are not.
    const nine = (code: string, grade7: number) =>
      school({
        code,
        primary: [0, 0, 0, 0, 0, 9],
        junior: [grade7, 0, 0],
        history: [{ year: 2025, primaryByGrade: [0, 0, 0, 0, 0, 50], juniorByGrade: null }],
      });
    const dataset = county([nine("3001", 30), nine("3002", 50)]);
    const { ownShare, pool, grade7 } = feederOf(dataset, taughtRows(dataset), 0.2);
    expect([...ownShare]).toEqual([0.75, 1]);
    expect([...pool]).toEqual([0, 10]);
    expect([...grade7]).toEqual([30, 50]);
  });

  it("shares the pool by all of grade 7 where nobody came from elsewhere, and evenly where there is no grade 7 yet", () => {
    const nine = (code: string, cells: [number, number]) => school({ code, primary: [0, 0, 0, 0, 0, cells[0]], junior: [cells[1], 0, 0] });
    const own = county([nine("3001", [30, 30]), nine("3002", [20, 10])]);
    expect([...feederOf(own, taughtRows(own), 0).pool]).toEqual([30, 10]);
    const none = county([nine("3001", [30, 0]), school({ code: "1001", primary: [0, 0, 0, 0, 0, 5] }), nine("3002", [20, 0])]);
    expect([...feederOf(none, taughtRows(none), 0).pool]).toEqual([1, 0, 1]);
    const empty = county([nine("3001", [0, 10])]);
    expect([...feederOf(empty, taughtRows(empty), 0).ownShare]).toEqual([0]);
  });

  it("lets several schools name the same one, and keeps who is named for a school that teaches no junior stage", () => {
    const dataset = county([
      school({ code: "1001", primary: [0, 0, 0, 0, 0, 60] }),
      school({ code: "1002", primary: [0, 0, 0, 0, 0, 40] }),
      school({ code: "2001", junior: [10, 0, 0] }),
      school({ code: "2002", junior: [30, 0, 0] }),
    ]);
    const taught = taughtRows(dataset);
    const zones = feederOf(dataset, taught, 0);
    const matrix = new Map([
      [0, [{ toRow: 2, share: 0.5 }]],
      [
        1,
        [
          { toRow: 2, share: 0.25 },
          { toRow: 0, share: 0.5 },
        ],
      ],
    ]);
    // 30 + 10 are named for 2001; of the other 60 a quarter goes there too.
    expect([...juniorIntake({ zones, taught }, Float64Array.of(60, 40, 0, 0), matrix, 0)]).toEqual([0, 0, 55, 45]);
    // A tenth leaves the county, half of 1001's others do not come.
    const migration = Float64Array.of(0.5, 1, 1, 1);
    const intake = juniorIntake({ zones, taught }, Float64Array.of(60, 40, 0, 0), new Map(), 0.1, migration);
    expect([...intake]).toEqual([0, 0, expect.closeTo(63 / 4, 9), expect.closeTo((63 * 3) / 4, 9)]);
  });
});
