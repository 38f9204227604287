import { canonicalCountyFacts, canonicalSchoolFacts } from "./canonical-facts";
import { type CountyDataset, type HistoryYear, type School, type Stage, stagesOfType, type TeacherGroup } from "./contract";

type Cell = number | null;
type PrimaryGrades = [Cell, Cell, Cell, Cell, Cell, Cell];
type JuniorGrades = [Cell, Cell, Cell];

const noPrimary = (): PrimaryGrades => [null, null, null, null, null, null];
const noJunior = (): JuniorGrades => [null, null, null];

/** A teacher group of which nothing is reported. */
export const noTeachers = (): TeacherGroup => ({
  fullTime: null,
  aboveRequiredEducation: null,
  backbone: null,
  physicalEducation: null,
  music: null,
  art: null,
  integratedArts: null,
});

/** Trims, and joins runs of white space (also full-width) to one blank: texts compare as people read them. */
export const cleanText = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Byte order of the text, the same in every locale and in the database. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const allEmpty = (cells: readonly unknown[]): boolean => cells.every((cell) => cell === null);

/** A stage that is taught always has cells, missing or not; one that is not taught has them only when something stands there. */
const cells = <T extends readonly Cell[]>(taught: boolean, value: T | null, none: () => T): T | null => {
  if (taught) return value ?? none();
  return value === null || allEmpty(value) ? null : value;
};

const canonicalSchool = (school: School): School => {
  const taught = (stage: Stage): boolean => stagesOfType[school.type].includes(stage);
  const grades = (value: Pick<HistoryYear, "primaryByGrade" | "juniorByGrade">): Pick<HistoryYear, "primaryByGrade" | "juniorByGrade"> => ({
    primaryByGrade: cells(taught("primary"), value.primaryByGrade, noPrimary),
    juniorByGrade: cells(taught("junior"), value.juniorByGrade, noJunior),
  });
  const teachers = (stage: Stage): TeacherGroup | null => {
    const group = school.teachers[stage];
    if (taught(stage)) return group ?? noTeachers();
    return group === null || allEmpty(Object.values(group)) ? null : group;
  };
  return {
    ...school,
    name: cleanText(school.name),
    township: cleanText(school.township),
    parentCode: school.parentCode === null || school.parentCode.trim() === "" ? null : school.parentCode.trim(),
    pupils: { ...grades(school.pupils), senior: school.pupils.senior },
    classes: grades(school.classes),
    teachers: { primary: teachers("primary"), junior: teachers("junior") },
    ...canonicalSchoolFacts(school),
    history: school.history.map((past) => ({ year: past.year, ...grades(past) })).sort((a, b) => a.year - b.year),
  };
};

/**
 * The one form of a dataset that is hashed and stored: schools by code, years ascending, a taught stage
 * always with its cells. Two datasets that say the same are equal in this form.
 */
export const canonicalDataset = (dataset: CountyDataset): CountyDataset => ({
  format: dataset.format,
  county: {
    ...dataset.county,
    ...canonicalCountyFacts(dataset.county),
    name: cleanText(dataset.county.name),
    births: [...dataset.county.births].sort((a, b) => a.year - b.year),
  },
  schools: dataset.schools.map(canonicalSchool).sort((a, b) => byText(a.code, b.code)),
});
