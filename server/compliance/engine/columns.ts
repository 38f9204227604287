import {
  type CountyDataset,
  classesOfStage,
  type Facilities,
  type Locality,
  pupilsOfStage,
  type School,
  type SchoolType,
  type Stage,
  stagesOfType,
  type TeacherGroup,
  typesWithSenior,
} from "@server/statistics/contract";
import type { FurtherCountyFacts } from "@server/statistics/facts-contract";
import { columnOf } from "./cells";
import { type ClassSizeColumns, classSizeColumns, type FurtherColumns, furtherColumns } from "./further-columns";

/**
 * What the engines compute on: one row a school return, one typed array a figure, NaN for "not
 * reported". Fractions are allowed: projected pupils and teachers are not whole persons.
 */

export interface SchoolIdentity {
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly ownerCode: number;
  readonly township: string;
  readonly locality: Locality;
  readonly builtYear: number | null;
  /** 是否计校数. */
  readonly countsAsSchool: boolean;
  /** Row of the parent school, −1 for none. */
  readonly parent: number;
}

export const teacherFields = [
  "fullTime",
  "aboveRequiredEducation",
  "backbone",
  "physicalEducation",
  "music",
  "art",
  "integratedArts",
] as const satisfies readonly (keyof TeacherGroup)[];
export type TeacherField = (typeof teacherFields)[number];
export type TeacherColumns = Readonly<Record<TeacherField, Float64Array>>;

export const facilityFields = [
  "teachingAreaM2",
  "gymAreaM2",
  "sportsFieldAreaM2",
  "equipmentValueWan",
  "multimediaRooms",
  "ordinaryClassrooms",
  "musicRooms",
  "artRooms",
] as const satisfies readonly (keyof Facilities)[];
export type FacilityField = (typeof facilityFields)[number];
export type FacilityColumns = Readonly<Record<FacilityField, Float64Array>>;

export interface CountyColumns {
  readonly county: { readonly code: string; readonly name: string };
  readonly statisticsYear: number;
  readonly schools: readonly SchoolIdentity[];
  /** Pupils of each stage; NaN when a taught grade is not reported, 0 when the stage is not taught. */
  readonly pupils: { readonly primary: Float64Array; readonly junior: Float64Array; readonly senior: Float64Array };
  /** Grades with at least one pupil. */
  readonly grades: { readonly primary: Float64Array; readonly junior: Float64Array };
  readonly classes: { readonly primary: Float64Array; readonly junior: Float64Array };
  readonly teachers: { readonly primary: TeacherColumns; readonly junior: TeacherColumns };
  readonly facilities: FacilityColumns;
  readonly further: FurtherColumns;
  readonly classSizes: ClassSizeColumns;
  readonly countyFacts: FurtherCountyFacts;
}

/** The school of a row that exists by construction. */
export const schoolAt = (columns: CountyColumns, row: number): SchoolIdentity => {
  const school = columns.schools[row];
  if (school === undefined) throw new RangeError(`no school in row ${row}`);
  return school;
};

/** Pupils or classes of a stage; a stage that is not taught counts zero. */
const figureOfStage = (reported: number | null, taught: boolean): number | null => (taught ? reported : (reported ?? 0));

/** Grades with at least one pupil; unknown where the return gives the stage's total only. */
const gradesTaught = (cells: readonly (number | null)[] | null, taught: boolean): number | null => {
  if (cells === null) return taught ? null : 0;
  return cells.reduce<number>((count, cell) => (cell === null ? Number.NaN : count + (cell > 0 ? 1 : 0)), 0);
};

const gradesOf = ({ pupils }: School, stage: Stage): readonly (number | null)[] | null =>
  stage === "primary" ? pupils.primaryByGrade : pupils.juniorByGrade;

/** A stage that the type of school teaches, or that has pupils all the same. */
const teaches = (school: School, stage: Stage): boolean =>
  stagesOfType[school.type].includes(stage) || gradesOf(school, stage) !== null || pupilsOfStage(school, stage) !== null;

const teacherColumns = (schools: readonly School[], stage: Stage): TeacherColumns =>
  Object.fromEntries(
    teacherFields.map((field) => [
      field,
      columnOf(schools, (school) =>
        school.teachers[stage] === null ? (teaches(school, stage) ? null : 0) : school.teachers[stage][field],
      ),
    ]),
  ) as TeacherColumns;

/** Turns a dataset into columns. A stage that a school does not teach counts zero; a cell, or a whole group of a stage that it teaches, that is not reported is NaN. */
export const columnsOfDataset = (dataset: CountyDataset): CountyColumns => {
  const { schools } = dataset;
  const rowOf = new Map(schools.map((school, row) => [school.code, row]));
  return {
    county: { code: dataset.county.code, name: dataset.county.name },
    statisticsYear: dataset.county.statisticsYear,
    schools: schools.map((school) => ({
      code: school.code,
      name: school.name,
      type: school.type,
      ownerCode: school.ownerCode,
      township: school.township,
      locality: school.locality,
      builtYear: school.builtYear,
      countsAsSchool: school.countsAsSchool,
      parent: school.parentCode === null ? -1 : (rowOf.get(school.parentCode) ?? -1),
    })),
    pupils: {
      primary: columnOf(schools, (school) => figureOfStage(pupilsOfStage(school, "primary"), teaches(school, "primary"))),
      junior: columnOf(schools, (school) => figureOfStage(pupilsOfStage(school, "junior"), teaches(school, "junior"))),
      senior: columnOf(schools, (school) => (typesWithSenior.includes(school.type) ? school.pupils.senior : 0)),
    },
    grades: {
      primary: columnOf(schools, (school) => gradesTaught(gradesOf(school, "primary"), teaches(school, "primary"))),
      junior: columnOf(schools, (school) => gradesTaught(gradesOf(school, "junior"), teaches(school, "junior"))),
    },
    classes: {
      primary: columnOf(schools, (school) => figureOfStage(classesOfStage(school, "primary"), teaches(school, "primary"))),
      junior: columnOf(schools, (school) => figureOfStage(classesOfStage(school, "junior"), teaches(school, "junior"))),
    },
    teachers: { primary: teacherColumns(schools, "primary"), junior: teacherColumns(schools, "junior") },
    facilities: Object.fromEntries(
      facilityFields.map((field) => [field, columnOf(schools, (school) => school.facilities[field])]),
    ) as FacilityColumns,
    further: furtherColumns(schools),
    classSizes: classSizeColumns(schools),
    countyFacts: dataset.county,
  };
};
