import { columnsByYear, county, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { entrantsGiven, givenPupils, stepTransfers } from "./given-pupils";

const rowOf = new Map([
  ["1001", 0],
  ["2001", 1],
]);
const nothing = { entrantNumbers: [], netTransfers: [] };

describe("pupils entered school by school", () => {
  it("are found by projected year and row, the first of two for one place", () => {
    const given = givenPupils(
      {
        entrantNumbers: [
          { schoolCode: "1001", year: 2028, entrants: 7 },
          { schoolCode: "1001", year: 2028, entrants: 9 },
          { schoolCode: "7777", year: 2028, entrants: 1 },
          { schoolCode: "1001", year: 2026, entrants: 2 },
          { schoolCode: "1001", year: 2029, entrants: 3 },
        ],
        netTransfers: [
          { schoolCode: "7777", grade: 1, year: 2027, pupils: 1 },
          { schoolCode: "2001", grade: 8, year: 2027, pupils: -4 },
          { schoolCode: "2001", grade: 8, year: 2027, pupils: 9 },
          { schoolCode: "2001", grade: 9, year: 2027, pupils: 2 },
          { schoolCode: "1001", grade: 8, year: 2027, pupils: 5 },
          { schoolCode: "2001", grade: 8, year: 2028, pupils: 6 },
        ],
      },
      rowOf,
      2026,
      2,
    );
    expect(given.entrants.map((numbers) => [...numbers])).toEqual([[], [[0, 7]]]);
    expect(given.transfers).toEqual([
      [
        { entry: 1, row: 1, grade: 8, pupils: -4 },
        { entry: 3, row: 1, grade: 9, pupils: 2 },
        { entry: 4, row: 0, grade: 8, pupils: 5 },
      ],
      [{ entry: 5, row: 1, grade: 8, pupils: 6 }],
    ]);
  });

  it("are none where no section of the year has one", () => {
    const of = (entrants: readonly (readonly [number, number])[]) => ({
      ...givenPupils(nothing, rowOf, 2026, 1),
      entrants: [new Map(entrants)],
    });
    expect(entrantsGiven(of([]), 0, Uint8Array.of(1, 1))).toBeNull();
    expect(entrantsGiven(of([[0, 5]]), 0, Uint8Array.of(0, 1))).toBeNull();
    expect(entrantsGiven(of([[0, 5]]), 1, Uint8Array.of(1, 1))).toBeNull();
    const two = of([
      [0, 5],
      [1, 6],
    ]);
    expect([...(entrantsGiven(two, 0, Uint8Array.of(0, 1)) ?? [])]).toEqual([[1, 6]]);
  });
});

describe("transfers", () => {
  const stateOf = (grade8: number) => ({
    pupils: {
      primary: [0, 0, 0, 0, 0, 10].map((pupils) => Float64Array.of(pupils, 0)),
      junior: [Float64Array.of(0, 3), Float64Array.of(0, grade8), Float64Array.of(0, 5)],
    },
    taught: { primary: Uint8Array.of(1, 0), junior: Uint8Array.of(0, 1) },
  });
  const stepped = (grade8: number, pupils: number, grade = 8, row = 1) => {
    const state = stateOf(grade8);
    const told: number[] = [];
    const applied = stepTransfers(state, [{ entry: 0, row, grade, pupils }], (_, present) => told.push(present));
    return { applied, told, junior: state.pupils.junior.map((column) => column[1]), grade6: state.pupils.primary[5]?.[0] };
  };

  it("are added to their grade", () => {
    expect(stepped(4, 2.5)).toEqual({ applied: 1, told: [], junior: [3, 6.5, 5], grade6: 10 });
    expect(stepped(4, -4)).toEqual({ applied: 1, told: [], junior: [3, 0, 5], grade6: 10 });
    expect(stepped(4, -1, 6, 0)).toEqual({ applied: 1, told: [], junior: [3, 4, 5], grade6: 9 });
    expect(stepped(4, 1, 7)).toMatchObject({ junior: [4, 4, 5] });
    expect(stepped(4, 1, 9)).toMatchObject({ junior: [3, 4, 6] });
  });

  it("take all who are there where more are to leave, and tell how many these were", () => {
    expect(stepped(4, -4.5)).toMatchObject({ applied: 1, told: [4], junior: [3, 0, 5] });
    // What arithmetic leaves of a pupil is no complaint.
    expect(stepped(4 - 1e-9, -4)).toMatchObject({ told: [], junior: [3, 0, 5] });
  });

  it("change nothing that is not known, and nothing of a stage that is not taught", () => {
    expect(stepped(Number.NaN, -4)).toMatchObject({ applied: 1, told: [], junior: [3, Number.NaN, 5] });
    expect(stepped(4, 5, 8, 0)).toMatchObject({ applied: 0, junior: [3, 4, 5] });
    expect(stepped(4, 5, 6, 1)).toMatchObject({ applied: 0, grade6: 10 });
  });
});

describe("retention of a cohort of which some have moved", () => {
  /* Grade 7 of 2026: 50. Two join grade 8 in 2027, five leave grade 9 in 2028, 47 graduate and are told in 2029. */
  const dataset = county([school({ code: "2001", junior: [50, 50, 50] }), school({ code: "1001", primary: [50, 50, 50, 50, 50, 50] })]);
  const netTransfers = [
    { schoolCode: "2001", grade: 8, year: 2027, pupils: 2 },
    { schoolCode: "2001", grade: 9, year: 2028, pupils: -5 },
    // Of other cohorts, and of another stage.
    { schoolCode: "2001", grade: 9, year: 2027, pupils: 11 },
    { schoolCode: "2001", grade: 8, year: 2028, pupils: -12 },
    { schoolCode: "2001", grade: 7, year: 2027, pupils: 13 },
    { schoolCode: "1001", grade: 2, year: 2027, pupils: 14 },
  ];
  const told = (retention: "base_year" | "by_cohort") => {
    const { at } = columnsByYear(dataset, scenario({ horizonYears: 4, assumptions: { retention, netTransfers } }));
    const figures = ["graduates", "entrants", "transferredIn", "transferredOut", "died"] as const;
    return [2028, 2029, 2030].map((year) => figures.map((figure) => at(year).further[`retention.${figure}`][0]));
  };
  const unknown = [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN];

  it("is told with those who joined and left it", () => {
    // 2030: of 63 in grade 7 of 2027 twelve left in 2028; nobody moved in grade 9 of 2029.
    expect(told("by_cohort")).toEqual([unknown, [47, 50, 2, 5, 0], [51, 63, 0, 12, 0]]);
  });

  it("stays as it was where it is that of the base year", () => {
    expect(told("base_year")).toEqual([unknown, unknown, unknown]);
  });
});
