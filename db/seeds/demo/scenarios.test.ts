import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { wholeOfYear } from "@server/compliance/whole-contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { projector } from "@server/planning/engine/index";
import { describe, expect, it } from "vitest";
import { demoProvince } from "./province";
import { exampleCountyCode, exampleScenarios, wholePlan } from "./scenarios";

describe("the example county's scenarios", () => {
  it("end with one that passes as a whole from some year to the end, which its resources alone do not", () => {
    const dataset = demoProvince(exampleCountyCode).counties[0]?.years.at(-1);
    if (dataset === undefined) throw new Error("the example county has no data");
    const assessment = judgeCounty(columnsOfDataset(dataset), quality2017);
    const resources = exampleScenarios(assessment, defaultAssumptions(dataset)).at(-1);
    if (resources === undefined) throw new Error("there is no example scenario");
    const project = projector(dataset, quality2017);
    const passing = (document: typeof resources): readonly number[] =>
      project(document)
        .trial.filter((year) => wholeOfYear(year).verdict === "met")
        .map(({ year }) => year);
    expect(passing(resources)).toEqual([]);
    expect(passing(wholePlan(resources, assessment.statisticsYear))).toEqual([2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]);
  });
});
