import type { WithTenant } from "@db/tenant";
import { pruneOutbox, type WorkerDb } from "./outbox-repository";
import type { JobsLog } from "./queue";
import { endRun } from "./run-repository";
import { findStuck, type StuckRun, settleStuck } from "./stuck-repository";
import { systemUserId } from "./system-user";
import type { JobTimings } from "./timings";

export interface ReconcilerDeps {
  readonly db: WorkerDb;
  readonly withTenant: WithTenant;
  readonly timings: JobTimings;
  readonly log: JobsLog;
}

/** One round: brings every stuck run back into the queue, or ends it when it was cancelled or has had its attempts. */
export const reconcileOnce = async (deps: ReconcilerDeps): Promise<void> => {
  for (const run of await findStuck(deps.db, deps.timings)) await settle(deps, run);
  await pruneOutbox(deps.db);
};

const settle = ({ withTenant, timings, log }: ReconcilerDeps, run: StuckRun): Promise<void> =>
  withTenant({ orgId: run.tenantId, userId: systemUserId }, async (tx) => {
    const ending = run.cancelRequested ? "cancelled" : run.attempts >= timings.maxAttempts ? "failed" : null;
    if (!(await settleStuck(tx, run, timings, ending))) return;
    if (ending) await endRun(tx, run, ending === "failed" ? "run_attempts_exhausted" : null);
    log.warn({ runId: run.runId, attempts: run.attempts, outcome: ending ?? "queued" }, "stuck run settled");
  });
