import { type CheckReporter, total } from "./check-report";
import { type CountyDataset, type School, type Stage, stages, stagesOfType } from "./contract";
import { unlikelyCountyFacts } from "./county-checks";
import { furtherMissing, unlikelyFurtherFacts } from "./further-soft-checks";
import { checkReported } from "./reported-checks";
import { headingOfPath, type SheetKey } from "./workbook/layout";

/** Unlikely, not impossible: limits beyond which a planner should look at a figure again. */
export const likelyLimits = {
  /** 超大班额: pupils a class. */
  pupilsPerClassAtMost: 65,
  pupilsPerClassAtLeast: 5,
  /** Times the county's median equipment value a pupil; 元 entered for 万元 is 10 000 times. */
  equipmentTimesMedian: 10,
  /** 万元 a pupil beyond which the unit is doubted even when the whole county agrees. */
  equipmentWanPerPupil: 5,
  /** Share by which pupils change against an earlier year at most two years back. */
  pupilJump: 0.3,
  /** Changes of fewer pupils are no jump: small schools swing. */
  pupilJumpAtLeast: 20,
  pupilsPerTeacher: { min: 2, max: 40 },
  /** m² of teaching area a pupil. */
  teachingAreaPerPupil: { min: 0.5, max: 60 },
  /** Ratios are not judged below this many pupils. */
  ratioPupils: 20,
} as const;

const gradesKey = { primary: "primaryByGrade", junior: "juniorByGrade" } as const;
const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

const stagePupils = (school: School, stage: Stage): number | null => {
  const grades = school.pupils[gradesKey[stage]];
  return grades === null ? null : total(grades);
};

/** Pupils who share the school's rooms and equipment; null when a taught grade is missing. */
const sharingPupils = (school: School): number | null => {
  const parts = stagesOfType[school.type].map((stage) => stagePupils(school, stage));
  return parts.length === 0 ? null : total([...parts, school.pupils.senior ?? 0]);
};

const checkClassSizes = (school: School, stage: Stage, report: CheckReporter): void => {
  const key = gradesKey[stage];
  const [pupils, classes] = [school.pupils[key] ?? [], school.classes[key] ?? []];
  for (const [grade, count] of pupils.entries()) {
    const groups = classes[grade];
    if (count === null || count === 0 || groups === null || groups === undefined) continue;
    const place = `classes.${key}.${grade}`;
    const params = { heading: headingOfPath(`classes.${key}.${grade}`), pupils: count, classes: groups };
    if (groups === 0) report.school("warning", "gradeWithoutClass", school, place, params);
    else if (count / groups > likelyLimits.pupilsPerClassAtMost)
      report.school("warning", "classOver66", school, place, { ...params, average: round(count / groups) });
    else if (count / groups < likelyLimits.pupilsPerClassAtLeast && school.type !== "teaching_point") {
      report.school("warning", "classTooSmall", school, place, { ...params, average: round(count / groups) });
    }
  }
};

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const checkEquipment = (schools: readonly School[], report: CheckReporter): void => {
  const perPupil = schools.flatMap((school) => {
    const pupils = sharingPupils(school);
    const value = school.facilities.equipmentValueWan;
    return pupils === null || pupils < likelyLimits.ratioPupils || value === null ? [] : [{ school, each: value / pupils }];
  });
  const middle = median(perPupil.map(({ each }) => each));
  if (middle === null) return;
  for (const { school, each } of perPupil) {
    if (each > likelyLimits.equipmentWanPerPupil || (middle > 0 && each >= middle * likelyLimits.equipmentTimesMedian)) {
      report.school("warning", "equipmentUnit", school, "facilities.equipmentValueWan", { each: round(each, 2), median: round(middle, 2) });
    }
  }
};

const checkJump = (school: School, stage: Stage, statisticsYear: number, report: CheckReporter): void => {
  const key = gradesKey[stage];
  const now = stagePupils(school, stage);
  const index = school.history.findLastIndex(({ year }) => year < statisticsYear && year >= statisticsYear - 2);
  const past = school.history[index];
  const grades = past?.[key] ?? null;
  if (now === null || past === undefined || grades === null) return;
  const before = total(grades);
  if (before === null || before === 0 || Math.abs(now - before) < likelyLimits.pupilJumpAtLeast) return;
  const change = (now - before) / before;
  if (Math.abs(change) > likelyLimits.pupilJump) {
    report.school("warning", "pupilJump", school, `pupils.${key}`, { year: past.year, before, now, percent: round(change * 100) });
  }
};

