import { smallCounty } from "@db/seeds/small-county";
import { columnsOfDataset, defaultRuleSetId, judgeCounty, ruleSetById } from "@server/compliance";
import { run, scenario } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { factsOfAssessment, factsOfOutcome, judgeTarget, promisedTarget, type RowFacts } from "./targets";
import { targetRows, targetsDocumentSchema } from "./targets-document";

const dataset = smallCounty();
const ruleSet = ruleSetById(defaultRuleSetId);
if (ruleSet === undefined) throw new Error("no default rule set");
const assessment = judgeCounty(columnsOfDataset(dataset), ruleSet);
const facts = factsOfAssessment(assessment, dataset);
const none = { primary: null, junior: null, all: null };
const of = (part: Partial<RowFacts>): RowFacts => ({ verdict: "not_met", share: none, value: none, largestClass: null, ...part });

describe("annual targets", () => {
  it("have the 32 rows of the official table", () => {
    expect(targetRows).toHaveLength(32);
    expect(new Set(targetRows).size).toBe(32);
  });

  it("are judged by their kind: the standard, a share of schools, a figure, a class size", () => {
    expect(judgeTarget({ kind: "met" }, of({ verdict: "met" }))).toBe("met");
    expect(judgeTarget({ kind: "share", share: 0.8, stage: null }, of({ share: { ...none, all: 0.8 } }))).toBe("met");
    expect(judgeTarget({ kind: "share", share: 0.8, stage: "junior" }, of({ share: { primary: 1, junior: 0.79, all: 0.95 } }))).toBe(
      "not_met",
    );
    expect(judgeTarget({ kind: "value", value: 0.7, stage: "primary" }, of({ value: { ...none, primary: 0.71 } }))).toBe("met");
    expect(judgeTarget({ kind: "value", value: 0.94, stage: null }, of({ value: { ...none, all: 0.93 } }))).toBe("not_met");
    expect(judgeTarget({ kind: "step_down", most: 65 }, of({ largestClass: 66 }))).toBe("not_met");
    expect(judgeTarget({ kind: "step_down", most: 65 }, of({ largestClass: 61 }))).toBe("met");
  });

  it("are never judged by what nobody knows, nor by words", () => {
    expect(judgeTarget({ kind: "text", text: "逐年提高" }, of({ verdict: "met" }))).toBe("not_evaluable");
    expect(judgeTarget({ kind: "share", share: 0, stage: null }, of({}))).toBe("not_evaluable");
    expect(judgeTarget({ kind: "value", value: 0, stage: "junior" }, of({}))).toBe("not_evaluable");
    expect(judgeTarget({ kind: "step_down", most: 65 }, of({ verdict: "met" }))).toBe("not_evaluable");
  });

  it("read from a judged county the shares of sections that table Ⅱ-1 counts", () => {
    const { primary, junior } = assessment.stages;
    const total = primary.sectionsTotal + junior.sectionsTotal;
    expect(facts("R4").share.all).toBeCloseTo((primary.indicatorMet.R4 + junior.indicatorMet.R4) / total, 12);
    expect(facts("R4").value.primary).toBe(primary.balance.R4.mean);
    expect(facts("G1").verdict).toBe(assessment.items?.G1.verdict);
  });

  it("promise no more than a projected year holds", () => {
    for (const outcome of run(dataset, scenario({ horizonYears: 3 })).trial) {
      const projected = factsOfOutcome(outcome);
      for (const row of targetRows) {
        const promised = promisedTarget(row, projected);
        if (promised !== null) expect(judgeTarget(promised, projected(row))).toBe("met");
      }
    }
  });

  it("take years in order only, and at most fifteen", () => {
    const document = {
      format: "hengce.targets/1",
      fromYear: 2026,
      toYear: 2030,
      rows: { G5: { "2026": { kind: "step_down", most: 65 } } },
    };
    expect(targetsDocumentSchema.safeParse(document).success).toBe(true);
    expect(targetsDocumentSchema.safeParse({ ...document, toYear: 2025 }).success).toBe(false);
    expect(targetsDocumentSchema.safeParse({ ...document, toYear: 2041 }).success).toBe(false);
  });
});
