import { type CheckReporter, reporter, total } from "./check-report";
import {
  type CellIssue,
  type CountyDataset,
  type School,
  type SchoolSource,
  type Stage,
  stages,
  stagesOfType,
  typesWithSenior,
} from "./contract";
import { checkCountyFacts } from "./county-checks";
import { checkFurtherFacts } from "./further-checks";
import { likelyProblems } from "./soft-checks";
import { headingOfPath } from "./workbook/layout";

/**
 * Logic checks of a whole dataset. Hard ones (error) block an import: the figures contradict each
 * other. Soft ones (warning) ask the planner to look again. A missing figure (null) is never zero, so
 * it contradicts nothing.
 */

const gradesKey = { primary: "primaryByGrade", junior: "juniorByGrade" } as const;

const checkCounty = ({ county }: CountyDataset, report: CheckReporter): void => {
  const { statisticsYear, fiscalYear, births } = county;
  if (fiscalYear > statisticsYear) report.county("error", "fiscalYearAfterStatisticsYear", null, { statisticsYear, fiscalYear });
  else if (fiscalYear !== statisticsYear - 1) report.county("warning", "fiscalYearUnusual", null, { statisticsYear, fiscalYear });
  const seen = new Set<number>();
  for (const { year } of births) {
    if (year > statisticsYear) report.county("error", "birthYearAfterStatisticsYear", null, { year, statisticsYear });
    if (seen.has(year)) report.county("error", "duplicateBirthYear", null, { year });
    seen.add(year);
  }
};

const checkIdentity = (dataset: CountyDataset, report: CheckReporter): void => {
  const byCode = new Map<string, School>();
  for (const school of dataset.schools) {
    if (byCode.has(school.code)) report.school("error", "duplicateSchool", school, "code");
    else byCode.set(school.code, school);
  }
  for (const school of dataset.schools) {
    const { builtYear, parentCode, countsAsSchool } = school;
    if (builtYear !== null && builtYear > dataset.county.statisticsYear)
      report.school("error", "builtAfterStatisticsYear", school, "builtYear", { builtYear });
    if (parentCode === null) {
      if (!countsAsSchool) report.school("warning", "campusWithoutParent", school, "parentCode");
    } else if (parentCode === school.code) report.school("error", "parentIsItself", school, "parentCode");
    else if (!byCode.has(parentCode)) report.school("error", "unknownParent", school, "parentCode", { parentCode });
    else if (parentsLoop(school, byCode)) report.school("error", "parentLoop", school, "parentCode", { parentCode });
  }
};

const parentsLoop = (school: School, byCode: ReadonlyMap<string, School>): boolean => {
  const passed = new Set<string>();
  let at: School | undefined = school;
  while (at !== undefined && at.parentCode !== null) {
    if (passed.has(at.code)) return at.code === school.code;
    passed.add(at.code);
    at = byCode.get(at.parentCode);
  }
  return false;
};

const some = (cells: readonly (number | null)[] | null): boolean => cells?.some((cell) => cell !== null && cell > 0) ?? false;

/** Zeros are let pass: people fill in 0 where nothing is taught. */
const checkStagesTaught = (school: School, report: CheckReporter): void => {
  const complain = (path: string): void => report.school("error", "stageNotTaught", school, path);
  for (const stage of stages) {
    if (stagesOfType[school.type].includes(stage)) continue;
    if (some(school.pupils[gradesKey[stage]])) complain(`pupils.${gradesKey[stage]}`);
    if (some(school.classes[gradesKey[stage]])) complain(`classes.${gradesKey[stage]}`);
    const teachers = school.teachers[stage];
    if (teachers !== null && some(Object.values(teachers))) complain(`teachers.${stage}.fullTime`);
  }
  if (!typesWithSenior.includes(school.type) && some([school.pupils.senior])) complain("pupils.senior");
};

