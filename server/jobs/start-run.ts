import type { TenantTx } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import type { RunKind, RunView } from "./contract";
import { findRunByHash, insertRun, queueAgain } from "./run-repository";

/** A question to a worker. */
export interface RunRequest {
  readonly kind: RunKind;
  readonly scenarioId: string | null;
  /** What the list of runs calls it, ≤ 200 characters. */
  readonly subject: string;
  /** JSON; the job definition of the kind reads it. */
  readonly input: unknown;
  /** SHA-256 over engine version, dataset, parameters: equal questions have equal hashes. */
  readonly inputHash: string;
}

/** Starts runs for other domains, inside their transaction. */
export interface RunStarter {
  readonly startRun: (tx: TenantTx, actor: Actor, request: RunRequest) => Promise<RunView>;
}

/**
 * Queues a run in the caller's transaction: run, dispatch and message are stored together or not at all.
 * The same question meets the run that is there; a failed or cancelled one is queued again.
 */
export const startRun: RunStarter["startRun"] = async (tx, actor, request) => {
  const inserted = await insertRun(tx, { tenantId: actor.orgId, userId: actor.userId, ...request });
  const run = await findRunByHash(tx, request.inputHash);
  if (!run) throw new Error("a run just stored cannot be read back");
  if (inserted) {
    await recordAudit(tx, actor, "run.start", run.id, { kind: run.kind });
    return run;
  }
  if (!(await queueAgain(tx, actor.orgId, run.id))) return run;
  await recordAudit(tx, actor, "run.retry", run.id, { kind: run.kind });
  return (await findRunByHash(tx, request.inputHash)) ?? run;
};
