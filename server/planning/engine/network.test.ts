import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { clearSchool, moveGoods, movePupils, moveStaff, moveZone } from "./network";
import { columnsIn, type FurtherPath, stateOf } from "./state";

/* 3001: 10 a primary and 20 a junior grade, half of all pupils in each stage. 3002 has nobody yet. */
const start = () => {
  const dataset = county([
    school({
      code: "3001",
      primary: [10, 10, 10, 10, 10, 10],
      junior: [20, 20, 20],
      primaryTeachers: { fullTime: 8, backbone: 4, physicalEducation: 2, music: 1, art: 1, integratedArts: 2, aboveRequiredEducation: 6 },
      juniorTeachers: { fullTime: 8 },
    }),
    school({ code: "3002", primary: [0, 0, 0, 0, 0, 0], junior: [0, 0, 0] }),
  ]);
  const state = stateOf(dataset, columnsOfDataset(dataset), baselineModel(dataset, steady, 1).beginning);
  for (const column of Object.values(state.further)) column.set([100, 0]);
  return state;
};
const moved = (state: ReturnType<typeof start>, ...paths: readonly FurtherPath[]): (number | undefined)[] =>
  paths.map((path) => state.further[path][1]);

describe("a share of the pupils of a stage", () => {
  it("takes its figures of the stage along whole, those of the school in proportion to all pupils", () => {
    const state = start();
    movePupils(state, "primary", 0, 1, 0.5);
    expect(state.pupils.primary.map((column) => [...column])).toEqual(Array.from({ length: 6 }, () => [5, 5]));
    expect(state.pupils.junior.map((column) => [...column])).toEqual(Array.from({ length: 3 }, () => [20, 0]));
    expect(moved(state, "enrolment.inZonePrimary", "enrolment.entrantsPrimary", "enrolment.entrantsInZonePrimary")).toEqual([50, 50, 50]);
    expect(moved(state, "enrolment.inZoneJunior", "enrolment.entrantsJunior", "retention.entrants", "staff.certified")).toEqual([
      0, 0, 0, 0,
    ]);
    expect(moved(state, "enrolment.migrantWorkerChildren", "money.publicFundsBudgetWan", "money.trainingActualWan")).toEqual([25, 25, 25]);
    expect(state.further["money.publicFundsBudgetWan"][0]).toBe(75);
    expect(state.cohorts.grade7.map((column) => [...column])).toEqual([[20, 0]]);
  });

  it("takes the cohorts behind retention along in the junior stage", () => {
    const state = start();
    movePupils(state, "junior", 0, 1, 0.5);
    expect(moved(state, "enrolment.inZoneJunior", "enrolment.entrantsJunior", "enrolment.entrantsInZoneJunior")).toEqual([50, 50, 50]);
    expect(moved(state, "enrolment.inZonePrimary", "enrolment.entrantsPrimary")).toEqual([0, 0]);
    expect(moved(state, "retention.graduates", "retention.entrants", "retention.died")).toEqual([50, 50, 50]);
    expect(state.cohorts.grade7.map((column) => [...column])).toEqual([[10, 10]]);
    expect([...state.cohorts.grade9Before]).toEqual([10, 10]);
  });

  it("takes the share itself of a school without pupils, and nothing of an unknown figure when it is none", () => {
    const state = start();
    for (const column of [...state.pupils.primary, ...state.pupils.junior]) column[0] = 0;
    movePupils(state, "primary", 0, 1, 0.5);
    expect(moved(state, "money.publicFundsBudgetWan")).toEqual([50]);
    state.further["money.publicFundsBudgetWan"][0] = Number.NaN;
    movePupils(state, "primary", 0, 1, 0);
    expect(moved(state, "money.publicFundsBudgetWan")).toEqual([50]);
    movePupils(state, "primary", 0, 1, 0.1);
    expect(moved(state, "money.publicFundsBudgetWan")).toEqual([Number.NaN]);
  });
});

describe("a share of a zone", () => {
  it("is of grade 1 in the primary stage, and of nothing else", () => {
    const state = start();
    moveZone(state, "primary", 0, 1, 0.25);
    expect([...state.zones.grade1]).toEqual([7.5, 2.5]);
    expect([[...state.zones.grade7], [...state.zones.ownShare]]).toEqual([
      [20, 0],
      [1, 0],
    ]);
  });

  it("is of the county's pool in the junior stage, to which own leavers go who would have stayed", () => {
    // 10 of grade 7 came from grade 6 of the school itself, 10 from elsewhere.
    const state = start();
    expect([...state.zones.pool]).toEqual([10, 0]);
    moveZone(state, "junior", 0, 1, 0.5);
    expect([...state.zones.pool]).toEqual([5, 10]);
    expect([...state.zones.grade7]).toEqual([10, 10]);
    expect([...state.zones.ownShare]).toEqual([0.5, 0]);
    expect([...state.zones.grade1]).toEqual([10, 0]);
    // Where all came from elsewhere, the pool alone moves.
    state.zones.pool.set([10, 10]);
    moveZone(state, "junior", 0, 1, 0.5);
    expect([...state.zones.pool]).toEqual([5, 15]);
  });
});

describe("what goes to another school", () => {
  it("is every attribute of the staff in proportion, nothing without a share", () => {
    const state = start();
    moveStaff(state, "primary", 0, 1, 0.5);
    const { primary } = state.teachers;
    expect(Object.values(primary).map((column) => [...column])).toEqual([
      [4, 4],
      [3, 3],
      [2, 2],
      [1, 1],
      [0.5, 0.5],
      [0.5, 0.5],
      [1, 1],
    ]);
    expect([...state.teachers.junior.fullTime]).toEqual([8, 0]);
    primary.art[0] = Number.NaN;
    moveStaff(state, "primary", 0, 1, 0);
    expect(primary.art[1]).toBe(0.5);
  });

  it("is equipment, computers and books, not rooms", () => {
    const state = start();
    state.facilities.equipmentValueWan.set([50, 0]);
    state.facilities.multimediaRooms.set([8, 0]);
    moveGoods(state, 0, 1, 0.2);
    expect([...state.facilities.equipmentValueWan]).toEqual([40, 10]);
    expect([...state.facilities.multimediaRooms]).toEqual([8, 0]);
    expect(moved(state, "basic.computers", "basic.books", "money.trainingBudgetWan")).toEqual([20, 20, 0]);
  });
});

describe("a closed school", () => {
  it("has nothing left but its conditions, posts and caps, and the other keeps all", () => {
    const state = start();
    const [columns, further] = [columnsIn(state), Object.values(state.further)];
    for (const column of columns) column.set([100, 3]);
    clearSchool(state, 0);
    const left = (Object.keys(state.further) as FurtherPath[]).filter((path) => state.further[path][0] !== 0);
    expect(left.filter((path) => !/^(?:conditions|quality)\.|^staff\.visiting/.test(path))).toEqual([
      "enrolment.kindergarten",
      "staff.posts",
    ]);
    expect(left.filter((path) => path.startsWith("conditions."))).toHaveLength(5);
    const others = columns.filter((column) => !further.includes(column) && column[0] !== 0);
    expect(others).toEqual([state.caps.primary, state.caps.junior]);
    expect(columns.every((column) => column[1] === 3)).toBe(true);
    expect([state.taught.primary, state.taught.junior].map((flags) => [...flags])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});
