import { type CountyColumns, columnOf } from "@server/compliance/engine/index";
import { type CountyDataset, type Stage, stages, stagesOfType } from "@server/statistics/contract";

/** A figure per school row. */
export type Column = Float64Array;
export type TeacherField = keyof CountyColumns["teachers"]["primary"];
export type FacilityField = keyof CountyColumns["facilities"];
export type FurtherPath = keyof CountyColumns["further"];
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
  fromRow: number;
  readonly toRow: number;
  readonly lastYear: number;
  /** Persons at departure: what the subsidy is paid for. */
  readonly persons: number;
  /** Persons by attribute at departure: as many go home, as far as the host then has them. */
  readonly group: TeacherGroupOf<number>;
  /** Those of them who were teachers in the base year. */
  veterans: number;
}

/** Weights by which a section takes part in the entrants and the leavers of the county. They move with zones and closures. */
export interface Zones {
  /** Grade-1 intake of the base year, persons. */
  readonly grade1: Column;
  /** Share of a row's own grade-6 leavers who stay; 0 where only one stage is taught. */
  readonly ownShare: Column;
  /** Grade-7 intake of the base year from elsewhere, persons (or all of it, where nobody came from elsewhere). */
  readonly pool: Column;
  /** Whole grade-7 intake of the base year, persons. */
  readonly grade7: Column;
}

/** 小升初对口: by primary row, the junior rows that its leavers are sent to and their shares. */
export type FeederMatrix = ReadonlyMap<number, readonly { readonly toRow: number; readonly share: number }[]>;

/** Rotation of one year, as the county reports it (G11). `eligible` is NaN when no lever knows it. */
export interface YearRotation {
  active: boolean;
  eligible: number;
  rotated: number;
  backbone: number;
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
  /** Teachers of the base year who are still there: the only ones who reach retirement within the horizon. */
  readonly veterans: ByStage<Column>;
  readonly facilities: Readonly<Record<FacilityField, Column>>;
  readonly further: Readonly<Record<FurtherPath, Column>>;
  /** What this year's funding sets instead of `further`; emptied every year. */
  raised: Partial<Record<FurtherPath, Column>>;
  countyFacts: CountyColumns["countyFacts"];
  readonly taught: ByStage<Uint8Array>;
  readonly zones: Zones;
  /** Named ways into grade 7; they move with junior zones and closures. */
  feeders: FeederMatrix;
  /** Class-size cap in force, pupils a class: the lowest of the assumed one and those of levers. */
  readonly caps: ByStage<Column>;
  /** Classes more than at the base year's mean size, as last formed. */
  readonly split: ByStage<Column>;
  readonly loans: Loan[];
  rotation: YearRotation;
  /** Money that levers spend beyond what needs no account: 万元 of this year by lever. */
  readonly spent: Map<string, number>;
  /** By code of the schools that have closed: share of their teachers who stayed in the county. */
  readonly closed: Map<string, number>;
  /** Grade 7 of the base year and each year after, and grade 9 of the year before: the cohorts behind 巩固率. */
  readonly cohorts: { readonly grade7: Column[]; readonly grade9Before: Column };
  readonly work: Work;
}

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

/** Working memory of a run: what a step leaves in it means nothing to the next one. */
interface Work {
  readonly before: PupilMeasure;
  readonly after: PupilMeasure;
  /** The year of whose end `after` tells; none when a run begins or goes on from elsewhere. */
  measured: number | null;
  readonly grade1: Column;
  readonly grade7: Column;
  readonly teachers: Column;
  readonly refilled: Column;
  readonly factors: Column;
  /** Rows that a step is about, one after the other; how many they are, the step knows. */
  readonly rows: Int32Array;
}

/** Both stages, primary first. */
export const bothStages = stages;

export const gradeCount: ByStage<number> = { primary: 6, junior: 3 };

/** Where a grade from 1 to 9 is kept. */
export const gradePlace = (grade: number): { readonly stage: Stage; readonly index: number } =>
  grade <= gradeCount.primary ? { stage: "primary", index: grade - 1 } : { stage: "junior", index: grade - 1 - gradeCount.primary };

/** 1 where a row teaches the stage: its type says so and its return has grades of the stage. */
export const taughtRows = (dataset: CountyDataset, planned: ReadonlySet<string> = new Set()): ByStage<Uint8Array> => {
  const taught = (stage: Stage): Uint8Array =>
    Uint8Array.from(dataset.schools, (school) =>
      stagesOfType[school.type].includes(stage) && school.pupils[`${stage}ByGrade`] !== null && !planned.has(school.code) ? 1 : 0,
    );
  return { primary: taught("primary"), junior: taught("junior") };
};

/** Grade columns of pupils or classes; a stage that is not taught counts zero; a missing cell, or a taught stage without grades, is NaN. */
const gradeColumns = (dataset: CountyDataset, figure: "pupils" | "classes", stage: Stage): Column[] =>
  Array.from({ length: gradeCount[stage] }, (_, grade) =>
    columnOf(dataset.schools, (school) => {
      const cells = school[figure][`${stage}ByGrade`];
      if (cells === null) return stagesOfType[school.type].includes(stage) ? null : 0;
      return cells[grade] ?? null;
    }),
  );

const copyOf = <K extends string>(columns: Readonly<Record<K, Column>>): Record<K, Column> => {
  const copy: Partial<Record<K, Column>> = {};
  for (const key of Object.keys(columns) as K[]) copy[key] = columns[key].slice();
  return copy as Record<K, Column>;
};

