import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, type SchoolSketch, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "./baseline";
import type { Retiring } from "./retiring";
import { addTeachers, emptyGroup, endLoans, gain, moveGroup, naturalGains, returning, returnLoans, stepStaff } from "./staff";
import { at, type CountyState, type FurtherPath, type Loan, stateOf } from "./state";

const twenty = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];

/** Two schools of both stages; figures of the staff as given, all others zero. */
const stateWith = (sketches: readonly Omit<SchoolSketch, "code">[], figures: Partial<Record<FurtherPath, readonly number[]>> = {}) => {
  const schools = sketches.map((sketch, row) => school({ code: `${1001 + row}`, primary: twenty, junior: [20, 20, 20], ...sketch }));
  const dataset = county(schools);
  const state = stateOf(dataset, columnsOfDataset(dataset), baselineModel(dataset, steady, 1).beginning);
  for (const path of [
    "staff.certified",
    "staff.trained360",
    "staff.underFiveYears",
    "staff.postsFilled",
    "basic.midTitlePrimary",
  ] as const) {
    state.further[path].fill(0);
    state.further[path].set(figures[path] ?? []);
  }
  return state;
};
const column = (state: CountyState, path: FurtherPath): number[] => [...state.further[path]];
const attrition = (teacherAttrition: number, teacherReplacement: number) => ({ teacherAttrition, teacherReplacement });

