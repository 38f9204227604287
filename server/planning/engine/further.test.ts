import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, type SchoolSketch, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import { cohortRetention, followPupils, measurePupils, settleWholes } from "./further";
import { at, type CountyState, type FurtherPath, type PupilMeasure, stateOf } from "./state";

const six = (cell: number | null) => [cell, cell, cell, cell, cell, cell] as NonNullable<SchoolSketch["primary"]>;

const stateWith = (sketches: readonly Omit<SchoolSketch, "code">[], figures: Partial<Record<FurtherPath, readonly number[]>> = {}) => {
  const dataset = county(sketches.map((sketch, row) => school({ code: `${1001 + row}`, ...sketch })));
  const state = stateOf(dataset, columnsOfDataset(dataset), baselineModel(dataset, steady, 1).beginning);
  for (const [path, values] of Object.entries(figures)) state.further[path as FurtherPath].set(values);
  return state;
};
const measured = (state: CountyState): PupilMeasure => measurePupils(state, state.work.before);
const column = (state: CountyState, path: FurtherPath): number[] => [...state.further[path]];

describe("pupils that figures scale by", () => {
  it("are those of each stage, of the first grades, of both, and at least 100 where funds are counted", () => {
    const state = stateWith([
      { primary: [5, 10, 10, 10, 10, 10], junior: [20, 15, 15] },
      { primary: six(0) },
      { primary: six(10) },
      { primary: [10, null, 10, 10, 10, 10] },
    ]);
    const { primary, junior, grade1, grade7, all, funded } = measured(state);
    expect([...primary]).toEqual([55, 0, 60, Number.NaN]);
    expect([...junior]).toEqual([50, 0, 0, 0]);
    expect([...grade1]).toEqual([5, 0, 10, 10]);
    expect([...grade7]).toEqual([20, 0, 0, 0]);
    expect([...all]).toEqual([105, 0, 60, Number.NaN]);
    expect([...funded]).toEqual([105, 0, 100, Number.NaN]);
  });
});

