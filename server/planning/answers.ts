import type { TenantTx } from "@db/tenant";
import { complianceEngineVersion } from "@server/compliance/index";
import { findRun } from "@server/jobs/index";
import { contentHash } from "@server/platform/hash";
import type { AnswerWithReceipt } from "./answer-question";
import type { Answered } from "./answers-contract";
import { findAnswer, findBest } from "./answers-repository";
import { planningEngineVersion } from "./engine/index";
import type { Ground } from "./question";
import type { StoredScenario } from "./repository";

const hasFormat = (result: unknown, format: string): boolean =>
  typeof result === "object" && result !== null && "format" in result && result.format === format;

/**
 * What a run has answered, finally or so far; null when nothing, or in an older shape. The caller names the type that
 * belongs to the format: answers are written by the kind's own computing only.
 */
export const answeredBy = async <A>(tx: TenantTx, runId: string, format: string): Promise<Answered<A> | null> => {
  const run = await findRun(tx, runId);
  if (run === null) return null;
  const final = await findAnswer(tx, runId);
  const found: AnswerWithReceipt | null = final ?? (await findBest(tx, runId));
  if (found === null || !hasFormat(found.result, format)) return null;
  return { run, answer: found.result as A, receipt: found.receipt, final: final !== null };
};

/** True when an answer is about the scenario as it is now, by the rules and engines of now. */
export const isUpToDate = (
  { receipt }: Pick<Answered<unknown>, "receipt">,
  scenario: StoredScenario,
  { ruleSet, attested }: Ground,
): boolean =>
  receipt.datasetHash === scenario.datasetHash &&
  receipt.scenarioHash === contentHash(scenario.document) &&
  receipt.planningEngine === planningEngineVersion &&
  receipt.complianceEngine === complianceEngineVersion &&
  receipt.ruleSet.id === ruleSet.id &&
  receipt.ruleSet.version === ruleSet.version &&
  (receipt.attestedHash ?? "") === attested.hash;
