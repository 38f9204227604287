import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { formClasses } from "./classes";
import { reportedGrades, stateOf } from "./state";

type Six = [number | null, number | null, number | null, number | null, number | null, number | null];

/** Classes by grade after the pupils changed from `before` to `now`. */
const classesOf = (before: Six, classes: Six, now: readonly number[], policy: (typeof steady)["classPolicy"]): number[] => {
  const dataset = county([school({ code: "1001", primary: before, primaryClasses: classes })]);
  const base = columnsOfDataset(dataset);
  const { beginning } = baselineModel(dataset, steady, 1);
  const state = stateOf(dataset, base, beginning);
  const { pupils, classes: observed } = reportedGrades(dataset);
  for (const [grade, value] of now.entries()) state.pupils.primary[grade]?.fill(value);
  formClasses(state, { pupils, classes: observed }, "primary", { classPolicy: policy });
  return state.classes.primary.map((column) => column[0] ?? Number.NaN);
};

describe("forming classes", () => {
  it("repeats the base year's classes when the pupils are the same, whatever the mean size", () => {
    const pupils: Six = [49, 37, 101, 7, 133, 90];
    const classes: Six = [3, 1, 3, 1, 3, 7];
    expect(classesOf(pupils, classes, [49, 37, 101, 7, 133, 90], "observed_mean_under_cap")).toEqual(classes);
  });

  it("never makes a class larger than the cap", () => {
    expect(classesOf([60, 60, 60, 60, 60, 60], [1, 1, 1, 1, 1, 1], [60, 45, 46, 90, 91, 1], "observed_mean_under_cap")).toEqual([
      2, 1, 2, 2, 3, 1,
    ]);
  });

  it("keeps classes until the cap binds when asked to", () => {
    expect(classesOf([60, 60, 60, 60, 60, 60], [2, 2, 2, 2, 2, 2], [10, 45, 89, 91, 0, 135.5], "keep_until_cap")).toEqual([
      2, 2, 2, 3, 0, 4,
    ]);
  });

  it("has no class where there is no pupil and at least one where there is a part of one", () => {
    expect(
      classesOf([30, 30, 30, 30, 30, 30], [1, 1, 1, 1, 1, 1], [0, 0.2, 30, 30, 30, 30], "observed_mean_under_cap").slice(0, 2),
    ).toEqual([0, 1]);
  });

  it("does not invent classes where pupils or classes are not reported", () => {
    const missing = classesOf([30, 30, null, 30, 30, 30], [1, null, 1, 1, 1, 1], [30, 30, 30, 30, 30, 30], "observed_mean_under_cap");
    expect(missing.map(Number.isNaN)).toEqual([false, true, true, false, false, false]);
  });

  it("does not invent classes for pupils who are not known any more", () => {
    for (const policy of ["observed_mean_under_cap", "keep_until_cap"] as const) {
      const now = classesOf([30, 30, 30, 30, 30, 30], [1, 1, 1, 1, 1, 1], [Number.NaN, 30, 30, 30, 30, 0], policy);
      expect(now).toEqual([Number.NaN, 1, 1, 1, 1, 0]);
    }
  });

  it("does not take the cap for the size of a stage of which one grade is not reported", () => {
    // Grade 1 had nobody: its size is the stage's mean, which is not known; grade 6 had its own.
    const began = classesOf([0, 30, null, 30, 30, 30], [0, 1, 1, 1, 1, 1], [40, 0, 30, 30, 30, 30], "observed_mean_under_cap");
    expect([began[0], began[1], began[5]]).toEqual([Number.NaN, 0, 1]);
  });

  it("have the size of the stage's classes where a grade had pupils without a class, or a class without pupils", () => {
    // 160 pupils in five classes: 32 a class. 70 ÷ 32 make three classes, 64 ÷ 32 two.
    const now = classesOf([40, 0, 30, 30, 30, 30], [0, 1, 1, 1, 1, 1], [70, 64, 30, 30, 30, 30], "observed_mean_under_cap");
    expect(now).toEqual([3, 2, 1, 1, 1, 1]);
  });

  it("are as large as the cap where the stage had no class, or nobody in any", () => {
    // 100 ÷ 45 make three classes.
    for (const classes of [0, 1]) {
      const before: Six = [classes, classes, classes, classes, classes, classes];
      expect(classesOf([0, 0, 0, 0, 0, 0], before, [100, 0, 45, 46, 0, 1], "observed_mean_under_cap")).toEqual([3, 0, 1, 2, 0, 1]);
    }
    expect(classesOf([9, 9, 9, 9, 9, 9], [0, 0, 0, 0, 0, 0], [100, 0, 9, 9, 9, 9], "observed_mean_under_cap")).toEqual([3, 0, 1, 1, 1, 1]);
  });

  it("says how many grades it formed, how many only the cap split, and by how many classes", () => {
    // Under a cap of 45: two classes of 50 become three, one of 90 becomes two; 40 in one and none stay as they are.
    const dataset = county([
      school({ code: "1001", primary: [100, 90, 40, 0, 45, 30], primaryClasses: [2, 1, 1, 0, 1, 1] }),
      school({ code: "2001", junior: [60, 60, 60] }),
    ]);
    const { beginning, observed } = baselineModel(dataset, steady, 1);
    for (const classPolicy of ["observed_mean_under_cap", "keep_until_cap"] as const) {
      const state = stateOf(dataset, columnsOfDataset(dataset), beginning);
      expect(formClasses(state, observed, "primary", { classPolicy })).toEqual({ formed: 6, capped: 2 });
      expect(state.classes.primary.map((column) => column[0])).toEqual([3, 2, 1, 0, 1, 1]);
      expect([...state.split.primary]).toEqual([2, 0]);
      expect(formClasses(state, observed, "junior", { classPolicy })).toEqual({ formed: 3, capped: 3 });
      expect([...state.split.junior]).toEqual([0, 3]);
    }
  });
});
