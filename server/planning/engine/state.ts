import type { CountyColumns } from "@server/compliance/engine/index";
import { type CountyDataset, type Stage, stages, stagesOfType } from "@server/statistics/contract";

/** A figure per school row. */
export type Column = Float64Array;
export type TeacherField = keyof CountyColumns["teachers"]["primary"];
export type FacilityField = keyof CountyColumns["facilities"];
/** Persons by attribute; every attribute is a sub-set of `fullTime`. */
export type TeacherGroupOf<T> = Readonly<Record<TeacherField, T>>;
export type ByStage<T> = Readonly<Record<Stage, T>>;

export const teacherFields = [
  "fullTime",
  "aboveRequiredEducation",
  "backbone",
  "physicalEducation",
  "music",
  "art",
  "integratedArts",
] as const satisfies readonly TeacherField[];

/** Teachers working away from their own section; they are counted at the host and return after `lastYear`. */
export interface Loan {
  readonly leverId: string;
  readonly stage: Stage;
  readonly fromRow: number;
  readonly toRow: number;
  readonly lastYear: number;
  /** Persons at departure: what the subsidy is paid for. */
  readonly persons: number;
  /** Persons by attribute who are still there; shrinks by attrition like the host's own staff. */
  readonly group: Record<TeacherField, number>;
}

/**
 * The county in one year. Columns hold one figure a school row, NaN for "not reported", fractions
 * kept. A year is stepped in place, so a run allocates its columns once.
 */
export interface CountyState {
  year: number;
  /** `pupils.primary[g][row]`: grade g + 1; `pupils.junior[g][row]`: grade g + 7. */
  readonly pupils: ByStage<readonly Column[]>;
  readonly classes: ByStage<readonly Column[]>;
  readonly teachers: ByStage<TeacherGroupOf<Column>>;
  readonly facilities: Readonly<Record<FacilityField, Column>>;
  readonly loans: Loan[];
}

export const gradeCount: ByStage<number> = { primary: 6, junior: 3 };

/** 1 where a row teaches the stage: its type says so and its return has grades of the stage. */
export const taughtRows = (dataset: CountyDataset): ByStage<Uint8Array> => {
  const taught = (stage: Stage): Uint8Array =>
    Uint8Array.from(dataset.schools, (school) =>
      stagesOfType[school.type].includes(stage) && school.pupils[`${stage}ByGrade`] !== null ? 1 : 0,
    );
  return { primary: taught("primary"), junior: taught("junior") };
};

/** Grade columns of pupils or classes; a stage that is not taught counts zero, a missing cell is NaN. */
const gradeColumns = (dataset: CountyDataset, figure: "pupils" | "classes", stage: Stage): Column[] =>
  Array.from({ length: gradeCount[stage] }, (_, grade) =>
    Float64Array.from(dataset.schools, (school) => {
      const cells = school[figure][`${stage}ByGrade`];
      return cells === null ? 0 : (cells[grade] ?? Number.NaN);
    }),
  );

const copyOf = <K extends string>(columns: Readonly<Record<K, Column>>): Record<K, Column> => {
  const copy: Partial<Record<K, Column>> = {};
  for (const key of Object.keys(columns) as K[]) copy[key] = columns[key].slice();
  return copy as Record<K, Column>;
};

/** The base year as reported. */
export const stateOf = (dataset: CountyDataset, base: CountyColumns): CountyState => ({
  year: dataset.county.statisticsYear,
  pupils: { primary: gradeColumns(dataset, "pupils", "primary"), junior: gradeColumns(dataset, "pupils", "junior") },
  classes: { primary: gradeColumns(dataset, "classes", "primary"), junior: gradeColumns(dataset, "classes", "junior") },
  teachers: { primary: copyOf(base.teachers.primary), junior: copyOf(base.teachers.junior) },
  facilities: copyOf(base.facilities),
  loans: [],
});

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

/** The state as the compliance engine reads it. Senior pupils stay as in the base year: they only share resources. */
export const columnsOfState = (state: CountyState, base: CountyColumns): CountyColumns => {
  const rows = base.schools.length;
  const each = <T>(build: (stage: Stage) => T): ByStage<T> => ({ primary: build("primary"), junior: build("junior") });
  const pupils = each((stage) => sumOf(state.pupils[stage], rows));
  return {
    ...base,
    statisticsYear: state.year,
    pupils: { ...pupils, senior: base.pupils.senior },
    grades: each((stage) => gradesWithPupils(state.pupils[stage], rows)),
    classes: each((stage) => sumOf(state.classes[stage], rows)),
    teachers: state.teachers,
    facilities: state.facilities,
  };
};

/** Both stages, primary first. */
export const bothStages = stages;