describe("leaving and coming, year by year", () => {
  /* 1001: 20 primary teachers of whom 8 hold a degree, 10 junior ones. */
  const start = () =>
    stateWith(
      [
        { primaryTeachers: { fullTime: 20, aboveRequiredEducation: 8 }, juniorTeachers: { fullTime: 10, backbone: 5 } },
        { primaryTeachers: { fullTime: 10 }, juniorTeachers: {} },
      ],
      {
        "staff.certified": [30, 5],
        "staff.underFiveYears": [10, 0],
        "staff.postsFilled": [30, 10],
        "basic.midTitlePrimary": [4, 1],
      },
    );

  it("retires those of the base year only, takes a share of all, and replaces a part of those who went", () => {
    const state = start();
    // 20 of the base year: 0.75 × 0.9 = 0.675 stay. 6.5 leave, 3.25 come.
    expect(stepStaff(state, attrition(0.1, 0.5), retiring(0.25))).toEqual({ sections: 3 });
    const { fullTime, aboveRequiredEducation } = state.teachers.primary;
    expect([at(fullTime, 0), at(aboveRequiredEducation, 0), at(state.veterans.primary, 0)]).toEqual([
      expect.closeTo(16.75, 9),
      expect.closeTo(6.7, 9),
      expect.closeTo(13.5, 9),
    ]);
    expect(at(state.teachers.junior.backbone, 0)).toBeCloseTo(5 * (8.375 / 10), 9);
    // The school's papers follow all of its teachers, a title those of its stage: 25.125 of 30.
    expect(column(state, "staff.certified")[0]).toBeCloseTo(25.125, 9);
    expect(column(state, "staff.postsFilled")[0]).toBeCloseTo(25.125, 9);
    expect(column(state, "basic.midTitlePrimary")).toEqual([expect.closeTo(3.35, 9), expect.closeTo(0.8375, 9)]);
    // A fifth completes five years and a tenth of the rest leaves: 10 × 0.8 × 0.9, and 3.25 + 1.625 are new.
    expect(column(state, "staff.underFiveYears")[0]).toBeCloseTo(7.2 + 4.875, 9);

    // In the second year 13.5 are of the base year, 3.25 are not: 13.5 × 0.325 + 3.25 × 0.1 leave.
    stepStaff(state, attrition(0.1, 0.5), retiring(0.25));
    expect(at(fullTime, 0)).toBeCloseTo(16.75 - 4.7125 / 2, 9);
    expect(at(state.veterans.primary, 0)).toBeCloseTo(13.5 * 0.675, 9);
  });

  it("never lets more leave than there are, nor more come than left, however a year turns out", () => {
    const state = start();
    const errors = { attrition: Float64Array.of(3, 1), replacement: Float64Array.of(4, 1) };
    stepStaff(state, attrition(0.5, 0.5), retiring(0), errors);
    // 1001: all leave and all are replaced; 1002: half leave, half of them are replaced.
    expect([...state.teachers.primary.fullTime]).toEqual([20, 7.5]);
    expect([...state.veterans.primary]).toEqual([0, 5]);
    expect(column(state, "staff.underFiveYears")).toEqual([30, 2.5]);
    expect(column(state, "staff.certified")).toEqual([30, 3.75]);
  });

  it("only completes years where nobody leaves, and does nothing where nobody is", () => {
    const state = start();
    state.further["staff.underFiveYears"].set([10, 4]);
    state.teachers.primary.fullTime[1] = 0;
    state.further["staff.certified"][1] = 5;
    expect(stepStaff(state, attrition(0, 1), retiring(0))).toEqual({ sections: 2 });
    expect([...state.teachers.primary.fullTime]).toEqual([20, 0]);
    expect(column(state, "staff.underFiveYears")).toEqual([8, 4]);
    stepStaff(state, attrition(0.5, 0), retiring(0));
    expect(column(state, "staff.certified")).toEqual([15, 5]);
    expect(column(state, "staff.underFiveYears")).toEqual([3.2, 4]);
  });

  it("leaves what is reported of a school as it is where nobody leaves, even if its teachers are not", () => {
    const state = stateWith([{ primaryTeachers: { fullTime: null, music: 3 } }], { "staff.certified": [7], "basic.midTitlePrimary": [2] });
    stepStaff(state, attrition(0, 1), retiring(0));
    expect([at(state.teachers.primary.music, 0), ...column(state, "staff.certified"), ...column(state, "basic.midTitlePrimary")]).toEqual([
      3, 7, 2,
    ]);
    stepStaff(state, attrition(0.1, 1), retiring(0));
    expect([at(state.teachers.primary.music, 0), ...column(state, "staff.certified")]).toEqual([Number.NaN, Number.NaN]);
  });

  it("retires the teachers of a school by its own ages where it has some, guests among them", () => {
    const state = start();
    const loan = { ...loanOf({ fullTime: 4 }), veterans: 4 };
    state.loans.push(loan);
    stepStaff(state, attrition(0, 0), retiring(0, Float64Array.of(0, 0.5)));
    expect([...state.teachers.primary.fullTime]).toEqual([20, 5]);
    expect([...state.veterans.primary]).toEqual([20, 5]);
    expect(loan.veterans).toBe(2);
  });

  it("takes those of the base year who are away along, by what happens where they work", () => {
    const state = start();
    const loan = { ...loanOf({ fullTime: 4 }), veterans: 4 };
    state.loans.push(loan);
    stepStaff(state, attrition(0.1, 1), retiring(0.25), { attrition: Float64Array.of(1, 2) });
    expect(loan.veterans).toBeCloseTo(4 * 0.75 * 0.8, 9);
    stepStaff(state, attrition(0, 1), retiring(0));
    expect(loan.veterans).toBeCloseTo(2.4, 9);
  });
});

const retiring = (county: number, byRow: Float64Array | null = null): Retiring => ({ county, byRow });

const loanOf = (group: Partial<Record<keyof ReturnType<typeof emptyGroup>, number>>): Loan => ({
  leverId: "loan",
  stage: "primary",
  fromRow: 0,
  toRow: 1,
  lastYear: 2027,
  persons: group.fullTime ?? 0,
  group: { ...emptyGroup(), ...group },
  veterans: 0,
});

