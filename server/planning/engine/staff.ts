import type { Stage } from "@server/statistics/contract";
import type { Assumptions } from "../contract";
import { staffFigures, stageStaffFigures } from "./further";
import { type Retiring, retiringAt } from "./retiring";
import {
  add,
  at,
  bothStages,
  type Column,
  type CountyState,
  factorAt,
  type Loan,
  type TeacherField,
  type TeacherGroupOf,
  teacherFields,
} from "./state";

export const emptyGroup = (): Record<TeacherField, number> => ({
  fullTime: 0,
  aboveRequiredEducation: 0,
  backbone: 0,
  physicalEducation: 0,
  music: 0,
  art: 0,
  integratedArts: 0,
});

/** Full-time teachers of a whole school. */
export const schoolTeachers = (state: CountyState, row: number): number =>
  at(state.teachers.primary.fullTime, row) + at(state.teachers.junior.fullTime, row);

/** A part of a figure; nothing of an unknown figure is nothing. */
const part = (figure: number, share: number): number => (share === 0 ? 0 : figure * share);

/**
 * Adds a group to the teachers of a row, or takes it from them. Field by field, each by its name: looked up in a loop
 * they take ten times as long, and a rotation moves hundreds of groups a year.
 */
export const addGroup = (teachers: TeacherGroupOf<Column>, row: number, group: TeacherGroupOf<number>, sign: 1 | -1): void => {
  add(teachers.fullTime, row, sign * group.fullTime);
  add(teachers.aboveRequiredEducation, row, sign * group.aboveRequiredEducation);
  add(teachers.backbone, row, sign * group.backbone);
  add(teachers.physicalEducation, row, sign * group.physicalEducation);
  add(teachers.music, row, sign * group.music);
  add(teachers.art, row, sign * group.art);
  add(teachers.integratedArts, row, sign * group.integratedArts);
};

/** Columns of the figures that go with the staff of a whole school; a run has the same columns all along. */
const knownStaffColumns = new WeakMap<CountyState["further"], readonly Column[]>();
const staffColumns = ({ further }: CountyState): readonly Column[] => {
  let columns = knownStaffColumns.get(further);
  if (columns === undefined) {
    columns = staffFigures.map((path) => further[path]);
    knownStaffColumns.set(further, columns);
  }
  return columns;
};

const carry = (column: Column, fromRow: number, toRow: number, share: number): void => {
  const moved = part(at(column, fromRow), share);
  if (moved === 0) return;
  add(column, fromRow, -moved);
  add(column, toRow, moved);
};

/**
 * Moves a group of teachers between the same stage of two schools: every attribute, those who were
 * there in the base year, and certificates, training, posts and titles in proportion.
 * Answers how many base-year teachers moved.
 */
export const moveGroup = (
  state: CountyState,
  stage: Stage,
  fromRow: number,
  toRow: number,
  group: Readonly<Record<TeacherField, number>>,
  veterans: number | null = null,
): number => {
  const stageShare = group.fullTime === 0 ? 0 : Math.min(1, group.fullTime / at(state.teachers[stage].fullTime, fromRow));
  const schoolShare = group.fullTime === 0 ? 0 : Math.min(1, group.fullTime / schoolTeachers(state, fromRow));
  const movedVeterans = veterans ?? part(at(state.veterans[stage], fromRow), stageShare);
  addGroup(state.teachers[stage], fromRow, group, -1);
  addGroup(state.teachers[stage], toRow, group, 1);
  add(state.veterans[stage], fromRow, -movedVeterans);
  add(state.veterans[stage], toRow, movedVeterans);
  for (const column of staffColumns(state)) carry(column, fromRow, toRow, schoolShare);
  carry(state.further[stageStaffFigures[stage]], fromRow, toRow, stageShare);
  return movedVeterans;
};

/** New teachers: attributes as given, certificates as said, none trained yet, all in post for less than five years. */
export const addTeachers = (
  state: CountyState,
  stage: Stage,
  row: number,
  group: Readonly<Record<TeacherField, number>>,
  certified: number,
): boolean => {
  for (const field of teacherFields) if (group[field] !== 0) add(state.teachers[stage][field], row, group[field]);
  add(state.further["staff.certified"], row, certified);
  add(state.further["staff.underFiveYears"], row, group.fullTime);
  add(state.further["staff.postsFilled"], row, group.fullTime);
  return teacherFields.every((field) => group[field] === 0 || !Number.isNaN(at(state.teachers[stage][field], row)));
};

type LeavingRates = Pick<Assumptions, "teacherAttrition" | "teacherReplacement">;

/** Factors of a year by row on the shares that leave and that are replaced; none for the likely ones. */
export interface LeavingErrors {
  readonly attrition?: Column | undefined;
  readonly replacement?: Column | undefined;
}

/** How often the assumptions about leaving were used: sections with teachers. */
export interface StaffUse {
  readonly sections: number;
}

/** Scales some rows of a column by their factors; the others stay. */
const scaleRows = (column: Column, factors: Column, rows: Int32Array, count: number): void => {
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    column[row] = at(column, row) * at(factors, row);
  }
};

/** Those among the staff of a school who leave like all others. */
const staffWhoLeave = staffFigures.filter((path) => path !== "staff.underFiveYears");

/**
 * Retirements and other attrition less replacement. Attributes leave in proportion to the section's
 * mix; those who come instead restore the same mix. A host's staff shrinks and is replaced with its guests among it;
 * how many go home does not change by that.
 */
