import { describe, expect, it } from "vitest";
import { baseYear, county, run, scenario, school, sectionOf, yearOf } from "./county";

describe("the cohort step, by hand", () => {
  /*
   * Primary school 1001, 2025 → 2026: grade 1 of 100 became grade 2 of 90, all other grades kept their
   * pupils (100 → 100). Junior school 2001 took 80 pupils into grade 7 in 2026.
   *
   *             g1   g2   g3   g4   g5   g6 |  g7   g8   g9
   *   2025     100  100  100  100  100  100 |  80   80   80
   *   2026     100   90  100  100  100  100 |  80   80   80
   *
   * One observed year: ratio g1→g2 = 90 / 100 = 0.9, all others 1.
   */
  const dataset = county([
    school({
      code: "1001",
      primary: [100, 90, 100, 100, 100, 100],
      history: [{ year: 2025, primaryByGrade: [100, 100, 100, 100, 100, 100], juniorByGrade: null }],
    }),
    school({
      code: "2001",
      junior: [80, 80, 80],
      history: [{ year: 2025, primaryByGrade: null, juniorByGrade: [80, 80, 80] }],
    }),
  ]);

  it("moves each grade up by its own ratio, lets entrants in by the trend and loses the leakage on the way to grade 7", () => {
    const answer = run(
      dataset,
      scenario({ horizonYears: 2, assumptions: { entrants: { mode: "trend", annualChange: -0.1 }, juniorLeakage: 0.25 } }),
    );
    // 2027: g1 = 100 × 0.9 = 90; g2 = 100 × 0.9 = 90; g3 = 90; g4..g6 = 100 each → 570
    expect(sectionOf(answer.baseline, 2027, "1001:primary").pupils).toBeCloseTo(90 + 90 + 90 + 300, 9);
    // 2028: g1 = 81; g2 = 90 × 0.9 = 81; g3 = 90; g4 = 90; g5 = g6 = 100 → 542
    expect(sectionOf(answer.baseline, 2028, "1001:primary").pupils).toBeCloseTo(81 + 81 + 90 + 90 + 200, 9);
    // junior 2027: g7 = 100 × 0.75 = 75; g8 = g9 = 80 → 235; 2028: g7 = 75, g8 = 75, g9 = 80 → 230
    expect(sectionOf(answer.baseline, 2027, "2001:junior").pupils).toBeCloseTo(235, 9);
    expect(sectionOf(answer.baseline, 2028, "2001:junior").pupils).toBeCloseTo(230, 9);
  });

  it("scales ⅓ and ⅔ of two birth years to the last observed intake", () => {
    // 2026: ⅓·births(2019) + ⅔·births(2020) = 300/3 + 2·300/3 = 300 ↔ intake 100
    // 2027: ⅓·births(2020) + ⅔·births(2021) = 300/3 + 2·240/3 = 260 → 100 × 260/300 = 86.67
    const born = county(dataset.schools, [
      { year: 2019, births: 300 },
      { year: 2020, births: 300 },
      { year: 2021, births: 240 },
    ]);
    const answer = run(born, scenario({ horizonYears: 2, assumptions: { entrants: { mode: "births" }, entrantsTrendBeyondBirths: -0.5 } }));
    expect(sectionOf(answer.baseline, 2027, "1001:primary").pupils).toBeCloseTo((100 * 260) / 300 + 90 + 90 + 300, 9);
    // births of 2022 are unknown: 2028 takes the trend, 86.67 × 0.5
    expect(sectionOf(answer.baseline, 2028, "1001:primary").pupils).toBeCloseTo((50 * 260) / 300 + (90 * 260) / 300 + 90 + 90 + 200, 9);
    expect(answer.notices).toContainEqual({ key: "birthsByTrend", leverId: null, year: null, params: { fromYear: 2028, years: 1 } });
  });

  it("shares a given series of entrants by base-year intake", () => {
    const two = county([school({ code: "1001", primary: [30, 0, 0, 0, 0, 0] }), school({ code: "1002", primary: [10, 60, 0, 0, 0, 0] })]);
    const answer = run(two, scenario({ assumptions: { entrants: { mode: "series", series: [{ year: 2027, entrants: 200 }] } } }));
    // 30 : 10 of 200 → 150 and 50; 1001's 30 and 1002's 10 + 60 move up
    expect(sectionOf(answer.baseline, 2027, "1001:primary").pupils).toBeCloseTo(180, 9);
    expect(sectionOf(answer.baseline, 2027, "1002:primary").pupils).toBeCloseTo(120, 9);
  });

  it("sends a nine-year school's leavers to its own junior section first and shares the rest", () => {
    /*
     * 3001 is a nine-year school: 60 in grade 6 a year ago, 40 in grade 7 now → at most 40/60 stayed.
     * 2001 takes all that came from elsewhere. Grade 6 in 2026: 30 at 3001, 90 at 1001.
     * 2027: 3001 keeps 30 × 2/3 = 20; the pool is 10 + 90 = 100 and goes to 2001 alone.
     */
    const nine = county([
      school({
        code: "3001",
        primary: [0, 0, 0, 0, 0, 30],
        junior: [40, 0, 0],
        history: [{ year: 2025, primaryByGrade: [0, 0, 0, 0, 30, 60], juniorByGrade: [40, 0, 0] }],
      }),
      school({ code: "1001", primary: [0, 0, 0, 0, 0, 90] }),
      school({ code: "2001", junior: [70, 0, 0] }),
    ]);
    const answer = run(nine, scenario({}));
    // 3001: own 20 + its share of the pool (external intake 0) ; grade 8 = 40 × county ratio 0/40 … observed 40 → 0
    const junior3001 = sectionOf(answer.baseline, 2027, "3001:junior").pupils ?? Number.NaN;
    const junior2001 = sectionOf(answer.baseline, 2027, "2001:junior").pupils ?? Number.NaN;
    expect(junior3001).toBeCloseTo(20, 9);
    expect(junior2001).toBeCloseTo(100, 9);
  });

  it("forms classes at the observed size below the cap", () => {
    // grade 1 has 3 classes of 30 (observed), so 95 entrants need ⌈95/30⌉ = 4; a class of 60 is cut at the cap of 45
    const crowded = county([school({ code: "1001", primary: [90, 0, 0, 0, 0, 60], primaryClasses: [3, 0, 0, 0, 0, 1] })]);
    const answer = run(crowded, scenario({ assumptions: { entrants: { mode: "series", series: [{ year: 2027, entrants: 95 }] } } }));
    // grade 2: the section's mean is 150/4 = 37.5 → ⌈90/37.5⌉ = 3
    expect(yearOf(answer.baseline, 2027).stages.primary.classes).toBe(4 + 3);
  });

  it("keeps a missing grade unknown for as long as that cohort is at school, and no longer", () => {
    const gap = county([school({ code: "1001", primary: [60, 60, 60, 60, null, 60] }), school({ code: "2001", junior: [60, 60, 60] })]);
    const answer = run(gap, scenario({ horizonYears: 5 }));
    const state = (year: number) => sectionOf(answer.baseline, year, "1001:primary");
    expect(state(baseYear).pupils).toBeNull();
    expect(state(2027).pupils).toBeNull(); // the unknown cohort is in grade 6
    expect(state(2027).verdict).toBe("not_evaluable");
    expect(state(2028).pupils).toBeCloseTo(360, 9); // it has left …
    expect(sectionOf(answer.baseline, 2028, "2001:junior").pupils).toBeNull(); // … for grade 7
    expect(sectionOf(answer.baseline, 2030, "2001:junior").pupils).toBeNull(); // grade 9
    expect(sectionOf(answer.baseline, 2031, "2001:junior").pupils).toBeCloseTo(180, 9);
  });
});
