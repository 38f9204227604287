import { type CountyAssessment, countyAssessmentSchema, resourceIndicators } from "@server/compliance/contract";
import { columnsOfDataset, compareRuleSets, explain, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { type CountyDataset, stages } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeCounty, importedCounty, projectedCounty } from "./counties";
import { countiesPerProperty } from "./runs";

const runs = { numRuns: countiesPerProperty(120), seed: 19 };
const relative = (a: number, b: number): number => Math.abs(a - b) / Math.max(1e-300, Math.abs(a), Math.abs(b));
const judge = (dataset: CountyDataset, ruleSet = quality2019): CountyAssessment =>
  judgeCounty(columnsOfDataset(dataset), ruleSet, { items: false });

describe("reliefs", () => {
  it("leave what would be without them: the judgement by the measure alone", () => {
    fc.assert(
      fc.property(importedCounty, (dataset) => {
        const [relieved, plain] = [judge(dataset), judge(dataset, quality2017)];
        for (const stage of stages) {
          relieved.stages[stage].sections.forEach((section, index) => {
            const other = plain.stages[stage].sections[index];
            expect(section.relief?.verdictWithout ?? section.verdict).toBe(other?.verdict);
            for (const id of resourceIndicators) {
              const { relief, state } = section.indicators[id];
              expect(relief?.stateWithout ?? state).toBe(other?.indicators[id].state);
            }
          });
          for (const id of resourceIndicators) {
            const { relief, verdict } = relieved.stages[stage].balance[id];
            expect(relief?.verdictWithout ?? verdict).toBe(plain.stages[stage].balance[id].verdict);
          }
        }
      }),
      runs,
    );
  });

  it("never make a section worse", () => {
    fc.assert(
      fc.property(importedCounty, (dataset) => {
        for (const { a, b } of compareRuleSets(columnsOfDataset(dataset), quality2017, quality2019, { items: false }).sections) {
          if (a !== b) expect([a, b]).toEqual(["not_met", expect.stringMatching(/^(met|not_evaluable)$/)]);
        }
      }),
      runs,
    );
  });

  it("give a valid answer without NaN, and name every section that passes only by one of them once", () => {
    fc.assert(
      fc.property(fc.oneof(importedCounty, projectedCounty), (dataset) => {
        const assessment = judge(dataset);
        expect(countyAssessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
        const only = stages.flatMap((stage) =>
          assessment.stages[stage].sections.filter(({ verdict, relief }) => verdict === "met" && relief),
        );
        expect([...new Set(assessment.sunsets.flatMap(({ sections }) => sections))].sort()).toEqual(only.map(({ id }) => id).sort());
      }),
      runs,
    );
  });
});

describe("the shares of the variance", () => {
  it("have the sign of the side of the mean, and amounts that sum to 1 or are all 0", () => {
    fc.assert(
      fc.property(completeCounty, fc.constantFrom(...stages), fc.constantFrom(...resourceIndicators), (dataset, stage, indicator) => {
        const columns = columnsOfDataset(dataset);
        const answer = explain(columns, quality2019, { kind: "balance", stage, indicator, sectionId: null });
        const shares = answer?.contributors.map(({ share }) => Math.abs(share)) ?? [];
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(Math.min(Math.abs(sum - 1), sum)).toBeLessThan(1e-9);
        expect([...shares].sort((a, b) => b - a)).toEqual(shares);
        const mean = answer?.formula.values["mean"] ?? 0;
        for (const { share, value } of answer?.contributors ?? []) {
          if (Math.abs(share) > 1e-12 && relative(value, mean) > 1e-12) expect(Math.sign(share)).toBe(Math.sign(value - mean));
        }
      }),
      runs,
    );
  });
});