export const stepStaff = (
  state: CountyState,
  { teacherAttrition, teacherReplacement }: LeavingRates,
  retiring: Retiring,
  { attrition, replacement }: LeavingErrors = {},
): StaffUse => {
  const attritionAt = (row: number): number => Math.min(1, teacherAttrition * factorAt(attrition, row));
  // Where nobody leaves all stays as reported, even where the number of teachers is not.
  const isQuiet = (row: number): boolean => teacherAttrition === 0 && retiringAt(retiring, row) === 0;
  const { teachers: before, refilled, factors, rows } = state.work;
  for (let row = 0; row < before.length; row += 1) before[row] = schoolTeachers(state, row);
  refilled.fill(0);
  let sections = 0;
  for (const stage of bothStages) {
    const { fullTime } = state.teachers[stage];
    const veterans = state.veterans[stage];
    let changing = 0;
    for (let row = 0; row < factors.length; row += 1) {
      const teachers = at(fullTime, row);
      if (teachers === 0) continue;
      sections += 1;
      const rate = attritionAt(row);
      const veteransStaying = (1 - retiringAt(retiring, row)) * (1 - rate);
      const own = at(veterans, row);
      const leavers = own * (1 - veteransStaying) + (teachers - own) * rate;
      const refill = leavers * Math.min(1, teacherReplacement * factorAt(replacement, row));
      refilled[row] = at(refilled, row) + refill;
      if (isQuiet(row)) continue;
      rows[changing] = row;
      changing += 1;
      factors[row] = (teachers - leavers + refill) / teachers;
      veterans[row] = own * veteransStaying;
    }
    for (const field of teacherFields) scaleRows(state.teachers[stage][field], factors, rows, changing);
    scaleRows(state.further[stageStaffFigures[stage]], factors, rows, changing);
  }
  let changing = 0;
  for (let row = 0; row < before.length; row += 1) {
    if (before[row] === 0 || isQuiet(row)) continue;
    rows[changing] = row;
    changing += 1;
    factors[row] = schoolTeachers(state, row) / at(before, row);
  }
  for (const path of staffWhoLeave) scaleRows(state.further[path], factors, rows, changing);
  // A fifth of those in post for less than five years completes the fifth year.
  const recent = state.further["staff.underFiveYears"];
  for (let row = 0; row < recent.length; row += 1) {
    if (before[row] !== 0) recent[row] = at(recent, row) * 0.8 * (1 - attritionAt(row)) + at(refilled, row);
  }
  for (const loan of state.loans) loan.veterans *= (1 - retiringAt(retiring, loan.toRow)) * (1 - attritionAt(loan.toRow));
  return { sections };
};

/** Moves a share of those who lack an attribute into it; `attribute` is a sub-set of `fullTime`. */
export const gain = (attribute: Column, fullTime: Column, row: number, share: number): void => {
  if (share !== 0) add(attribute, row, Math.max(0, at(fullTime, row) - at(attribute, row)) * share);
};

/** 在职提升 and 骨干评选 that go on without programmes; `factors` by row on both rates. */
export const naturalGains = (state: CountyState, { upgradingRate, backboneRate }: Assumptions, factors?: Column): void => {
  if (upgradingRate === 0 && backboneRate === 0) return;
  for (const stage of bothStages) {
    const { fullTime, aboveRequiredEducation, backbone } = state.teachers[stage];
    for (let row = 0; row < fullTime.length; row += 1) {
      const factor = factorAt(factors, row);
      gain(aboveRequiredEducation, fullTime, row, Math.min(1, upgradingRate * factor));
      gain(backbone, fullTime, row, Math.min(1, backboneRate * factor));
    }
  }
};

/**
 * Teachers of a loan who go home: in the amounts in which they came, limited by what the host has, so that of each
 * attribute it neither falls below nothing nor keeps more than it has teachers. What is not reported limits nothing.
 */
export const returning = ({ group, toRow }: Loan, host: TeacherGroupOf<Column>): Record<TeacherField, number> => {
  const present = at(host.fullTime, toRow);
  const fullTime = Number.isNaN(present) ? group.fullTime : Math.max(0, Math.min(present, group.fullTime));
  const homeward = (column: Column, came: number): number => {
    const own = at(column, toRow);
    const most = Number.isNaN(own) ? fullTime : Math.max(0, Math.min(own, fullTime));
    const least = Number.isNaN(own + present) ? 0 : fullTime - (present - own);
    return Math.max(least, Math.min(came, most));
  };
  return {
    fullTime: homeward(host.fullTime, group.fullTime),
    aboveRequiredEducation: homeward(host.aboveRequiredEducation, group.aboveRequiredEducation),
    backbone: homeward(host.backbone, group.backbone),
    physicalEducation: homeward(host.physicalEducation, group.physicalEducation),
    music: homeward(host.music, group.music),
    art: homeward(host.art, group.art),
    integratedArts: homeward(host.integratedArts, group.integratedArts),
  };
};

/** Sends the teachers of some loans home, those who left last first. */
export const endLoans = (state: CountyState, isOver: (loan: Loan) => boolean): void => {
  const { loans } = state;
  for (let place = loans.length - 1; place >= 0; place -= 1) {
    const loan = loans[place];
    if (loan === undefined || !isOver(loan)) continue;
    const group = returning(loan, state.teachers[loan.stage]);
    moveGroup(state, loan.stage, loan.toRow, loan.fromRow, group, Math.min(loan.veterans, group.fullTime));
  }
  let left = 0;
  for (const loan of loans) {
    if (isOver(loan)) continue;
    loans[left] = loan;
    left += 1;
  }
  loans.length = left;
};

/** Teachers whose term is over go home, before anybody departs. */
export const returnLoans = (state: CountyState): void => endLoans(state, ({ lastYear }) => lastYear < state.year);
