import { type CheckReporter, total } from "./check-report";
import { type School, type Stage, stages, stagesOfType } from "./contract";
import { type ClassSizes, classSizeBands } from "./facts-contract";
import { lineageLoops } from "./lineage";
import { headingOfPath } from "./workbook/layout";

/** Hard checks of the further facts of a school: figures that cannot be true together. */

const gradesKey = { primary: "primaryByGrade", junior: "juniorByGrade" } as const;

/** Pupils of a stage by grade, or the total of a return without grades; null when not reported. */
export const pupilsOfStage = (school: School, stage: Stage): number | null =>
  total(school.pupils[gradesKey[stage]] ?? [null]) ?? school.totals[stage === "primary" ? "pupilsPrimary" : "pupilsJunior"];
/** Classes of a stage, likewise. */
export const classesOfStage = (school: School, stage: Stage): number | null =>
  total(school.classes[gradesKey[stage]] ?? [null]) ?? school.totals[stage === "primary" ? "classesPrimary" : "classesJunior"];

const overStages = (school: School, figure: (school: School, stage: Stage) => number | null): number | null => {
  const taught = stagesOfType[school.type];
  return taught.length === 0 ? null : total(taught.map((stage) => figure(school, stage)));
};

/** Full-time teachers of all stages: told apart by stage, or the one figure of a return that does not. */
export const teachersOf = (school: School): number | null =>
  overStages(school, ({ teachers }, stage) => teachers[stage]?.fullTime ?? null) ?? school.unsplitTeachers.fullTime;
/** Pupils of all compulsory stages. */
export const pupilsOfSchool = (school: School): number | null => overStages(school, pupilsOfStage);

interface Figure {
  readonly path: string;
  readonly value: number | null;
}

const partOfWhole = (school: School, part: Figure, whole: Figure, report: CheckReporter): void => {
  if (part.value === null || whole.value === null || part.value <= whole.value) return;
  report.school("error", "partAboveWhole", school, part.path, {
    heading: headingOfPath(part.path),
    part: part.value,
    whole: whole.value,
    at: report.cellOf(school, whole.path),
  });
};

const checkStaff = (school: School, report: CheckReporter): void => {
  const { staff, unsplitTeachers, teachers, basic } = school;
  const [firstStage] = stagesOfType[school.type];
  const teacherPath =
    unsplitTeachers.fullTime !== null || firstStage === undefined ? "unsplitTeachers.fullTime" : `teachers.${firstStage}.fullTime`;
  const all = { path: teacherPath, value: teachersOf(school) };
  const staffTotal = { path: "staff.total", value: staff.total };
  for (const key of ["certified", "trained360", "underFiveYears"] as const)
    partOfWhole(school, { path: `staff.${key}`, value: staff[key] }, all, report);
  for (const key of ["primaryTotal", "juniorTotal", "postsFilled"] as const)
    partOfWhole(school, { path: `staff.${key}`, value: staff[key] }, staffTotal, report);
  partOfWhole(school, all, staffTotal, report);
  for (const stage of stages) {
    const fullTime = { path: `teachers.${stage}.fullTime`, value: teachers[stage]?.fullTime ?? null };
    partOfWhole(school, fullTime, { path: `staff.${stage}Total`, value: staff[`${stage}Total`] }, report);
    const title = stage === "primary" ? "midTitlePrimary" : "midTitleJunior";
    partOfWhole(school, { path: `basic.${title}`, value: basic[title] }, fullTime, report);
  }
  const unsplit = { path: "unsplitTeachers.fullTime", value: unsplitTeachers.fullTime };
  partOfWhole(school, { path: "unsplitTeachers.backbone", value: unsplitTeachers.backbone }, unsplit, report);
  const arts = [unsplitTeachers.physicalEducation, unsplitTeachers.music, unsplitTeachers.art, unsplitTeachers.integratedArts];
  const known = arts.filter((value) => value !== null);
  if (known.length > 0) {
    const value = known.reduce((sum, part) => sum + part, 0);
    partOfWhole(school, { path: "unsplitTeachers.physicalEducation", value }, unsplit, report);
  }
  const split = overStages(school, ({ teachers: groups }, stage) => groups[stage]?.fullTime ?? null);
  if (unsplit.value !== null && split !== null && unsplit.value !== split) {
    report.school("error", "unsplitDiffers", school, unsplit.path, {
      heading: headingOfPath(unsplit.path),
      stated: unsplit.value,
      sum: split,
      at: report.cellOf(school, `teachers.${firstStage}.fullTime`),
    });
  }
};

const checkPupils = (school: School, report: CheckReporter): void => {
  const { enrolment } = school;
  const part = (path: string, value: number | null, whole: Figure): void => partOfWhole(school, { path, value }, whole, report);
  part("enrolment.migrantWorkerChildren", enrolment.migrantWorkerChildren, {
    path: `pupils.${gradesKey[stagesOfType[school.type][0] ?? "primary"]}`,
    value: pupilsOfSchool(school),
  });
  for (const [stage, inZone, entrants, entrantsInZone] of [
    ["primary", "inZonePrimary", "entrantsPrimary", "entrantsInZonePrimary"],
    ["junior", "inZoneJunior", "entrantsJunior", "entrantsInZoneJunior"],
  ] as const) {
    const pupils = { path: `pupils.${gradesKey[stage]}`, value: pupilsOfStage(school, stage) };
    part(`enrolment.${inZone}`, enrolment[inZone], pupils);
    part(`enrolment.${entrants}`, enrolment[entrants], pupils);
    part(`enrolment.${entrantsInZone}`, enrolment[entrantsInZone], { path: `enrolment.${entrants}`, value: enrolment[entrants] });
  }
  part("retention.died", school.retention.died, { path: "retention.entrants", value: school.retention.entrants });
};

