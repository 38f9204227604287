import { type CountyDataset, type School, stagesOfType, type TeacherGroup } from "@server/statistics/contract";
import { unreportedSchool } from "@server/statistics/facts-contract";
import type { Lever, LeverOf } from "../contract";

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

/** A planned school before it opens: nobody and nothing, but a row. What only a return can tell of it stays unreported. */
const plannedSchool = (lever: LeverOf<"open_school">): School => {
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
    builtYear: lever.startYear + lever.leadYears,
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
    conditions: { builtBy2010: false, builtBy2016: false, denseCentre: false, everyClassUnder30: null, boarding: false },
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
}

/** The county with a row for every school that enabled levers will open. */
export const withPlannedSchools = (dataset: CountyDataset, levers: readonly Lever[]): PlannedCounty => {
  const known = new Set(dataset.schools.map(({ code }) => code));
  const opening = levers
    .filter((lever): lever is LeverOf<"open_school"> => lever.type === "open_school" && lever.enabled && !known.has(lever.code))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .filter((lever, index, all) => all[index - 1]?.code !== lever.code);
  if (opening.length === 0) return { dataset, planned: new Set() };
  return {
    dataset: { ...dataset, schools: [...dataset.schools, ...opening.map(plannedSchool)] },
    planned: new Set(opening.map(({ code }) => code)),
  };
};
