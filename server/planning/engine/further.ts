import type { Stage } from "@server/statistics/contract";
import { at, type Column, type CountyState, type FurtherPath, pupilsAt } from "./state";

/** Figures of a school that go with its pupils, by whose number they scale. */
export const pupilFigures = {
  primary: ["enrolment.inZonePrimary"],
  junior: ["enrolment.inZoneJunior"],
  grade1: ["enrolment.entrantsPrimary", "enrolment.entrantsInZonePrimary"],
  grade7: ["enrolment.entrantsJunior", "enrolment.entrantsInZoneJunior"],
  all: ["enrolment.migrantWorkerChildren"],
} as const satisfies Readonly<Record<string, readonly FurtherPath[]>>;

export const retentionFigures = [
  "retention.graduates",
  "retention.entrants",
  "retention.transferredIn",
  "retention.transferredOut",
  "retention.died",
] as const satisfies readonly FurtherPath[];

/** 经费 of a school: so much a pupil, counted as 100 pupils where there are fewer. */
export const moneyFigures = [
  "money.publicFundsBudgetWan",
  "money.publicFundsActualWan",
  "money.trainingBudgetWan",
  "money.trainingActualWan",
] as const satisfies readonly FurtherPath[];

/** Persons among the staff of the whole school. */
export const staffFigures = [
  "staff.certified",
  "staff.trained360",
  "staff.underFiveYears",
  "staff.postsFilled",
  "staff.outsidePosts",
  "unsplitTeachers.fullTime",
  "unsplitTeachers.backbone",
  "unsplitTeachers.physicalEducation",
  "unsplitTeachers.music",
  "unsplitTeachers.art",
  "unsplitTeachers.integratedArts",
] as const satisfies readonly FurtherPath[];

/** Persons among the staff of one stage. */
export const stageStaffFigures = {
  primary: "basic.midTitlePrimary",
  junior: "basic.midTitleJunior",
} as const satisfies Readonly<Record<Stage, FurtherPath>>;

/** Movable goods beside the equipment. */
export const goodsFigures = ["basic.computers", "basic.books"] as const satisfies readonly FurtherPath[];

/** Pupils of one year by which a school's figures scale. */
export interface PupilMeasure {
  readonly primary: Column;
  readonly junior: Column;
  readonly grade1: Column;
  readonly grade7: Column;
  readonly all: Column;
  /** Pupils that funds are counted for. */
  readonly funded: Column;
}

/** Fewer pupils than this are funded as so many (不足100人按100人核定). */
export const smallSchoolPupils = 100;

export const pupilMeasure = (state: CountyState): PupilMeasure => {
  const rows = state.caps.primary.length;
  const each = (read: (row: number) => number): Column => Float64Array.from({ length: rows }, (_, row) => read(row));
  const primary = each((row) => pupilsAt(state, "primary", row));
  const junior = each((row) => pupilsAt(state, "junior", row));
  const all = each((row) => at(primary, row) + at(junior, row));
  return {
    primary,
    junior,
    grade1: (state.pupils.primary[0] ?? primary).slice(),
    grade7: (state.pupils.junior[0] ?? junior).slice(),
    all,
    funded: all.map((pupils) => (pupils > 0 ? Math.max(pupils, smallSchoolPupils) : pupils)),
  };
};

/**
 * A school's figure follows its pupils, its share stays. A school that had none takes the county's
 * mean a pupil, for a new school has no share of its own. Unknown pupils make the figure unknown.
 */
const scale = (column: Column, before: Column, after: Column, state: CountyState): void => {
  let persons = 0;
  let pupils = 0;
  for (let row = 0; row < column.length; row += 1) {
    const figure = at(column, row);
    const number = at(before, row);
    if (!Number.isNaN(figure) && number > 0) {
      persons += figure;
      pupils += number;
    }
  }
  for (let row = 0; row < column.length; row += 1) {
    if (state.taught.primary[row] !== 1 && state.taught.junior[row] !== 1) continue;
    const was = at(before, row);
    const is = at(after, row);
    if (was === is) continue;
    if (was > 0) column[row] = (at(column, row) * is) / was;
    else if (is > 0 && was === 0) column[row] = pupils > 0 ? (persons / pupils) * is : Number.NaN;
    else column[row] = Number.NaN;
  }
};

/** In-zone and migrant pupils, new entrants and funds of a year, from those of the year before. */
export const followPupils = (state: CountyState, before: PupilMeasure): void => {
  const after = pupilMeasure(state);
  for (const measure of ["primary", "junior", "grade1", "grade7", "all"] as const) {
    for (const path of pupilFigures[measure]) scale(state.further[path], before[measure], after[measure], state);
  }
  for (const path of moneyFigures) scale(state.further[path], before.funded, after.funded, state);
};

/** Persons who are among the teachers of the whole school. */
const partsOfTeachers = ["staff.certified", "staff.trained360", "staff.underFiveYears"] as const satisfies readonly FurtherPath[];

/** Far above what doubles lose in a horizon, far below any person. */
const trace = 1e-9;

/** Puts a part on its whole where arithmetic has moved it a hair off: it would read as larger, or as not all. */
const settle = (part: Column, row: number, whole: number): void => {
  if (Math.abs(at(part, row) - whole) <= whole * trace) part[row] = whole;
};

/** All teachers certified, all pupils in their zone: what was all of a school in the base year stays all of it. */
export const settleWholes = (state: CountyState): void => {
  for (let row = 0; row < state.caps.primary.length; row += 1) {
    const teachers = at(state.teachers.primary.fullTime, row) + at(state.teachers.junior.fullTime, row);
    for (const path of partsOfTeachers) settle(state.further[path], row, teachers);
    for (const path of pupilFigures.primary) settle(state.further[path], row, pupilsAt(state, "primary", row));
    for (const path of pupilFigures.junior) settle(state.further[path], row, pupilsAt(state, "junior", row));
    for (const path of pupilFigures.all) settle(state.further[path], row, pupilsAt(state, "primary", row) + pupilsAt(state, "junior", row));
  }
};

/** 巩固率 by the projected cohort: grade 9 of the year before against grade 7 three years before, nobody known to have moved. */
export const cohortRetention = (state: CountyState, yearsSinceBase: number): boolean => {
  const entered = state.cohorts.grade7[yearsSinceBase - 3];
  if (entered === undefined || yearsSinceBase < 3) return false;
  for (let row = 0; row < entered.length; row += 1) {
    if (state.taught.junior[row] !== 1) continue;
    state.further["retention.graduates"][row] = at(state.cohorts.grade9Before, row);
    state.further["retention.entrants"][row] = at(entered, row);
    for (const path of ["retention.transferredIn", "retention.transferredOut", "retention.died"] as const) state.further[path][row] = 0;
  }
  return true;
};