describe("a group that moves", () => {
  const start = () =>
    stateWith(
      [
        { primaryTeachers: { fullTime: 10, backbone: 4, art: 1 }, juniorTeachers: { fullTime: 10 } },
        { primaryTeachers: { fullTime: 5, backbone: 1 }, juniorTeachers: { fullTime: 5 } },
      ],
      { "staff.certified": [16, 10], "staff.postsFilled": [20, 10], "basic.midTitlePrimary": [5, 0] },
    );

  it("takes certificates and posts of the school along, titles of the stage, and those of the base year in proportion", () => {
    const state = start();
    // 2 of 10 of the stage, 2 of 20 of the school.
    expect(moveGroup(state, "primary", 0, 1, { ...emptyGroup(), fullTime: 2, backbone: 2 })).toBeCloseTo(2, 12);
    expect([...state.teachers.primary.fullTime]).toEqual([8, 7]);
    expect([...state.teachers.primary.backbone]).toEqual([2, 3]);
    expect([...state.teachers.primary.art]).toEqual([1, 0]);
    expect([...state.veterans.primary]).toEqual([8, 7]);
    expect(column(state, "staff.certified")).toEqual([expect.closeTo(14.4, 12), expect.closeTo(11.6, 12)]);
    expect(column(state, "basic.midTitlePrimary")).toEqual([4, 1]);
  });

  it("takes as many of the base year as is said, and nothing along when nobody moves", () => {
    const state = start();
    expect(moveGroup(state, "primary", 0, 1, { ...emptyGroup(), fullTime: 2 }, 1.5)).toBe(1.5);
    expect([...state.veterans.primary]).toEqual([8.5, 6.5]);
    const before = column(state, "staff.certified");
    expect(moveGroup(state, "primary", 0, 1, emptyGroup())).toBe(0);
    expect(column(state, "staff.certified")).toEqual(before);
    const unknown = stateWith([{ primaryTeachers: { fullTime: null } }, {}]);
    moveGroup(unknown, "primary", 0, 1, emptyGroup());
    expect(column(unknown, "staff.certified")).toEqual([0, 0]);
    const unreported = stateWith([{ primaryTeachers: {} }, {}], { "staff.certified": [Number.NaN, 4] });
    expect(moveGroup(unreported, "primary", 0, 1, emptyGroup())).toBe(0);
    expect(column(unreported, "staff.certified")).toEqual([Number.NaN, 4]);
  });

  it("takes no more than all of the papers, even of more than there are", () => {
    const state = start();
    moveGroup(state, "primary", 0, 1, { ...emptyGroup(), fullTime: 30 });
    expect(column(state, "staff.certified")).toEqual([0, 26]);
    expect(column(state, "basic.midTitlePrimary")).toEqual([0, 5]);
    expect([...state.veterans.primary]).toEqual([0, 15]);
  });
});

describe("teachers who come", () => {
  it("fill posts and are new, with the certificates that they are said to have", () => {
    const state = stateWith([{ primaryTeachers: { fullTime: 10 } }]);
    expect(addTeachers(state, "primary", 0, { ...emptyGroup(), fullTime: 3, music: 2 }, 1)).toBe(true);
    expect([at(state.teachers.primary.fullTime, 0), at(state.teachers.primary.music, 0)]).toEqual([13, 2]);
    expect([at(state.further["staff.certified"], 0), at(state.further["staff.underFiveYears"], 0)]).toEqual([1, 3]);
    expect([at(state.further["staff.postsFilled"], 0), at(state.veterans.primary, 0)]).toEqual([3, 10]);
  });

  it("are lost in a figure that is not reported, and in no other", () => {
    const state = stateWith([{ primaryTeachers: { fullTime: 10, music: null, art: null } }]);
    expect(addTeachers(state, "primary", 0, { ...emptyGroup(), fullTime: 1, art: 1 }, 0)).toBe(false);
    expect(addTeachers(state, "primary", 0, { ...emptyGroup(), fullTime: 1, backbone: 1 }, 0)).toBe(true);
  });
});

