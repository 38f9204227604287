import type { TenantTx } from "@db/tenant";
import { findRun } from "@server/jobs/index";
import type { LatestAnswer, RunResult } from "./contract";
import { groundOf, questionHash } from "./question";
import { findResult, newestAnswered, type StoredScenario } from "./repository";

/** A finished run with its answer. */
export const answerOf = async (tx: TenantTx, runId: string): Promise<RunResult | null> => {
  const run = await findRun(tx, runId);
  const stored = run === null ? null : await findResult(tx, runId);
  return run === null || stored === null ? null : { run, ...stored };
};

/** Newest answer to a scenario, and whether it is one to what the scenario asks now. */
export const latestAnswer = async (tx: TenantTx, scenario: StoredScenario): Promise<LatestAnswer | null> => {
  const hash = questionHash(scenario.datasetHash, await groundOf(tx, scenario.baseYear), scenario.document);
  const answered = await newestAnswered(tx, scenario.id, hash);
  const answer = answered === null ? null : await answerOf(tx, answered.runId);
  return answered === null || answer === null ? null : { ...answer, upToDate: answered.inputHash === hash };
};
