import { type CountSchools, type CountyColumns, type Rules, repeatedCount } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { returning } from "./staff";
import {
  add,
  at,
  type ByStage,
  bothStages,
  type Column,
  type CountyState,
  gradeCount,
  sumInto,
  type TeacherField,
  teacherFields,
} from "./state";

/** Grades with somebody in them, row by row; unknown where one of them is. */
const gradesInto = (total: Column, columns: readonly Column[]): void => {
  total.fill(0);
  for (const column of columns) {
    for (let row = 0; row < total.length; row += 1) {
      const pupils = at(column, row);
      total[row] = at(total, row) + (pupils > 0 ? 1 : Number.isNaN(pupils) ? Number.NaN : 0);
    }
  }
};

/** Upper ends of the size bands, a hair above them. */
const bandEnds = Float64Array.from(classSizeBands, ({ to }) => (to === null ? Number.POSITIVE_INFINITY : to * (1 + 1e-12)));

/** Position of the size band of a class, −1 for an unknown size; a mean between two whole numbers means that some class has the larger one. */
export const bandOf = (size: number): number => {
  for (let band = 0; band < bandEnds.length; band += 1) if (size <= at(bandEnds, band)) return band;
  return -1;
};

/** Room for the columns of a year, used again for every year: what it holds of one is gone with the next. */
export interface YearMemory {
  readonly pupils: ByStage<Column>;
  readonly grades: ByStage<Column>;
  readonly classes: ByStage<Column>;
  readonly bands: Readonly<Record<Stage | "unsplit", readonly Column[]>>;
  readonly largestMean: ByStage<Column>;
  readonly everyClassUnder30: Column;
  /** Rows that taught each stage when the size bands were last written; none of the two codes before that. */
  readonly taught: ByStage<Uint8Array>;
  /** Further facts of the state that was last asked for, its own columns beside the one made here. */
  further: { readonly of: CountyState["further"]; readonly columns: CountyColumns["further"] } | null;
  /** Finds the schools that count, and remembers them. */
  readonly count: CountSchools;
}

const each = <T>(build: (stage: Stage) => T): ByStage<T> => ({ primary: build("primary"), junior: build("junior") });

const neverWritten = 2;

export const yearMemory = (base: CountyColumns): YearMemory => {
  const column = (): Column => new Float64Array(base.schools.length);
  const bands = (): readonly Column[] => classSizeBands.map(column);
  return {
    pupils: each(column),
    grades: each(column),
    classes: each(column),
    bands: { ...each(bands), unsplit: bands() },
    largestMean: each(column),
    everyClassUnder30: column(),
    taught: each(() => new Uint8Array(base.schools.length).fill(neverWritten)),
    further: null,
    count: repeatedCount(),
  };
};

/**
 * 班额分段 of the projected classes: all classes of a grade have the grade's mean size. Rows that do not teach the stage
 * keep what they reported, which need not be written again while the same rows teach it.
 */
const sizesInto = ({ bands, largestMean }: YearMemory, state: CountyState, base: CountyColumns, stage: Stage, keep: boolean): void => {
  const own = bands[stage];
  const taught = state.taught[stage];
  const reported = base.classSizes[stage];
  for (let band = 0; band < own.length; band += 1) {
    const column = own[band];
    const before = reported[band];
    if (column === undefined || before === undefined) continue;
    if (!keep) column.set(before);
    for (let row = 0; row < column.length; row += 1) if (taught[row] === 1) column[row] = 0;
  }
  const largestMeans = largestMean[stage];
  if (!keep) largestMeans.set(base.classSizes.largestMean[stage]);
  for (let row = 0; row < largestMeans.length; row += 1) if (taught[row] === 1) largestMeans[row] = sizesOfRow(own, state, stage, row);
};

/** Counts the classes of a row into its bands, which are empty; answers the largest mean of a grade. */
const sizesOfRow = (bands: readonly Column[], state: CountyState, stage: Stage, row: number): number => {
  let largest = Number.NaN;
  let known = true;
  for (let grade = 0; grade < gradeCount[stage]; grade += 1) {
    const classes = state.classes[stage][grade]?.[row] ?? Number.NaN;
    if (classes === 0) continue;
    const size = (state.pupils[stage][grade]?.[row] ?? Number.NaN) / classes;
    const column = bands[bandOf(size)];
    if (column === undefined) known = false;
    else {
      column[row] = at(column, row) + classes;
      if (!(size <= largest)) largest = size;
    }
  }
  if (!known) for (const column of bands) column[row] = Number.NaN;
  return largest;
};

