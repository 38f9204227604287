import { type CountyDataset, type School, type Stage, stagesOfType, type TeacherGroup } from "@server/statistics/contract";
import { unreportedSchool } from "@server/statistics/facts-contract";
import type { Lever, LeverOf } from "../contract";
import type { Progression, ProgressionRatios } from "./progression";
import type { Column } from "./state";

const noTeachers: TeacherGroup = {
  fullTime: 0,
  aboveRequiredEducation: 0,
  backbone: 0,
  physicalEducation: 0,
  music: 0,
  art: 0,
  integratedArts: 0,
};

/** 公办, run by the county's education authority. */
const countyOwner = 7;

/** 何时建成: of the new buildings, or of those of the school that it comes from. */
const builtOf = (lever: LeverOf<"open_school">, origin: School | undefined) =>
  lever.keepsBuildings && origin !== undefined
    ? { year: origin.builtYear, by2010: origin.conditions.builtBy2010, by2016: origin.conditions.builtBy2016 }
    : { year: lever.startYear + lever.leadYears, by2010: false, by2016: false };

/** A planned school before it opens: nobody and nothing, but a row. What only a return can tell of it stays unreported. */
const plannedSchool = (lever: LeverOf<"open_school">, origin: School | undefined): School => {
  const built = builtOf(lever, origin);
  const teaches = (stage: "primary" | "junior"): boolean => stagesOfType[lever.schoolType].includes(stage);
  const nothing = unreportedSchool();
  const zeros = <T extends object>(group: T): T => Object.fromEntries(Object.keys(group).map((key) => [key, 0])) as T;
  return {
    ...nothing,
    code: lever.code,
    name: lever.name,
    type: lever.schoolType,
    ownerCode: countyOwner,
    township: lever.township,
    locality: lever.locality,
    builtYear: built.year,
    countsAsSchool: true,
    parentCode: null,
    pupils: {
      primaryByGrade: teaches("primary") ? [0, 0, 0, 0, 0, 0] : null,
      juniorByGrade: teaches("junior") ? [0, 0, 0] : null,
      senior: null,
    },
    classes: {
      primaryByGrade: teaches("primary") ? [0, 0, 0, 0, 0, 0] : null,
      juniorByGrade: teaches("junior") ? [0, 0, 0] : null,
    },
    teachers: { primary: teaches("primary") ? noTeachers : null, junior: teaches("junior") ? noTeachers : null },
    facilities: {
      teachingAreaM2: 0,
      gymAreaM2: 0,
      sportsFieldAreaM2: 0,
      equipmentValueWan: 0,
      multimediaRooms: 0,
      ordinaryClassrooms: 0,
      musicRooms: 0,
      artRooms: 0,
    },
    history: [],
    conditions: {
      builtBy2010: built.by2010,
      builtBy2016: built.by2016,
      denseCentre: lever.denseCentre,
      everyClassUnder30: null,
      boarding: lever.boarding,
    },
    enrolment: zeros(nothing.enrolment),
    retention: zeros(nothing.retention),
    staff: { ...zeros(nothing.staff), posts: null, outsidePosts: 0 },
    specialRooms: zeros(nothing.specialRooms),
    money: zeros(nothing.money),
    basic: zeros(nothing.basic),
  };
};

export interface PlannedCounty {
  readonly dataset: CountyDataset;
  readonly planned: ReadonlySet<string>;
  /** Planned school → the school of the base year that it comes from. */
  readonly origins: ReadonlyMap<string, string>;
}

/** The county with a row for every school that enabled levers will open. */
export const withPlannedSchools = (dataset: CountyDataset, levers: readonly Lever[]): PlannedCounty => {
  const known = new Set(dataset.schools.map(({ code }) => code));
  const opening = levers
    .filter((lever): lever is LeverOf<"open_school"> => lever.type === "open_school" && lever.enabled && !known.has(lever.code))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .filter((lever, index, all) => all[index - 1]?.code !== lever.code);
  if (opening.length === 0) return { dataset, planned: new Set(), origins: new Map() };
  const originOf = ({ originCode }: LeverOf<"open_school">) => dataset.schools.find(({ code }) => code === originCode);
  return {
    dataset: { ...dataset, schools: [...dataset.schools, ...opening.map((lever) => plannedSchool(lever, originOf(lever)))] },
    planned: new Set(opening.map(({ code }) => code)),
    origins: new Map(opening.flatMap((lever) => (originOf(lever) === undefined ? [] : [[lever.code, lever.originCode] as const]))),
  };
};

/** 升级率 with which planned schools begin: those of the schools that they come from, save what is set for them. `origins`: row → row. */
export const inheritedRatios = ({ ratios, own }: Progression, origins: ReadonlyMap<number, number>): ProgressionRatios => {
  if (origins.size === 0) return ratios;
  const inherited =
    (stage: Stage) =>
    (column: Column, grade: number): Column =>
      column.map((ratio, row) => (own[stage][grade]?.has(row) ? ratio : (column[origins.get(row) ?? row] ?? ratio)));
  return { primary: ratios.primary.map(inherited("primary")), junior: ratios.junior.map(inherited("junior")) };
};