/** Grades of the base year. */
export const reportedGrades = (dataset: CountyDataset): { readonly pupils: ByStage<Column[]>; readonly classes: ByStage<Column[]> } => ({
  pupils: { primary: gradeColumns(dataset, "pupils", "primary"), junior: gradeColumns(dataset, "pupils", "junior") },
  classes: { primary: gradeColumns(dataset, "classes", "primary"), junior: gradeColumns(dataset, "classes", "junior") },
});

/** What the state needs beside the dataset. */
export interface Beginning {
  readonly taught: ByStage<Uint8Array>;
  readonly zones: Zones;
  readonly feeders: FeederMatrix;
  readonly caps: ByStage<number>;
}

/** Room for the pupils of a year. */
const emptyMeasure = (rows: number): PupilMeasure => ({
  primary: new Float64Array(rows),
  junior: new Float64Array(rows),
  grade1: new Float64Array(rows),
  grade7: new Float64Array(rows),
  all: new Float64Array(rows),
  funded: new Float64Array(rows),
});

const workFor = (rows: number): Work => ({
  before: emptyMeasure(rows),
  after: emptyMeasure(rows),
  measured: null,
  grade1: new Float64Array(rows),
  grade7: new Float64Array(rows),
  teachers: new Float64Array(rows),
  refilled: new Float64Array(rows),
  factors: new Float64Array(rows),
  rows: new Int32Array(rows),
});

export const noRotation = (): YearRotation => ({ active: false, eligible: Number.NaN, rotated: 0, backbone: 0 });

/** The base year as reported. */
export const stateOf = (dataset: CountyDataset, base: CountyColumns, { taught, zones, feeders, caps }: Beginning): CountyState => {
  const rows = base.schools.length;
  const { pupils, classes } = reportedGrades(dataset);
  return {
    year: dataset.county.statisticsYear,
    pupils,
    classes,
    teachers: { primary: copyOf(base.teachers.primary), junior: copyOf(base.teachers.junior) },
    veterans: { primary: base.teachers.primary.fullTime.slice(), junior: base.teachers.junior.fullTime.slice() },
    facilities: copyOf(base.facilities),
    further: copyOf(base.further),
    raised: {},
    countyFacts: base.countyFacts,
    taught: { primary: taught.primary.slice(), junior: taught.junior.slice() },
    zones: { grade1: zones.grade1.slice(), ownShare: zones.ownShare.slice(), pool: zones.pool.slice(), grade7: zones.grade7.slice() },
    feeders,
    caps: { primary: new Float64Array(rows).fill(caps.primary), junior: new Float64Array(rows).fill(caps.junior) },
    split: { primary: new Float64Array(rows), junior: new Float64Array(rows) },
    loans: [],
    rotation: noRotation(),
    spent: new Map(),
    closed: new Map(),
    cohorts: {
      grade7: [(pupils.junior[0] ?? new Float64Array(rows)).slice()],
      grade9Before: (pupils.junior[2] ?? new Float64Array(rows)).slice(),
    },
    work: workFor(rows),
  };
};

/** Every column that a year may change, in one order; of the cohorts those of the base year. */
export const columnsIn = ({
  pupils,
  classes,
  teachers,
  veterans,
  facilities,
  further,
  zones,
  caps,
  split,
  cohorts,
}: CountyState): Column[] => [
  ...bothStages.flatMap((stage) => [...pupils[stage], ...classes[stage], ...Object.values(teachers[stage])]),
  ...bothStages.flatMap((stage) => [veterans[stage], caps[stage], split[stage]]),
  ...Object.values(facilities),
  ...Object.values(further),
  ...Object.values(zones),
  ...cohorts.grade7.slice(0, 1),
  cohorts.grade9Before,
];

/** Answers how a state that has been stepped on becomes again what it is now, in the memory that it has. */
export const rewinding = (state: CountyState): (() => void) => {
  const columns = columnsIn(state);
  const first = columns.map((column) => column.slice());
  const taught = { primary: state.taught.primary.slice(), junior: state.taught.junior.slice() };
  const { year, countyFacts, feeders } = state;
  return () => {
    for (let i = 0; i < columns.length; i += 1) {
      const column = first[i];
      if (column !== undefined) columns[i]?.set(column);
    }
    for (const stage of bothStages) state.taught[stage].set(taught[stage]);
    state.year = year;
    state.raised = {};
    state.countyFacts = countyFacts;
    state.feeders = feeders;
    state.loans.length = 0;
    state.rotation = noRotation();
    state.spent.clear();
    state.closed.clear();
    state.cohorts.grade7.length = 1;
    state.work.measured = null;
  };
};

/** Cell of a column that exists by construction; NaN outside it. */
export const at = (column: Column, row: number): number => column[row] ?? Number.NaN;

/** Factor of a row on what is likely; 1 where nothing turns out otherwise. */
export const factorAt = (factors: Column | undefined, row: number): number => (factors === undefined ? 1 : at(factors, row));

/** Adds to one cell; unknown stays unknown. */
export const add = (column: Column, row: number, amount: number): void => {
  column[row] = at(column, row) + amount;
};

/** Sums columns row by row; unknown where one of them is. */
export const sumInto = (total: Column, columns: readonly Column[]): void => {
  total.fill(0);
  for (const column of columns) for (let row = 0; row < total.length; row += 1) total[row] = at(total, row) + at(column, row);
};

const ofGrades = (grades: readonly Column[], row: number): number => {
  let total = 0;
  for (const column of grades) total += at(column, row);
  return total;
};

/** Pupils of a stage at a row. */
export const pupilsAt = (state: CountyState, stage: Stage, row: number): number => ofGrades(state.pupils[stage], row);

/** Classes of a stage at a row. */
export const classesAt = (state: CountyState, stage: Stage, row: number): number => ofGrades(state.classes[stage], row);