describe("guests who go home", () => {
  const hostOf = (host: SchoolSketch["primaryTeachers"]) => stateWith([{}, { primaryTeachers: host ?? {} }]).teachers.primary;

  it("are those who came, where the host has them", () => {
    const host = hostOf({ fullTime: 10, backbone: 3, music: 1 });
    expect(returning(loanOf({ fullTime: 4, backbone: 2, music: 1 }), host)).toEqual({
      ...emptyGroup(),
      fullTime: 4,
      backbone: 2,
      music: 1,
    });
  });

  it("are limited by what the host has left, but not by what it does not report", () => {
    expect(returning(loanOf({ fullTime: 4, backbone: 2 }), hostOf({ fullTime: 3, backbone: 1 }))).toMatchObject({
      fullTime: 3,
      backbone: 1,
    });
    expect(returning(loanOf({ fullTime: 4, backbone: 2 }), hostOf({ fullTime: null, backbone: 1 }))).toMatchObject({
      fullTime: 4,
      backbone: 1,
    });
    expect(returning(loanOf({ fullTime: 4, backbone: 2 }), hostOf({ fullTime: 3, backbone: null }))).toMatchObject({
      fullTime: 3,
      backbone: 2,
    });
    expect(returning(loanOf({ fullTime: 4 }), hostOf({ fullTime: -1 })).fullTime).toBe(0);
  });

  it("take so many of an attribute that the host keeps no more of it than teachers", () => {
    // 6 of 7 hold a degree; when 4 go, none of them with one, 3 stay: 3 degrees must go.
    expect(returning(loanOf({ fullTime: 4 }), hostOf({ fullTime: 7, aboveRequiredEducation: 6 })).aboveRequiredEducation).toBe(3);
  });

  it("go after their last year, with no more of the base year among them than persons", () => {
    const state = stateWith([{ primaryTeachers: { fullTime: 8 } }, { primaryTeachers: { fullTime: 4 } }]);
    const kept = { ...loanOf({ fullTime: 1 }), lastYear: 2028 };
    state.loans.push({ ...loanOf({ fullTime: 2 }), veterans: 3 }, kept, { ...loanOf({ fullTime: 1 }), veterans: 0.5 });
    state.year = 2027;
    returnLoans(state);
    expect(state.loans).toHaveLength(3);
    state.year = 2028;
    returnLoans(state);
    expect(state.loans).toEqual([kept]);
    expect([...state.teachers.primary.fullTime]).toEqual([11, 1]);
    expect([...state.veterans.primary]).toEqual([10.5, 1.5]);
    endLoans(state, ({ toRow }) => toRow === kept.fromRow);
    expect(state.loans).toEqual([kept]);
  });
});

describe("gains without programmes", () => {
  it("move a share of those who lack an attribute, never more than all, and none where more have it than there are", () => {
    const attribute = Float64Array.of(4, 12, 1);
    for (const row of [0, 1]) gain(attribute, Float64Array.of(10, 10, 10), row, 0.5);
    gain(attribute, Float64Array.of(10, 10, Number.NaN), 2, 0);
    expect([...attribute]).toEqual([7, 12, 1]);
  });

  it("come at the rates assumed, as the year turns out", () => {
    const rates = { ...steady, upgradingRate: 0.5, backboneRate: 0.25 };
    const start = () => stateWith([{ primaryTeachers: { fullTime: 10 } }, { juniorTeachers: { fullTime: 8, backbone: 4 } }]);
    const likely = start();
    naturalGains(likely, rates);
    expect([at(likely.teachers.primary.aboveRequiredEducation, 0), at(likely.teachers.primary.backbone, 0)]).toEqual([5, 2.5]);
    expect([at(likely.teachers.junior.aboveRequiredEducation, 1), at(likely.teachers.junior.backbone, 1)]).toEqual([4, 5]);
    const otherwise = start();
    naturalGains(otherwise, rates, Float64Array.of(4, 2));
    expect([at(otherwise.teachers.primary.aboveRequiredEducation, 0), at(otherwise.teachers.primary.backbone, 0)]).toEqual([10, 10]);
    expect([at(otherwise.teachers.junior.aboveRequiredEducation, 1), at(otherwise.teachers.junior.backbone, 1)]).toEqual([8, 6]);
    const onlyOne = start();
    naturalGains(onlyOne, { ...rates, upgradingRate: 0 });
    expect([at(onlyOne.teachers.primary.aboveRequiredEducation, 0), at(onlyOne.teachers.primary.backbone, 0)]).toEqual([0, 2.5]);
  });
});
