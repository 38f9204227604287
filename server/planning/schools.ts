import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import type { ScenarioSchool } from "./contract";

/** Schools that a lever may name: those with a primary or junior section, by code. */
export const scenarioSchools = (dataset: CountyDataset): readonly ScenarioSchool[] =>
  dataset.schools
    .map((school) => ({
      code: school.code,
      name: school.name,
      township: school.township,
      stages: stagesOfType[school.type].filter((stage) => school.pupils[`${stage}ByGrade`] !== null),
    }))
    .filter((school) => school.stages.length > 0)
    .sort((left, right) => (left.code < right.code ? -1 : 1));
