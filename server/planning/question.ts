import type { TenantTx } from "@db/tenant";
import { type Attested, attestedOf, complianceEngineVersion, rulesInForceFor } from "@server/compliance/index";
import type { RunKind } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import type { ScenarioDocument } from "./contract";
import { planningEngineVersion } from "./engine/index";

/** What a county's questions are answered on beside its data: the rules in force for it, and what is attested for the base year. */
export interface Ground {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly attested: Attested;
}

export const groundOf = async (tx: TenantTx, statisticsYear: number): Promise<Ground> => {
  const rules = await rulesInForceFor(tx);
  if (rules === null) throw new Error("the chosen rule set is not registered");
  const { id, version } = rules.ruleSet;
  return { ruleSet: { id, version }, attested: await attestedOf(tx, statisticsYear) };
};

/** What is asked beside the scenario. */
export interface Beside {
  readonly kind: RunKind;
  readonly settings: unknown;
  /** Hashes of the later years that the answer compares with. */
  readonly furtherHashes: readonly string[];
}

/** Identity of a question, a projection unless said: the same engines, data, rules, document and settings have the same answer. */
export const questionHash = (datasetHash: string, { ruleSet, attested }: Ground, document: ScenarioDocument, beside?: Beside): string =>
  contentHash({
    kind: "projection",
    planningEngine: planningEngineVersion,
    complianceEngine: complianceEngineVersion,
    ruleSet,
    attestedHash: attested.hash,
    datasetHash,
    document,
    ...beside,
  });
