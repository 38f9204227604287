import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import type { Lever, ScenarioSchool } from "./contract";

/** Schools that a lever may name: those with a primary or junior section and those that the scenario opens, by code. */
export const scenarioSchools = (dataset: CountyDataset, levers: readonly Lever[]): readonly ScenarioSchool[] => {
  const planned = levers.flatMap((lever): ScenarioSchool[] =>
    lever.type === "open_school" && lever.enabled
      ? [{ code: lever.code, name: lever.name, township: lever.township, stages: stagesOfType[lever.schoolType] }]
      : [],
  );
  return [
    ...dataset.schools.map((school) => ({
      code: school.code,
      name: school.name,
      township: school.township,
      stages: stagesOfType[school.type].filter((stage) => school.pupils[`${stage}ByGrade`] !== null),
    })),
    ...planned,
  ]
    .filter((school) => school.stages.length > 0)
    .sort((left, right) => (left.code < right.code ? -1 : 1));
};
