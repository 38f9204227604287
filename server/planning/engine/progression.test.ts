import { county, lever, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { withPlannedSchools } from "./planned-schools";
import { progressionOf, progressionTable } from "./progression";
import { questionOf } from "./simulate";
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

describe("ratios that the planner sets", () => {
  /* 1001 was seen once in grades 1 to 5 (0.9 in grade 1), 3001 never; 3001 teaches both stages. */
  const dataset = county([
    school({ code: "1001", primary: [100, 90, 100, 100, 100, 100], history: [past(2025, [100, 100, 100, 100, 100, 100])] }),
    school({ code: "3001", primary: [10, 10, 10, 10, 10, 10], junior: [10, 10, 10] }),
  ]);
  const taught = taughtRows(dataset);
  const entries = [
    { schoolCode: "", grade: 1, ratio: 0.7 },
    { schoolCode: "1001", grade: 1, ratio: 0.6 },
    { schoolCode: "3001", grade: 8, ratio: 1.2 },
    { schoolCode: "3001", grade: 5, ratio: 0 },
  ] as const;

  it("go before what was observed, a school's own before the county's, and only in their grade", () => {
    const { ratios } = progressionOf(dataset, taught, [...entries]);
    expect(ratios.primary.map((column) => [...column])).toEqual([
      [0.6, 0.7],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(ratios.junior.map((column) => [...column])).toEqual([
      [1, 1],
      [1, 1.2],
    ]);
  });

  it("are counted by school, and no longer borrowed", () => {
    const before = progressionOf(dataset, taught);
    expect([before.borrowed, [...before.given.primary], [...before.given.junior]]).toEqual([7, [0, 0], [0, 0]]);
    const { borrowed, given } = progressionOf(dataset, taught, [...entries]);
    expect([borrowed, [...given.primary], [...given.junior]]).toEqual([4, [1, 2], [0, 1]]);
  });

  it("stand in the table beside the others, each with where it comes from", () => {
    const own = (ratio: number) => ({ ratio, origin: "own", years: 1 });
    const steady = { ratio: 1, origin: "steady", years: 0 };
    const seen = { ratio: 1, origin: "county", years: 0 };
    const plain = progressionTable(dataset, []);
    expect(plain.county).toEqual([{ ratio: 0.9, origin: "county", years: 0 }, seen, seen, seen, seen, steady, steady]);
    expect(plain.schools).toEqual([
      { code: "1001", name: "学校1001", ratios: [own(0.9), own(1), own(1), own(1), own(1), null, null] },
      { code: "3001", name: "学校3001", ratios: [{ ratio: 0.9, origin: "county", years: 0 }, seen, seen, seen, seen, steady, steady] },
    ]);
    const set = (ratio: number) => ({ ratio, origin: "set", years: 0 });
    const ofCounty = { ratio: 0.7, origin: "setForCounty", years: 0 };
    const changed = progressionTable(dataset, [...entries]);
    expect(changed.county).toEqual([ofCounty, seen, seen, seen, seen, steady, steady]);
    expect(changed.schools.map(({ ratios }) => ratios)).toEqual([
      [set(0.6), own(1), own(1), own(1), own(1), null, null],
      [ofCounty, seen, seen, seen, set(0), steady, set(1.2)],
    ]);
  });

  it("are those by which the years are stepped, school by school, and years behind a mean are told", () => {
    const long = school({
      code: "1002",
      primary: [10, 8, 10, 10, 10, 10],
      history: [past(2024, [10, 0, 0, 0, 0, 0]), past(2025, [10, 10, 0, 0, 0, 0])],
    });
    const senior = { ...school({ code: "4001", type: "senior" }), classes: { primaryByGrade: null, juniorByGrade: null } };
    const mixed = county([long, senior, school({ code: "2001", junior: [9, 9, 9] })]);
    const table = progressionTable(mixed, []);
    expect(table.schools.map(({ code }) => code)).toEqual(["1002", "2001"]);
    expect(table.schools[0]?.ratios[0]).toEqual({ ratio: 0.9, origin: "own", years: 2 });
    const { ratios } = progressionOf(mixed, taughtRows(mixed));
    expect(table.schools[0]?.ratios.slice(0, 5).map((ratio) => ratio?.ratio)).toEqual(ratios.primary.map((column) => column[0]));
  });

  it("are those of its origin for a school that is planned out of another, save what is set for it", () => {
    const origin = school({ code: "1001", primary: [10, 8, 7, 10, 10, 10], history: [past(2025, [10, 10, 10, 10, 10, 10])] });
    const levers = [lever("open_school", { code: "N001", originCode: "1001", originEvent: "split" })];
    const progressionRatios = [{ schoolCode: "N001", grade: 2 as const, ratio: 0.5 }];
    const document = scenario({ assumptions: { progressionRatios }, levers });
    const { model, rowOf } = questionOf(county([origin]), document);
    const row = rowOf.get("N001") ?? -1;
    expect(model.progression.ratios.primary.map((column) => column[row])).toEqual([0.8, 0.5, 1, 1, 1]);
    const planned = withPlannedSchools(county([origin]), levers);
    const table = progressionTable(planned.dataset, progressionRatios, planned.origins);
    expect(table.schools[1]?.ratios.slice(0, 3)).toEqual([
      { ratio: 0.8, origin: "inherited", years: 0 },
      { ratio: 0.5, origin: "set", years: 0 },
      { ratio: 1, origin: "inherited", years: 0 },
    ]);
  });
});