const checkTeachers = (school: School, stage: Stage, report: CheckReporter): void => {
  const group = school.teachers[stage];
  if (group === null || group.fullTime === null) return;
  const { fullTime } = group;
  for (const field of ["aboveRequiredEducation", "backbone"] as const) {
    const part = group[field];
    if (part !== null && part > fullTime) {
      report.school("error", "partAboveFullTime", school, `teachers.${stage}.${field}`, {
        heading: headingOfPath(`teachers.${stage}.${field}`),
        part,
        fullTime,
        at: report.cellOf(school, `teachers.${stage}.fullTime`),
      });
    }
  }
  const parts = [group.physicalEducation, group.music, group.art, group.integratedArts].reduce<number>((sum, part) => sum + (part ?? 0), 0);
  if (parts > fullTime) {
    report.school("error", "artsAboveFullTime", school, `teachers.${stage}.physicalEducation`, {
      part: parts,
      fullTime,
      at: report.cellOf(school, `teachers.${stage}.fullTime`),
    });
  }
};

const checkClasses = (school: School, stage: Stage, report: CheckReporter): void => {
  const key = gradesKey[stage];
  const [pupils, classes] = [school.pupils[key], school.classes[key]];
  if (pupils === null || classes === null) return;
  let wrongGrades = 0;
  for (const [grade, count] of classes.entries()) {
    if (count === null || count === 0 || pupils[grade] !== 0) continue;
    wrongGrades += 1;
    report.school("error", "classesWithoutPupils", school, `classes.${key}.${grade}`, {
      heading: headingOfPath(`classes.${key}.${grade}`),
      classes: count,
      at: report.cellOf(school, `pupils.${key}.${grade}`),
    });
  }
  if (wrongGrades > 0) return;
  // By stage, not by grade: small schools teach several grades in one class (复式班).
  const [allPupils, allClasses] = [total(pupils), total(classes)];
  if (allPupils !== null && allPupils > 0 && allClasses === 0) {
    report.school("error", "pupilsWithoutClasses", school, `classes.${key}`, { pupils: allPupils });
  }
};

const checkFacilities = (school: School, report: CheckReporter): void => {
  const { gymAreaM2, teachingAreaM2 } = school.facilities;
  if (gymAreaM2 !== null && teachingAreaM2 !== null && gymAreaM2 > teachingAreaM2) {
    report.school("error", "gymAboveTeachingArea", school, "facilities.gymAreaM2", {
      gym: gymAreaM2,
      teaching: teachingAreaM2,
      at: report.cellOf(school, "facilities.teachingAreaM2"),
    });
  }
};

const checkHistory = (school: School, statisticsYear: number, report: CheckReporter): void => {
  const seen = new Set<number>();
  for (const [index, { year }] of school.history.entries()) {
    if (year >= statisticsYear) report.school("error", "historyNotEarlier", school, `history.${index}.year`, { year, statisticsYear });
    if (seen.has(year)) report.school("error", "duplicateHistoryYear", school, `history.${index}.year`, { year });
    seen.add(year);
  }
};

/** All logic checks of a dataset, hard and soft. With `sources`, complaints name the cells of the workbook that it came from. */
export const checkDataset = (dataset: CountyDataset, sources: Readonly<Record<string, SchoolSource>> = {}): readonly CellIssue[] => {
  const issues: CellIssue[] = [];
  const report = reporter(sources, (issue) => issues.push(issue));
  checkCounty(dataset, report);
  checkIdentity(dataset, report);
  const byCode = new Map(dataset.schools.map((school) => [school.code, school]));
  for (const school of dataset.schools) {
    checkStagesTaught(school, report);
    for (const stage of stagesOfType[school.type]) {
      checkTeachers(school, stage, report);
      checkClasses(school, stage, report);
    }
    checkFacilities(school, report);
    checkHistory(school, dataset.county.statisticsYear, report);
    checkFurtherFacts(school, byCode, dataset.county.statisticsYear, report);
  }
  checkCountyFacts(dataset, report);
  likelyProblems(dataset, report);
  return issues;
};
