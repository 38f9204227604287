import type { Database } from "@db/schema/database";
import type { WithTenant } from "@db/tenant";
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import { ago } from "./claim";
import { pruneOutbox, putInOutbox } from "./outbox";
import type { JobsLog } from "./queue";
import { endRun } from "./repository";
import { systemUserId } from "./system-user";
import type { JobTimings } from "./timings";

export interface ReconcilerDeps {
  /** Pool of role hengce_worker. */
  readonly db: Kysely<Database>;
  readonly withTenant: WithTenant;
  readonly timings: JobTimings;
  readonly log: JobsLog;
}

interface Stuck {
  readonly tenant_id: string;
  readonly run_id: string;
  readonly fence: number;
  readonly attempts: number;
  readonly cancel_requested: boolean;
}

const batch = 100;

/** Running without a heartbeat, or sent long ago and never claimed: a worker, the queue or a message was lost. */
const isStuck =
  (timings: JobTimings) =>
  (eb: ExpressionBuilder<Database, "jobs.dispatch">): Expression<SqlBool> =>
    eb.or([
      eb.and([eb("state", "=", "running"), eb("heartbeat_at", "<", ago(timings.staleAfter))]),
      eb.and([eb("state", "=", "queued"), eb("dispatched_at", "<", ago(timings.resendAfter))]),
    ]);

/** One round: brings every stuck run back into the queue, or ends it when it has had its attempts. Returns how many it touched. */
export const reconcileOnce = async (deps: ReconcilerDeps): Promise<number> => {
  const stuck = await deps.db
    .selectFrom("jobs.dispatch")
    .select(["tenant_id", "run_id", "fence", "attempts", "cancel_requested"])
    .where("state", "in", ["queued", "running"])
    .where(isStuck(deps.timings))
    .orderBy("created_at")
    .limit(batch)
    .execute();
  for (const run of stuck) await settleStuck(deps, run);
  await pruneOutbox(deps.db);
  return stuck.length;
};

const settleStuck = ({ withTenant, timings, log }: ReconcilerDeps, stuck: Stuck): Promise<void> =>
  withTenant({ orgId: stuck.tenant_id, userId: systemUserId }, async (tx) => {
    const run = { tenantId: stuck.tenant_id, runId: stuck.run_id };
    const ending = stuck.cancel_requested ? "cancelled" : stuck.attempts >= timings.maxAttempts ? "failed" : null;
    // Decided on a row read earlier: it counts only if nobody has claimed or ended the run since.
    const row = await tx
      .updateTable("jobs.dispatch")
      .set((eb) => ({
        state: ending ?? "queued",
        fence: eb("fence", "+", 1),
        dispatch_no: ending ? eb.ref("dispatch_no") : eb("dispatch_no", "+", 1),
        dispatched_at: ending ? eb.ref("dispatched_at") : sql<null>`null`,
        heartbeat_at: null,
      }))
      .where("tenant_id", "=", run.tenantId)
      .where("run_id", "=", run.runId)
      .where("fence", "=", stuck.fence)
      .where("cancel_requested", "=", stuck.cancel_requested)
      .where(isStuck(timings))
      .returning("dispatch_no")
      .executeTakeFirst();
    if (!row) return;
    if (ending) await endRun(tx, run, ending === "failed" ? "run_attempts_exhausted" : null);
    else await putInOutbox(tx, { ...run, dispatchNo: row.dispatch_no });
    log.warn({ runId: run.runId, attempts: stuck.attempts, outcome: ending ?? "queued" }, "stuck run settled");
  });