const checkRatios = (school: School, report: CheckReporter): void => {
  for (const stage of stagesOfType[school.type]) {
    const pupils = stagePupils(school, stage);
    const teachers = school.teachers[stage]?.fullTime ?? null;
    if (pupils === null || teachers === null || pupils < likelyLimits.ratioPupils) continue;
    const { min, max } = likelyLimits.pupilsPerTeacher;
    if (teachers === 0) report.school("warning", "noTeachers", school, `teachers.${stage}.fullTime`, { pupils });
    else if (pupils / teachers < min || pupils / teachers > max) {
      report.school("warning", "pupilsPerTeacher", school, `teachers.${stage}.fullTime`, {
        pupils,
        teachers,
        each: round(pupils / teachers),
      });
    }
  }
  const pupils = sharingPupils(school);
  const area = school.facilities.teachingAreaM2;
  if (pupils === null || area === null || pupils < likelyLimits.ratioPupils) return;
  const { min, max } = likelyLimits.teachingAreaPerPupil;
  if (area / pupils < min || area / pupils > max) {
    report.school("warning", "teachingAreaPerPupil", school, "facilities.teachingAreaM2", { pupils, area, each: round(area / pupils, 2) });
  }
};

const checkNames = (schools: readonly School[], report: CheckReporter): void => {
  const first = new Map<string, School>();
  for (const school of schools) {
    const other = first.get(school.name);
    if (other === undefined) first.set(school.name, school);
    else report.school("warning", "sameName", school, "name", { other: other.code });
  }
};

const emptyCells = (value: unknown): number => {
  if (value === null) return 1;
  return typeof value === "object" ? Object.values(value as object).reduce<number>((sum, member) => sum + emptyCells(member), 0) : 0;
};

/** Cells not reported, by sheet, over the stages that each school teaches. */
const checkMissing = (schools: readonly School[], report: CheckReporter): void => {
  const counts = new Map<SheetKey, { cells: number; schools: number }>();
  const add = (sheet: SheetKey, cells: number): void => {
    if (cells === 0) return;
    const count = counts.get(sheet) ?? { cells: 0, schools: 0 };
    counts.set(sheet, { cells: count.cells + cells, schools: count.schools + 1 });
  };
  for (const school of schools) {
    const taught = stages.filter((stage) => stagesOfType[school.type].includes(stage));
    if (taught.length === 0) continue;
    const grades = (value: Pick<School["pupils"], "primaryByGrade" | "juniorByGrade">): number =>
      taught.reduce((sum, stage) => sum + emptyCells(value[gradesKey[stage]] ?? []), 0);
    add("pupils", grades(school.pupils));
    add("classes", grades(school.classes));
    // A return that does not tell the stages apart has its figures in 教职工.
    const unsplit = school.unsplitTeachers.fullTime !== null;
    add("teachers", unsplit ? 0 : taught.reduce((sum, stage) => sum + emptyCells(school.teachers[stage] ?? {}), 0));
    add("facilities", emptyCells(school.facilities));
    add(
      "history",
      school.history.reduce((sum, past) => sum + grades(past), 0),
    );
  }
  for (const [sheet, count] of [...counts, ...furtherMissing(schools)]) report.sheet("warning", "missingValues", sheet, { ...count });
};

/** The soft checks: each a warning with the figures that raised it. */
export const likelyProblems = ({ format, county, schools }: CountyDataset, report: CheckReporter): void => {
  for (const school of schools) {
    for (const stage of stagesOfType[school.type]) {
      checkClassSizes(school, stage, report);
      checkJump(school, stage, county.statisticsYear, report);
    }
    checkRatios(school, report);
    unlikelyFurtherFacts(school, county.statisticsYear, report);
  }
  unlikelyCountyFacts({ format, county, schools }, report);
  checkReported({ format, county, schools }, report);
  checkEquipment(schools, report);
  checkNames(schools, report);
  checkMissing(schools, report);
};
