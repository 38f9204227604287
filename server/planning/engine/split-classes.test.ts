import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { roomBalance, splitClasses } from "./split-classes";
import { stateOf } from "./state";

const six = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];

describe("rooms and teachers that split classes lack", () => {
  /* 1001: 6 primary and 3 junior classes, 10 rooms; 1002: 6 classes, 8 rooms; 1003 teaches nobody. */
  const dataset = county([
    school({
      code: "1001",
      primary: six,
      junior: [20, 20, 20],
      primaryTeachers: { fullTime: 12 },
      juniorTeachers: { fullTime: 6 },
      facilities: { ordinaryClassrooms: 10 },
    }),
    school({ code: "1002", primary: six, primaryTeachers: { fullTime: 6 }, facilities: { ordinaryClassrooms: 8 } }),
    school({ code: "1003", type: "senior", facilities: { ordinaryClassrooms: 30 } }),
  ]);
  const base = columnsOfDataset(dataset);
  const model = baselineModel(dataset, steady, 1);
  const start = () => stateOf(dataset, base, model.beginning);
  const split = (state: ReturnType<typeof start>) =>
    splitClasses(state, model, ["1001", "1002", "1003"], {
      primary: base.teachers.primary.fullTime,
      junior: base.teachers.junior.fullTime,
    });

  it("are idle or lacking school by school, over those that teach", () => {
    const state = start();
    expect(roomBalance(state)).toEqual({ idleRooms: 3, idlePlaces: 3 * 45, lackingRooms: 0 });
    state.classes.primary[0]?.set([4, 1, 0]);
    expect(roomBalance(state)).toEqual({ idleRooms: 2, idlePlaces: 2 * 45, lackingRooms: 2 });
    // What teaches juniors alone takes 50 a room.
    state.taught.primary[0] = 0;
    expect(roomBalance(state)).toEqual({ idleRooms: 9, idlePlaces: 7 * 50 + 2 * 45, lackingRooms: 0 });
    state.facilities.ordinaryClassrooms[1] = Number.NaN;
    expect(roomBalance(state)).toEqual({ idleRooms: null, idlePlaces: null, lackingRooms: null });
  });

  it("are told of every section that was split, by its own teachers a class", () => {
    const state = start();
    expect(split(state)).toEqual([]);
    state.classes.primary[0]?.set([4, 1, 0]);
    state.split.primary[0] = 3;
    state.split.junior[0] = 0.5;
    // 12 rooms for 10; two teachers a class: 18 for 12. Junior: three classes, six teachers.
    expect(split(state)).toEqual([
      { schoolCode: "1001", stage: "primary", classesAdded: 3, roomsLacking: 2, teachersLacking: 6 },
      { schoolCode: "1001", stage: "junior", classesAdded: 0.5, roomsLacking: 2, teachersLacking: 0 },
    ]);
    state.facilities.ordinaryClassrooms[0] = Number.NaN;
    state.teachers.primary.fullTime[0] = Number.NaN;
    expect(split(state)[0]).toMatchObject({ roomsLacking: null, teachersLacking: null });
  });

  it("say nothing of teachers where there was no class in the base year", () => {
    const none = county([school({ code: "1001", primary: six, primaryClasses: [0, 0, 0, 0, 0, 0], primaryTeachers: { fullTime: 3 } })]);
    const own = columnsOfDataset(none);
    const of = baselineModel(none, steady, 1);
    const state = stateOf(none, own, of.beginning);
    state.split.primary[0] = 1;
    expect(
      splitClasses(state, of, ["1001"], { primary: own.teachers.primary.fullTime, junior: own.teachers.junior.fullTime })[0]
        ?.teachersLacking,
    ).toBeNull();
  });
});
