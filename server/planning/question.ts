import { complianceEngineVersion, defaultRuleSetId, type RuleSet, ruleSetById } from "@server/compliance/index";
import type { RunKind } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import type { ScenarioDocument } from "./contract";
import { planningEngineVersion } from "./engine/index";

/** Rules that scenarios are judged by. */
export const planningRuleSet = (): RuleSet => {
  const ruleSet = ruleSetById(defaultRuleSetId);
  if (ruleSet === undefined) throw new Error(`rule set ${defaultRuleSetId} is not registered`);
  return ruleSet;
};

/** What is asked beside the scenario. */
export interface Beside {
  readonly kind: RunKind;
  readonly settings: unknown;
  /** Hashes of the later years that the answer compares with. */
  readonly furtherHashes: readonly string[];
}

/** Identity of a question, a projection unless said: the same engines, data, rules, document and settings have the same answer. */
export const questionHash = (datasetHash: string, document: ScenarioDocument, beside?: Beside): string => {
  const { id, version } = planningRuleSet();
  return contentHash({
    kind: "projection",
    planningEngine: planningEngineVersion,
    complianceEngine: complianceEngineVersion,
    ruleSet: { id, version },
    datasetHash,
    document,
    ...beside,
  });
};
