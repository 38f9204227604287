import type { Stage } from "@server/statistics/contract";
import { at, type Column, type CountyState, type FurtherPath, type PupilMeasure, sumInto } from "./state";

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

/** Fewer pupils than this are funded as so many (不足100人按100人核定). */
export const smallSchoolPupils = 100;

/** Measures the pupils as they are now. */
export const measurePupils = (state: CountyState, into: PupilMeasure): PupilMeasure => {
  const { primary, junior, grade1, grade7, all, funded } = into;
  sumInto(primary, state.pupils.primary);
  sumInto(junior, state.pupils.junior);
  grade1.set(state.pupils.primary[0] ?? primary);
  grade7.set(state.pupils.junior[0] ?? junior);
  for (let row = 0; row < all.length; row += 1) {
    const pupils = at(primary, row) + at(junior, row);
    all[row] = pupils;
    funded[row] = pupils > 0 ? Math.max(pupils, smallSchoolPupils) : pupils;
  }
  return into;
};

/** A county's figure a pupil, over the schools that have pupils and report it. */
const meanOf = (column: Column, pupils: Column): number => {
  let persons = 0;
  let all = 0;
  for (let row = 0; row < column.length; row += 1) {
    const figure = at(column, row);
    if (Number.isNaN(figure) || !(at(pupils, row) > 0)) continue;
    persons += figure;
    all += at(pupils, row);
  }
  return all > 0 ? persons / all : Number.NaN;
};

const measuresOfFigures = ["primary", "junior", "grade1", "grade7", "all"] as const;
const measures = [...measuresOfFigures, "funded"] as const;

/** The pupils with whom a year begins: as the year before left them, unless schools have opened, closed or changed zones since. */
export const pupilsBefore = (state: CountyState, isMoved: boolean): PupilMeasure => {
  const { before, after, measured } = state.work;
  if (isMoved || measured !== state.year - 1) return measurePupils(state, before);
  for (const measure of measures) before[measure].set(after[measure]);
  return before;
};

/**
 * A school's figures follow its pupils, their share stays. A school that had none takes the county's
 * mean a pupil, for a new school has no share of its own. Unknown pupils make the figures unknown.
 */
const scale = ({ further, taught, work: { rows } }: CountyState, paths: readonly FurtherPath[], before: Column, after: Column): void => {
  let changed = 0;
  let isBegun = false;
  for (let row = 0; row < before.length; row += 1) {
    if (before[row] === after[row] || (taught.primary[row] !== 1 && taught.junior[row] !== 1)) continue;
    rows[changed] = row;
    changed += 1;
    if (before[row] === 0 && at(after, row) > 0) isBegun = true;
  }
  for (const path of paths) {
    const column = further[path];
    const mean = isBegun ? meanOf(column, before) : Number.NaN;
    for (let i = 0; i < changed; i += 1) {
      const row = rows[i] ?? 0;
      const was = at(before, row);
      if (was > 0) column[row] = (at(column, row) * at(after, row)) / was;
      else column[row] = was === 0 && at(after, row) > 0 ? mean * at(after, row) : Number.NaN;
    }
  }
};

/** In-zone and migrant pupils, new entrants and funds of a year, from those of the year before. Answers the pupils of the year. */
export const followPupils = (state: CountyState, before: PupilMeasure): PupilMeasure => {
  const after = measurePupils(state, state.work.after);
  for (const measure of measuresOfFigures) scale(state, pupilFigures[measure], before[measure], after[measure]);
  scale(state, moneyFigures, before.funded, after.funded);
  state.work.measured = state.year;
  return after;
};

/** Persons who are among the teachers of the whole school. */
export const partsOfTeachers = ["staff.certified", "staff.trained360", "staff.underFiveYears"] as const satisfies readonly FurtherPath[];

/** Far above what doubles lose in a horizon, far below any person. */
const trace = 1e-9;

/** A part, or its whole where arithmetic has moved it a hair off: it would read as larger, or as not all. */
export const settled = (part: number, whole: number): number => (Math.abs(part - whole) <= whole * trace ? whole : part);

const settleColumn = (part: Column, whole: Column): void => {
  for (let row = 0; row < part.length; row += 1) part[row] = settled(at(part, row), at(whole, row));
};

/** All teachers certified, all pupils in their zone: what was all of a school in the base year stays all of it. */
export const settleWholes = (state: CountyState, { primary, junior, all }: PupilMeasure): void => {
  const teachers = state.work.teachers;
  for (let row = 0; row < teachers.length; row += 1) {
    teachers[row] = at(state.teachers.primary.fullTime, row) + at(state.teachers.junior.fullTime, row);
  }
  for (const path of partsOfTeachers) settleColumn(state.further[path], teachers);
  for (const path of pupilFigures.primary) settleColumn(state.further[path], primary);
  for (const path of pupilFigures.junior) settleColumn(state.further[path], junior);
  for (const path of pupilFigures.all) settleColumn(state.further[path], all);
};

const movedFigures = ["retention.transferredIn", "retention.transferredOut", "retention.died"] as const satisfies readonly FurtherPath[];

/** 巩固率 by the projected cohort: grade 9 of the year before against grade 7 three years before, nobody known to have moved. */
export const cohortRetention = (state: CountyState, yearsSinceBase: number): boolean => {
  const entered = state.cohorts.grade7[yearsSinceBase - 3];
  if (entered === undefined || yearsSinceBase < 3) return false;
  for (let row = 0; row < entered.length; row += 1) {
    if (state.taught.junior[row] !== 1) continue;
    state.further["retention.graduates"][row] = at(state.cohorts.grade9Before, row);
    state.further["retention.entrants"][row] = at(entered, row);
    for (const path of movedFigures) state.further[path][row] = 0;
  }
  return true;
};