/** A projected return tells its stages apart. */
const unsplitInto = ({ bands }: YearMemory, { taught }: CountyState, base: CountyColumns): void => {
  for (let band = 0; band < bands.unsplit.length; band += 1) {
    const column = bands.unsplit[band];
    const reported = base.classSizes.unsplit[band];
    if (column === undefined || reported === undefined) continue;
    for (let row = 0; row < column.length; row += 1) {
      column[row] = taught.primary[row] === 1 || taught.junior[row] === 1 ? Number.NaN : at(reported, row);
    }
  }
};

/** 最大班额低于30人, read from the projected classes where a school teaches; unknown where it has none, or one that is not known. */
const under30Into = ({ largestMean, bands, everyClassUnder30 }: YearMemory, { further, taught }: CountyState): void => {
  const stated = further["conditions.everyClassUnder30"];
  for (let row = 0; row < stated.length; row += 1) {
    if (taught.primary[row] !== 1 && taught.junior[row] !== 1) {
      everyClassUnder30[row] = at(stated, row);
      continue;
    }
    let largest = 0;
    let isKnown = true;
    for (const stage of bothStages) {
      if (taught[stage][row] !== 1) continue;
      const mean = at(largestMean[stage], row);
      if (mean > largest) largest = mean;
      // Bands are counted whole or not at all.
      if (Number.isNaN(bands[stage][0]?.[row])) isKnown = false;
    }
    if (largest >= 30) everyClassUnder30[row] = 0;
    else everyClassUnder30[row] = isKnown && largest > 0 ? 1 : Number.NaN;
  }
};

/** Whether the same rows teach each stage as when the memory was last written; remembers which do. */
const teachesAsBefore = ({ taught: before }: YearMemory, { taught }: CountyState): boolean => {
  let isSame = true;
  for (const stage of bothStages) {
    const own = before[stage];
    const now = taught[stage];
    for (let row = 0; row < own.length; row += 1) {
      if (own[row] === now[row]) continue;
      own[row] = now[row] ?? 0;
      isSame = false;
    }
  }
  return isSame;
};

const furtherOf = (memory: YearMemory, { further, raised }: CountyState): CountyColumns["further"] => {
  let known = memory.further;
  if (known?.of !== further) {
    known = { of: further, columns: { ...further, "conditions.everyClassUnder30": memory.everyClassUnder30 } };
    memory.further = known;
  }
  for (const _ in raised) return { ...known.columns, ...raised, "conditions.everyClassUnder30": memory.everyClassUnder30 };
  return known.columns;
};

/** The pupils of a projected year, all else as in the base year: enough to know which schools count. */
export const pupilColumns = (state: CountyState, base: CountyColumns, memory: YearMemory = yearMemory(base)): CountyColumns => {
  const { pupils, grades } = memory;
  for (const stage of bothStages) {
    sumInto(pupils[stage], state.pupils[stage]);
    gradesInto(grades[stage], state.pupils[stage]);
  }
  return { ...base, statisticsYear: state.year, pupils: { ...pupils, senior: base.pupils.senior }, grades };
};

/** Teachers with those on loan counted at the school that they belong to. */
const teachersAtHome = ({ teachers, loans }: CountyState): CountyState["teachers"] => {
  if (loans.length === 0) return teachers;
  const home = each((stage) => {
    const columns: Partial<Record<TeacherField, Column>> = {};
    for (const field of teacherFields) columns[field] = teachers[stage][field].slice();
    return { ...teachers[stage], ...columns };
  });
  for (const loan of loans) {
    const { stage, fromRow, toRow } = loan;
    const group = returning(loan, home[stage]);
    for (const field of teacherFields) {
      add(home[stage][field], fromRow, group[field]);
      add(home[stage][field], toRow, -group[field]);
    }
  }
  return home;
};

/**
 * A projected year as the compliance engine reads it. Senior pupils stay as in the base year: they only share
 * resources. Teachers on loan count where the rules say (交流、支教教师): where they work, or where they belong.
 * With `memory` of an earlier year the columns of that one are overwritten.
 */
export const columnsOfState = (
  state: CountyState,
  base: CountyColumns,
  { values }: Pick<Rules, "values">,
  memory: YearMemory = yearMemory(base),
): CountyColumns => {
  const keep = teachesAsBefore(memory, state);
  for (const stage of bothStages) {
    sumInto(memory.classes[stage], state.classes[stage]);
    sizesInto(memory, state, base, stage, keep);
  }
  if (!keep) unsplitInto(memory, state, base);
  under30Into(memory, state);
  const { primary, junior, unsplit } = memory.bands;
  return {
    ...pupilColumns(state, base, memory),
    classes: memory.classes,
    teachers: values["teachers.rotated"] === "where_they_belong" ? teachersAtHome(state) : state.teachers,
    facilities: state.facilities,
    further: furtherOf(memory, state),
    classSizes: { primary, junior, unsplit, largestMean: memory.largestMean },
    countyFacts: state.countyFacts,
  };
};
