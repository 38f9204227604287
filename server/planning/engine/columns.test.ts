import { columnsOfDataset, rulesInForce } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { county, type SchoolSketch, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { columnsOfState, pupilColumns, yearMemory } from "./columns";
import { stateOf } from "./state";

const rules = rulesInForce(quality2017, "2027-01-01");
const six = (cell: number | null) => [cell, cell, cell, cell, cell, cell] as NonNullable<SchoolSketch["primary"]>;
const ones = [1, 1, 1, 1, 1, 1] as NonNullable<SchoolSketch["primaryClasses"]>;

const started = (sketches: readonly Omit<SchoolSketch, "code">[], facts: Parameters<typeof withSizes>[1] = []) => {
  const dataset = withSizes(county(sketches.map((sketch, row) => school({ code: `${1001 + row}`, ...sketch }))), facts);
  const base = columnsOfDataset(dataset);
  return { base, state: stateOf(dataset, base, baselineModel(dataset, steady, 1).beginning) };
};

/** Class sizes as reported, by row. */
const withSizes = (
  dataset: ReturnType<typeof county>,
  rows: readonly Partial<ReturnType<typeof school>["classSizes"]>[],
): ReturnType<typeof county> => ({
  ...dataset,
  schools: dataset.schools.map((one, row) => ({ ...one, classSizes: { ...one.classSizes, ...rows[row] } })),
});
const at = (columns: readonly Float64Array[], row: number): number[] => columns.map((column) => column[row] ?? Number.NaN);

describe("class sizes of a projected year", () => {
  const { base, state } = started([
    { primary: [29, 30, 45, 46, 0, 110], primaryClasses: [1, 1, 1, 1, 0, 2] },
    { primary: [20, null, 20, 20, 20, 20], primaryClasses: ones },
    { junior: [50, 50, 120], juniorClasses: [1, 1, 2] },
  ]);
  const columns = columnsOfState(state, base, rules);

  it("are the mean of each grade, counted by band, and the largest of them", () => {
    // 26 to 30: two; 41 to 45 and 46 to 50: one; 51 to 55: the two of grade 6.
    expect(at(columns.classSizes.primary, 0)).toEqual([0, 2, 0, 0, 1, 1, 2, 0, 0, 0]);
    expect(columns.classSizes.largestMean.primary[0]).toBe(55);
    expect(at(columns.classSizes.junior, 2)).toEqual([0, 0, 0, 0, 0, 2, 0, 2, 0, 0]);
    expect(columns.classSizes.largestMean.junior[2]).toBe(60);
  });

  it("are unknown in every band where one grade is, the largest known still being told", () => {
    expect(at(columns.classSizes.primary, 1).every(Number.isNaN)).toBe(true);
    expect(columns.classSizes.largestMean.primary[1]).toBe(20);
  });

  it("are told by stage: what is reported for both together is no longer said of a school that teaches", () => {
    const unsplit = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
    const primary = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] as const;
    const both = started(
      [{ primary: six(20) }, { type: "senior" }],
      [{ unsplit: [...unsplit] }, { unsplit: [...unsplit], primary: [...primary] }],
    );
    const memory = yearMemory(both.base);
    const first = columnsOfState(both.state, both.base, rules, memory);
    expect(at(first.classSizes.unsplit, 0).every(Number.isNaN)).toBe(true);
    expect(at(first.classSizes.unsplit, 1)).toEqual(unsplit);
    expect(at(first.classSizes.primary, 1)).toEqual(primary);
    // The same memory, once the first school is closed: what the return said stands again.
    both.state.taught.primary[0] = 0;
    const closed = columnsOfState(both.state, both.base, rules, memory);
    expect(at(closed.classSizes.unsplit, 0)).toEqual(unsplit);
    expect(at(closed.classSizes.primary, 0)).toEqual(at(both.base.classSizes.primary, 0));
    both.state.taught.primary[0] = 1;
    expect(at(columnsOfState(both.state, both.base, rules, memory).classSizes.primary, 0)).toEqual([6, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("a school all of whose classes have fewer than 30 pupils", () => {
  it("is told from the projected classes of the stages that it teaches, and unknown where a class is", () => {
    const { base, state } = started([
      { primary: six(29), junior: [29, 29, 29] },
      { primary: six(30), junior: [29, 29, 29] },
      { primary: six(29), junior: [29, 30, 29] },
      { primary: six(29) },
      { junior: [20, 20, 20] },
      { primary: six(null) },
      { type: "senior" },
    ]);
    state.further["conditions.everyClassUnder30"].fill(0.5);
    const { further } = columnsOfState(state, base, rules);
    expect([...further["conditions.everyClassUnder30"]]).toEqual([1, 0, 0, 1, 1, Number.NaN, 0.5]);
    expect(state.further["conditions.everyClassUnder30"][0]).toBe(0.5);
  });
});

describe("pupils of a projected year", () => {
  it("are summed by stage, with the grades that have any; senior pupils stay", () => {
    const { base, state } = started([{ primary: [20, 0, 20, 0, 0, 1] }, { primary: [20, null, 20, 0, 0, 0] }, { junior: [10, 20, 30] }]);
    state.year += 1;
    const { pupils, grades, statisticsYear } = pupilColumns(state, base);
    expect(statisticsYear).toBe(base.statisticsYear + 1);
    expect([...pupils.primary]).toEqual([41, Number.NaN, 0]);
    expect([...grades.primary]).toEqual([3, Number.NaN, 0]);
    expect([...pupils.junior]).toEqual([0, 0, 60]);
    expect([...grades.junior]).toEqual([0, 0, 3]);
    expect(pupils.senior).toBe(base.pupils.senior);
  });
});

describe("figures that a year's funding sets", () => {
  it("stand instead of the county's own for that year alone", () => {
    const { base, state } = started([{ primary: six(20) }]);
    const memory = yearMemory(base);
    const path = "money.publicFundsBudgetWan" as const;
    state.further[path][0] = 3;
    expect(columnsOfState(state, base, rules, memory).further[path][0]).toBe(3);
    state.raised = { [path]: Float64Array.of(7) };
    const raised = columnsOfState(state, base, rules, memory).further;
    expect([raised[path][0], raised["conditions.everyClassUnder30"][0]]).toEqual([7, 1]);
    state.raised = {};
    expect(columnsOfState(state, base, rules, memory).further[path][0]).toBe(3);
    const other = started([{ primary: six(20) }]);
    other.state.further[path][0] = 9;
    expect(columnsOfState(other.state, other.base, rules, memory).further[path][0]).toBe(9);
  });
});
