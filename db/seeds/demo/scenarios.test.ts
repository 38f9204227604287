import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { wholeOfYear } from "@server/compliance/whole-contract";
import type { ScenarioDocument } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { projector } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { demoProvince } from "./province";
import { exampleCountyCode, exampleScenarios, wholePlan } from "./scenarios";

const dataset = demoProvince(exampleCountyCode).counties[0]?.years.at(-1);
if (dataset === undefined) throw new Error("the example county has no data");

const plansFor = (county: CountyDataset): { readonly resources: ScenarioDocument; readonly whole: ScenarioDocument | null } => {
  const assessment = judgeCounty(columnsOfDataset(county), quality2017);
  const resources = exampleScenarios(assessment, defaultAssumptions(county)).at(-1);
  if (resources === undefined) throw new Error("there is no example scenario");
  return { resources, whole: wholePlan(assessment, resources) };
};

describe("the example county's scenarios", () => {
  it("end with one that passes as a whole from some year to the end, which its resources alone do not", () => {
    const { resources, whole } = plansFor(dataset);
    const project = projector(dataset, quality2017);
    const passing = (document: ScenarioDocument | null): readonly number[] =>
      (document === null ? [] : project(document).trial).filter((year) => wholeOfYear(year).verdict === "met").map(({ year }) => year);
    expect(passing(resources)).toEqual([]);
    expect(passing(whole)).toEqual([2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]);
  });

  it("go without that one where a visitor's data have lost a school that gets rooms", () => {
    expect(plansFor({ ...dataset, schools: dataset.schools.filter(({ code }) => code !== "9901210013") }).whole).toBeNull();
  });
});
