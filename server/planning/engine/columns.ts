import type { CountyColumns, Rules } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { add, type ByStage, bothStages, type Column, type CountyState, type TeacherField, teacherFields } from "./state";

const sumOf = (columns: readonly Column[], rows: number): Column => {
  const total = new Float64Array(rows);
  for (const column of columns) for (let row = 0; row < rows; row += 1) total[row] = (total[row] ?? 0) + (column[row] ?? 0);
  return total;
};

const gradesWithPupils = (columns: readonly Column[], rows: number): Column => {
  const total = new Float64Array(rows);
  for (const column of columns) {
    for (let row = 0; row < rows; row += 1) {
      const pupils = column[row] ?? 0;
      total[row] = (total[row] ?? 0) + (Number.isNaN(pupils) ? Number.NaN : pupils > 0 ? 1 : 0);
    }
  }
  return total;
};

/** Position of the size band of a class; a mean between two whole numbers means that some class has the larger one. */
export const bandOf = (size: number): number => classSizeBands.findIndex(({ to }) => to === null || size <= to * (1 + 1e-12));

interface Sizes {
  readonly bands: readonly Column[];
  readonly largestMean: Column;
}

/** 班额分段 of the projected classes: all classes of a grade have the grade's mean size. Rows that do not teach the stage keep what they reported. */
const projectedSizes = (state: CountyState, base: CountyColumns, stage: Stage): Sizes => {
  const bands = base.classSizes[stage].map((column) => column.slice());
  const largestMean = base.classSizes.largestMean[stage].slice();
  for (let row = 0; row < base.schools.length; row += 1) {
    if (state.taught[stage][row] !== 1) continue;
    for (const column of bands) column[row] = 0;
    let largest = Number.NaN;
    let known = true;
    state.pupils[stage].forEach((pupils, grade) => {
      const classes = state.classes[stage][grade]?.[row] ?? Number.NaN;
      const size = (pupils[row] ?? Number.NaN) / classes;
      if (classes === 0) return;
      const column = bands[bandOf(size)];
      if (Number.isNaN(size) || column === undefined) known = false;
      else {
        column[row] = (column[row] ?? 0) + classes;
        if (!(size <= largest)) largest = size;
      }
    });
    if (!known) for (const column of bands) column[row] = Number.NaN;
    largestMean[row] = largest;
  }
  return { bands, largestMean };
};

/** A projected return tells its stages apart. */
const withoutUnsplit = (state: CountyState, base: CountyColumns): readonly Column[] =>
  base.classSizes.unsplit.map((column) =>
    column.map((classes, row) => (bothStages.some((stage) => state.taught[stage][row] === 1) ? Number.NaN : classes)),
  );

/** 最大班额低于30人, read from the projected classes where a school teaches. */
const everyClassUnder30 = (state: CountyState, sizes: ByStage<Sizes>): Column =>
  state.further["conditions.everyClassUnder30"].map((flag, row) => {
    const taught = bothStages.filter((stage) => state.taught[stage][row] === 1);
    if (taught.length === 0) return flag;
    const means = taught.map((stage) => sizes[stage].largestMean[row] ?? Number.NaN);
    return means.some(Number.isNaN) ? Number.NaN : Number(means.every((mean) => mean < 30));
  });

const each = <T>(build: (stage: Stage) => T): ByStage<T> => ({ primary: build("primary"), junior: build("junior") });

/** The pupils of a projected year, all else as in the base year: enough to know which schools count. */
export const pupilColumns = (state: CountyState, base: CountyColumns): CountyColumns => {
  const rows = base.schools.length;
  const pupils = each((stage) => sumOf(state.pupils[stage], rows));
  return {
    ...base,
    statisticsYear: state.year,
    pupils: { ...base.pupils, ...pupils },
    grades: each((stage) => gradesWithPupils(state.pupils[stage], rows)),
  };
};

/** Teachers with those on loan counted at the school that they belong to. */
const teachersAtHome = ({ teachers, loans }: CountyState): CountyState["teachers"] => {
  if (loans.length === 0) return teachers;
  const home = each((stage) => {
    const columns: Partial<Record<TeacherField, Column>> = {};
    for (const field of teacherFields) columns[field] = teachers[stage][field].slice();
    return { ...teachers[stage], ...columns };
  });
  for (const { stage, fromRow, toRow, group } of loans) {
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
 */
export const columnsOfState = (state: CountyState, base: CountyColumns, { values }: Pick<Rules, "values">): CountyColumns => {
  const sizes = each((stage) => projectedSizes(state, base, stage));
  return {
    ...pupilColumns(state, base),
    classes: each((stage) => sumOf(state.classes[stage], base.schools.length)),
    teachers: values["teachers.rotated"] === "where_they_belong" ? teachersAtHome(state) : state.teachers,
    facilities: state.facilities,
    further: { ...state.further, ...state.raised, "conditions.everyClassUnder30": everyClassUnder30(state, sizes) },
    classSizes: {
      primary: sizes.primary.bands,
      junior: sizes.junior.bands,
      unsplit: withoutUnsplit(state, base),
      largestMean: { primary: sizes.primary.largestMean, junior: sizes.junior.largestMean },
    },
    countyFacts: state.countyFacts,
  };
};
