import { complianceEngineVersion, defaultRuleSetId, type RuleSet, ruleSetById } from "@server/compliance/index";
import { contentHash } from "@server/platform/hash";
import type { ScenarioDocument } from "./contract";
import { planningEngineVersion } from "./engine/index";

/** Rules that scenarios are judged by. */
export const planningRuleSet = (): RuleSet => {
  const ruleSet = ruleSetById(defaultRuleSetId);
  if (ruleSet === undefined) throw new Error(`rule set ${defaultRuleSetId} is not registered`);
  return ruleSet;
};

/** Identity of a projection question: the same engines, data, rules and document have the same answer. */
export const questionHash = (datasetHash: string, document: ScenarioDocument): string => {
  const { id, version } = planningRuleSet();
  return contentHash({
    kind: "projection",
    planningEngine: planningEngineVersion,
    complianceEngine: complianceEngineVersion,
    ruleSet: { id, version },
    datasetHash,
    document,
  });
};