const checkRooms = (school: School, report: CheckReporter): void => {
  const { specialRooms: rooms, facilities } = school;
  const kinds = [
    ["specialRooms.music96", "facilities.musicRooms", facilities.musicRooms, [rooms.music96, rooms.music73, rooms.music61, rooms.music54]],
    ["specialRooms.art90", "facilities.artRooms", facilities.artRooms, [rooms.art90, rooms.art67, rooms.art61, rooms.art54]],
  ] as const;
  for (const [path, wholePath, whole, bands] of kinds) {
    const known = bands.filter((value) => value !== null);
    const sum = known.reduce((all, value) => all + value, 0);
    if (known.length === 0 || whole === null || sum <= whole) continue;
    report.school("error", "roomBandsAboveRooms", school, path, {
      heading: headingOfPath(wholePath),
      sum,
      rooms: whole,
      at: report.cellOf(school, wholePath),
    });
  }
};

/** Classes of the bands together, and the fewest and most pupils that fit into them; null when a band is not reported. */
const extentOf = (bands: ClassSizes): { readonly classes: number; readonly least: number; readonly most: number } | null => {
  const classes = total(bands);
  if (classes === null) return null;
  let [least, most] = [0, 0];
  for (const [index, { from, to }] of classSizeBands.entries()) {
    const count = bands[index] ?? 0;
    least += count * from;
    if (count > 0) most += to === null ? Number.POSITIVE_INFINITY : count * to;
  }
  return { classes, least, most };
};

const checkBands = (
  school: School,
  part: "primary" | "junior" | "unsplit",
  figures: { readonly pupils: number | null; readonly classes: number | null; readonly of: Stage },
  report: CheckReporter,
): void => {
  const bands = school.classSizes[part];
  const extent = bands === null ? null : extentOf(bands);
  if (extent === null) return;
  const path = `classSizes.${part}`;
  const { pupils, classes } = figures;
  const key = gradesKey[figures.of];
  if (classes !== null && classes !== extent.classes) {
    report.school("error", "bandsDifferFromClasses", school, path, {
      sum: extent.classes,
      classes,
      at: report.cellOf(school, `classes.${key}`),
    });
  } else if (pupils !== null && (pupils < extent.least || pupils > extent.most)) {
    const params = { pupils, least: extent.least, most: extent.most, at: report.cellOf(school, `pupils.${key}`) };
    if (pupils < extent.least) report.school("error", "pupilsBelowBands", school, path, params);
    else report.school("error", "pupilsAboveBands", school, path, params);
  }
};

const checkClassSizes = (school: School, report: CheckReporter): void => {
  for (const stage of stagesOfType[school.type])
    checkBands(school, stage, { pupils: pupilsOfStage(school, stage), classes: classesOfStage(school, stage), of: stage }, report);
  const [first] = stagesOfType[school.type];
  if (first === undefined) return;
  const classes = overStages(school, classesOfStage) ?? school.totals.classesUnsplit;
  checkBands(school, "unsplit", { pupils: pupilsOfSchool(school), classes, of: first }, report);
  if (school.conditions.everyClassUnder30 !== true) return;
  for (const part of ["primary", "junior", "unsplit"] as const) {
    const over = (school.classSizes[part] ?? []).slice(2).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (over > 0)
      report.school("error", "under30Contradicted", school, "conditions.everyClassUnder30", {
        classes: over,
        at: report.cellOf(school, `classSizes.${part}`),
      });
  }
};

const checkBuilt = (school: School, report: CheckReporter): void => {
  const { builtYear, conditions } = school;
  for (const [key, year] of [
    ["builtBy2010", 2010],
    ["builtBy2016", 2016],
  ] as const) {
    if (conditions[key] === true && builtYear !== null && builtYear > year)
      report.school("error", "builtContradicts", school, `conditions.${key}`, {
        year,
        builtYear,
        at: report.cellOf(school, "builtYear"),
      });
  }
  if (conditions.builtBy2010 === true && conditions.builtBy2016 === false)
    report.school("error", "built2010Without2016", school, "conditions.builtBy2016");
};

const checkLineage = (school: School, schools: ReadonlyMap<string, School>, statisticsYear: number, report: CheckReporter): void => {
  for (const [index, { year, event, fromCode }] of school.lineage.entries()) {
    const path = `lineage.${index}.fromCode`;
    if (year > statisticsYear)
      report.school("error", "lineageAfterStatisticsYear", school, `lineage.${index}.year`, { year, statisticsYear });
    if (fromCode === school.code) {
      if (event === "renamed" || event === "merged" || event === "split") report.school("error", "lineageFromItself", school, path);
    } else if ((event === "renamed" || event === "retyped") && schools.has(fromCode)) {
      report.school("error", "lineageOriginStillThere", school, path, { fromCode });
    }
  }
  if (lineageLoops(school, schools)) report.school("error", "lineageLoop", school, "lineage.0.fromCode");
};

/** All hard checks of a school's further facts. */
export const checkFurtherFacts = (
  school: School,
  schools: ReadonlyMap<string, School>,
  statisticsYear: number,
  report: CheckReporter,
): void => {
  checkStaff(school, report);
  checkPupils(school, report);
  checkRooms(school, report);
  checkClassSizes(school, report);
  checkBuilt(school, report);
  checkLineage(school, schools, statisticsYear, report);
};
