import { type CountSchools, type CountyColumns, type Rules, repeatedCount } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { type SizeMemory, sizeMemory, sizesOf } from "./size-bands";
import { returning } from "./staff";
import { add, at, type ByStage, bothStages, type Column, type CountyState, sumInto, type TeacherField, teacherFields } from "./state";

/** Grades with somebody in them, row by row; unknown where one of them is. */
const countGrades = (grades: Column, columns: readonly Column[]): void => {
  grades.fill(0);
  for (const column of columns) {
    for (let row = 0; row < grades.length; row += 1) {
      const persons = at(column, row);
      grades[row] = at(grades, row) + (persons > 0 ? 1 : Number.isNaN(persons) ? Number.NaN : 0);
    }
  }
};

/** Room for the columns of a year, used again for every year: what it holds of one is gone with the next. */
export interface YearMemory {
  readonly pupils: ByStage<Column>;
  readonly grades: ByStage<Column>;
  readonly classes: ByStage<Column>;
  readonly sizes: SizeMemory;
  readonly everyClassUnder30: Column;
  /** Further facts of the state that was last asked for, its own columns beside the one made here, which may be of an earlier year. */
  further: { readonly of: CountyState["further"]; readonly columns: CountyColumns["further"]; isOld: boolean } | null;
  /** Finds the schools that count, and remembers them. */
  readonly count: CountSchools;
}

const each = <T>(build: (stage: Stage) => T): ByStage<T> => ({ primary: build("primary"), junior: build("junior") });

export const yearMemory = (base: CountyColumns): YearMemory => {
  const column = (): Column => new Float64Array(base.schools.length);
  return {
    pupils: each(column),
    grades: each(column),
    classes: each(column),
    sizes: sizeMemory(base.schools.length),
    everyClassUnder30: column(),
    further: null,
    count: repeatedCount(),
  };
};

/** 最大班额低于30人, read from the projected classes where a school teaches; unknown where it has none, or one that is not known. */
const under30Into = ({ sizes: { topBand, largestMean }, everyClassUnder30 }: YearMemory, { further, taught }: CountyState): void => {
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
      if (Number.isNaN(at(topBand[stage], row))) isKnown = false;
    }
    if (largest >= 30) everyClassUnder30[row] = 0;
    else everyClassUnder30[row] = isKnown && largest > 0 ? 1 : Number.NaN;
  }
};

/** The state's further facts; whether every class is below 30 is found out when it is asked. */
const furtherOf = (memory: YearMemory, state: CountyState): CountyColumns["further"] => {
  const { further, raised } = state;
  let known = memory.further;
  if (known?.of !== further) {
    const columns = Object.defineProperty({ ...further }, "conditions.everyClassUnder30", {
      enumerable: true,
      get: () => {
        if (own.isOld) under30Into(memory, state);
        own.isOld = false;
        return memory.everyClassUnder30;
      },
    });
    const own = { of: further, columns, isOld: true };
    known = own;
    memory.further = known;
  }
  known.isOld = true;
  for (const _ in raised) return { ...known.columns, ...raised };
  return known.columns;
};

/** The grades of the year, counted once somebody asks: hardly any rule does. */
const gradesOf = ({ grades }: YearMemory, { pupils }: CountyState): (() => CountyColumns["grades"]) => {
  let isCounted = false;
  return () => {
    if (!isCounted) for (const stage of bothStages) countGrades(grades[stage], pupils[stage]);
    isCounted = true;
    return grades;
  };
};

/** The pupils of a projected year, all else as in the base year: enough to know which schools count. */
export const pupilColumns = (state: CountyState, base: CountyColumns, memory: YearMemory = yearMemory(base)): CountyColumns => {
  const { pupils } = memory;
  const grades = gradesOf(memory, state);
  const { after, measured } = state.work;
  for (const stage of bothStages) {
    if (measured === state.year) pupils[stage].set(after[stage]);
    else sumInto(pupils[stage], state.pupils[stage]);
  }
  return {
    county: base.county,
    statisticsYear: state.year,
    schools: base.schools,
    pupils: { primary: pupils.primary, junior: pupils.junior, senior: base.pupils.senior },
    get grades() {
      return grades();
    },
    classes: base.classes,
    teachers: base.teachers,
    facilities: base.facilities,
    further: base.further,
    classSizes: base.classSizes,
    countyFacts: base.countyFacts,
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
  for (const stage of bothStages) sumInto(memory.classes[stage], state.classes[stage]);
  const classSizes = sizesOf(memory.sizes, state, base);
  const ofPupils = pupilColumns(state, base, memory);
  const { county, statisticsYear, schools, pupils } = ofPupils;
  // Named one by one: a copy by spreading has another shape for every question, and what reads it is compiled anew.
  return {
    county,
    statisticsYear,
    schools,
    pupils,
    get grades() {
      return ofPupils.grades;
    },
    classes: memory.classes,
    teachers: values["teachers.rotated"] === "where_they_belong" ? teachersAtHome(state) : state.teachers,
    facilities: state.facilities,
    further: furtherOf(memory, state),
    classSizes,
    countyFacts: state.countyFacts,
  };
};
