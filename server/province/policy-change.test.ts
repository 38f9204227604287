import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { expect, test } from "vitest";
import { changedRules } from "./policy-change";
import { triedReliefs, triedThresholds } from "./policy-contract";

const ruleSets = [quality2017, quality2019];

test("every relief that a province may end is one that the rules know", () => {
  for (const ruleSet of ruleSets)
    for (const relief of triedReliefs)
      expect(changedRules(ruleSet, { kind: "relief_ended", relief, fromYear: 2028 }), relief).not.toBeNull();
});

test("every standard and limit that a province may try is one that the rules know, for both stages", () => {
  for (const ruleSet of ruleSets)
    for (const parameter of triedThresholds)
      for (const stage of ["primary", "junior"] as const)
        expect(changedRules(ruleSet, { kind: "threshold", parameter, stage, value: 0.4 }), parameter).not.toBeNull();
});
