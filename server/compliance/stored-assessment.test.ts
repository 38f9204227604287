import { smallCounty } from "@db/seeds/small-county";
import { describe, expect, it } from "vitest";
import { resourceIndicators } from "./contract";
import { columnsOfDataset } from "./engine/columns";
import { judgeCounty } from "./engine/judge";
import { quality2017 } from "./rulesets/quality-2017";
import { storedAssessmentSchema } from "./stored-assessment";

const assessment = judgeCounty(columnsOfDataset(smallCounty()), quality2017);
type Bag = Record<string, unknown>;
const without = (value: object, ...keys: readonly string[]): Bag =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** The same judgement as it was kept before reliefs and items were judged. */
const earlier = () => {
  const stage = (name: "primary" | "junior") => {
    const { sections, balance } = assessment.stages[name];
    return {
      ...assessment.stages[name],
      sections: sections.map((section) => ({
        ...without(section, "relief"),
        indicators: Object.fromEntries(resourceIndicators.map((id) => [id, without(section.indicators[id], "relief")])),
      })),
      balance: Object.fromEntries(resourceIndicators.map((id) => [id, without(balance[id], "relief")])),
    };
  };
  return {
    ...without(assessment, "judgedOn", "overall", "items", "vetoes", "eligibility", "extras", "sunsets"),
    format: "hengce.assessment/1",
    stages: { primary: stage("primary"), junior: stage("junior") },
  };
};

describe("a judgement from storage", () => {
  it("comes back as it was kept", () => {
    expect(storedAssessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  it("of the earlier format keeps its verdicts and says nothing of what was not judged", () => {
    const read = storedAssessmentSchema.parse(JSON.parse(JSON.stringify(earlier())));
    expect(read).toEqual({ ...assessment, overall: null, items: null, vetoes: [], eligibility: null, extras: [], sunsets: [] });
    expect(read.judgedOn).toBe("2026-09-01");
  });

  it("is refused when it is something else", () => {
    expect(storedAssessmentSchema.safeParse({ format: "hengce.assessment/1" }).success).toBe(false);
  });
});
