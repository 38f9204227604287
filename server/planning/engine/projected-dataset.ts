import type { CountyColumns, RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { type ClassSizes, gradeLevels, type LineageEntry } from "@server/statistics/facts-contract";
import type { ProjectedDataset, ScenarioDocument } from "../contract";
import { possibleLevers } from "./check";
import { columnsOfState } from "./columns";
import { lineageOf } from "./lineage";
import { rulesByYear } from "./rules-by-year";
import { inOrder, questionOf, simulate } from "./simulate";
import type { Column, CountyState } from "./state";

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** Columns as one record of a row. */
const recordAt = <T extends Readonly<Record<string, Column>>>(columns: T, row: number): Record<keyof T, number | null> =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, known(column[row])])) as Record<keyof T, number | null>;

/** Further facts come as numbers: a flag as 1 or 0, a grade as its position. */
const factOf = (path: string, value: number | null): number | boolean | string | null => {
  if (value === null) return null;
  if (path === "quality.moralEducation") return gradeLevels[value] ?? null;
  return path.startsWith("conditions.") || path.startsWith("quality.") ? value === 1 : value;
};

/** A group of further facts of the year; what is not projected is not reported. */
const groupAt = <T extends object>(group: T, name: string, further: CountyColumns["further"], row: number): T => {
  const columns: Readonly<Record<string, Column | undefined>> = further;
  return Object.fromEntries(
    Object.keys(group).map((field) => [field, factOf(`${name}.${field}`, known(columns[`${name}.${field}`]?.[row]))]),
  ) as T;
};

const bandsAt = (bands: readonly Column[], row: number): ClassSizes | null => {
  const cells = bands.map((column) => known(column[row]));
  return cells.every((cell) => cell === null) ? null : (cells as ClassSizes);
};

/** Grades of a row, where it reports them or its type teaches the stage; null as in the base year otherwise. */
const gradesAt = <T extends readonly (number | null)[]>(before: T | null, columns: readonly Column[], row: number): T | null =>
  before === null ? null : (columns.map((column) => known(column[row])) as unknown as T);

const schoolAt = (school: School, row: number, state: CountyState, columns: CountyColumns, written: readonly LineageEntry[]): School => {
  const { further } = columns;
  const teachers = (stage: Stage) => (school.teachers[stage] === null ? null : recordAt(columns.teachers[stage], row));
  return {
    ...school,
    pupils: {
      primaryByGrade: gradesAt(school.pupils.primaryByGrade, state.pupils.primary, row),
      juniorByGrade: gradesAt(school.pupils.juniorByGrade, state.pupils.junior, row),
      senior: school.pupils.senior,
    },
    classes: {
      primaryByGrade: gradesAt(school.classes.primaryByGrade, state.classes.primary, row),
      juniorByGrade: gradesAt(school.classes.juniorByGrade, state.classes.junior, row),
    },
    teachers: { primary: teachers("primary"), junior: teachers("junior") },
    facilities: recordAt(columns.facilities, row),
    conditions: groupAt(school.conditions, "conditions", further, row),
    enrolment: groupAt(school.enrolment, "enrolment", further, row),
    retention: groupAt(school.retention, "retention", further, row),
    classSizes: {
      primary: bandsAt(columns.classSizes.primary, row),
      junior: bandsAt(columns.classSizes.junior, row),
      unsplit: bandsAt(columns.classSizes.unsplit, row),
    },
    staff: groupAt(school.staff, "staff", further, row),
    unsplitTeachers: groupAt(school.unsplitTeachers, "unsplitTeachers", further, row),
    specialRooms: groupAt(school.specialRooms, "specialRooms", further, row),
    reliefSports: groupAt(school.reliefSports, "reliefSports", further, row),
    money: groupAt(school.money, "money", further, row),
    quality: groupAt(school.quality, "quality", further, row),
    basic: groupAt(school.basic, "basic", further, row),
    totals: groupAt(school.totals, "totals", further, row),
    lineage: [...school.lineage, ...written.filter(({ year }) => year <= state.year)],
  };
};

/**
 * Every year of a scenario with its enabled levers as the compliance engine reads it, in the shape of a dataset, base
 * year first and as reported: so that any other program can judge it again. Persons and classes keep their fractions.
 * Schools of levers have a row from the base year on; closed ones keep theirs, with nobody in it. Lineage tells where
 * pupils came from when schools opened and closed.
 */
export const projectedDatasets = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet): readonly ProjectedDataset[] => {
  const question = questionOf(dataset, document);
  const rulesOf = rulesByYear(ruleSet);
  const found: ProjectedDataset[] = [];
  const { county, schools } = question.dataset;
  const { possible } = possibleLevers(dataset, document);
  const lineage = lineageOf(possible);
  simulate(question, inOrder(possible), ruleSet, (state) => {
    const yearsOn = state.year - county.statisticsYear;
    const columns = columnsOfState(state, question.base, rulesOf(state.year));
    found.push({
      format: "hengce.projected-dataset/1",
      county:
        yearsOn === 0 ? county : { ...county, ...state.countyFacts, statisticsYear: state.year, fiscalYear: county.fiscalYear + yearsOn },
      schools:
        yearsOn === 0 ? schools : schools.map((school, row) => schoolAt(school, row, state, columns, lineage.get(school.code) ?? [])),
    });
  });
  return found;
};