describe("figures that follow the pupils", () => {
  const path = "enrolment.inZonePrimary" as const;

  it("keep their share, take the county's mean where nobody was, and are nothing where nobody is left", () => {
    const state = stateWith([{ primary: six(10) }, { primary: six(0) }, { primary: six(20) }, { junior: [1, 1, 1] }], {
      [path]: [30, 0, 120, 7],
      "money.publicFundsBudgetWan": [10, 0, 24, 1],
    });
    const before = measured(state);
    state.pupils.primary[0]?.set([40, 30, 0, 0]);
    for (const grade of state.pupils.primary) grade[2] = 0;
    followPupils(state, before);
    // 150 of 180 are in their zone: 30 × 90 ÷ 60, 150 ÷ 180 × 30, 0.
    expect(column(state, path)).toEqual([45, 25, 0, 7]);
    // Funds count no school for fewer than 100: both times 100 at 1001; 120 at 1003 before. The mean is 35 for 320, for 100.
    expect(column(state, "money.publicFundsBudgetWan")).toEqual([10, expect.closeTo((100 * 35) / 320, 9), 0, 1]);
  });

  it("take the county's mean in a junior stage that begins", () => {
    const junior = "enrolment.inZoneJunior" as const;
    const state = stateWith([{ junior: [10, 10, 10] }, { junior: [0, 0, 0] }], { [junior]: [24, 0] });
    const before = measured(state);
    state.pupils.junior[0]?.set([10, 20]);
    followPupils(state, before);
    // 24 of 30 are in their zone: 0.8 × 20.
    expect(column(state, junior)).toEqual([24, 16]);
  });

  it("are unknown where the pupils were or are, or where the county has no mean", () => {
    const gap = stateWith([{ primary: six(null) }, { primary: six(10) }, { primary: six(0) }], { [path]: [30, Number.NaN, 0] });
    const before = measured(gap);
    gap.pupils.primary[0]?.set([10, 10, 30]);
    followPupils(gap, before);
    expect(column(gap, path)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    const lost = stateWith([{ primary: six(10) }, { primary: six(10) }], { [path]: [30, 60] });
    const then = measured(lost);
    lost.pupils.primary[0]?.set([Number.NaN, 10]);
    followPupils(lost, then);
    expect(column(lost, path)).toEqual([Number.NaN, 60]);
    const begun = stateWith([{ primary: six(0) }, { primary: six(10) }], { [path]: [0, 60] });
    const none = measured(begun);
    begun.pupils.primary[0]?.set([Number.NaN, 10]);
    followPupils(begun, none);
    expect(column(begun, path)).toEqual([Number.NaN, 60]);
  });

  it("leave out of the county's mean who does not report them", () => {
    const state = stateWith([{ primary: six(10) }, { primary: six(10) }, { primary: six(0) }], { [path]: [30, Number.NaN, 0] });
    const before = measured(state);
    state.pupils.primary[0]?.set([10, 10, 20]);
    followPupils(state, before);
    expect(column(state, path)).toEqual([30, Number.NaN, 10]);
  });

  it("stay where a school no longer teaches", () => {
    const state = stateWith([{ primary: six(10) }], { [path]: [30] });
    const before = measured(state);
    state.pupils.primary[0]?.set([40]);
    state.taught.primary[0] = 0;
    followPupils(state, before);
    expect(column(state, path)).toEqual([30]);
  });
});

describe("what was all of a school", () => {
  it("stays all of it when arithmetic has moved it a hair, and is left alone otherwise", () => {
    const hair = 1 + 1e-12;
    const state = stateWith(
      [{ primary: six(10), junior: [10, 10, 10], primaryTeachers: { fullTime: 7 }, juniorTeachers: { fullTime: 3 } }],
      {
        "staff.certified": [10 * hair],
        "staff.trained360": [10 / hair],
        "staff.underFiveYears": [10 * (1 + 1e-6)],
        "enrolment.inZonePrimary": [60 * hair],
        "enrolment.inZoneJunior": [30 / hair],
        "enrolment.migrantWorkerChildren": [90 * hair],
      },
    );
    settleWholes(state, measurePupils(state, state.work.after));
    expect(
      (
        [
          "staff.certified",
          "staff.trained360",
          "enrolment.inZonePrimary",
          "enrolment.inZoneJunior",
          "enrolment.migrantWorkerChildren",
        ] as const
      ).map((path) => at(state.further[path], 0)),
    ).toEqual([10, 10, 60, 30, 90]);
    expect(at(state.further["staff.underFiveYears"], 0)).toBe(10 * (1 + 1e-6));
  });
});

describe("retention by cohort", () => {
  const start = () =>
    stateWith([{ junior: [30, 28, 27] }, { primary: six(10) }], {
      "retention.graduates": [1, 2],
      "retention.entrants": [1, 2],
      "retention.transferredIn": [1, 2],
      "retention.transferredOut": [1, 2],
      "retention.died": [1, 2],
    });

  it("is grade 9 of the year before against grade 7 three years before, nobody known to have moved", () => {
    const state = start();
    state.cohorts.grade7.push(Float64Array.of(99, 0));
    expect(cohortRetention(state, 3)).toBe(true);
    expect([column(state, "retention.graduates"), column(state, "retention.entrants")]).toEqual([
      [27, 2],
      [30, 2],
    ]);
    for (const path of ["retention.transferredIn", "retention.transferredOut", "retention.died"] as const) {
      expect(column(state, path)).toEqual([0, 2]);
    }
    expect(cohortRetention(state, 4)).toBe(true);
    expect(column(state, "retention.entrants")).toEqual([99, 2]);
  });

  it("is not known before the third year, nor without the cohort", () => {
    const state = start();
    expect([2, 4].map((years) => cohortRetention(state, years))).toEqual([false, false]);
    expect(column(state, "retention.graduates")).toEqual([1, 2]);
  });
});
