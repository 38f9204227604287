import type { Database } from "@db/schema/database";
import type { TenantTx } from "@db/tenant";
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { ago } from "./claim-repository";
import { putInOutbox, type WorkerDb } from "./outbox-repository";
import type { JobTimings } from "./timings";

/** A run that its worker, the queue or a message has left behind. */
export interface StuckRun {
  readonly tenantId: string;
  readonly runId: string;
  readonly fence: number;
  readonly attempts: number;
  readonly cancelRequested: boolean;
}

type Ages = Pick<JobTimings, "staleAfter" | "resendAfter">;

const batch = 100;

/** Running without a heartbeat, or sent long ago and never claimed. */
const isStuck =
  (ages: Ages) =>
  (eb: ExpressionBuilder<Database, "jobs.dispatch">): Expression<SqlBool> =>
    eb.or([
      eb.and([eb("state", "=", "running"), eb("heartbeat_at", "<", ago(ages.staleAfter))]),
      eb.and([eb("state", "=", "queued"), eb("dispatched_at", "<", ago(ages.resendAfter))]),
    ]);

/** Oldest first, of all counties. */
export const findStuck = async (db: WorkerDb, ages: Ages): Promise<readonly StuckRun[]> => {
  const rows = await db
    .selectFrom("jobs.dispatch")
    .select(["tenant_id", "run_id", "fence", "attempts", "cancel_requested"])
    .where("state", "in", ["queued", "running"])
    .where(isStuck(ages))
    .orderBy("created_at")
    .limit(batch)
    .execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    runId: row.run_id,
    fence: row.fence,
    attempts: row.attempts,
    cancelRequested: row.cancel_requested,
  }));
};

/**
 * Ends a stuck run, or sends it again when `ending` is null. It was judged on a row read earlier, so this
 * counts only when nobody has claimed, ended or cancelled the run since; false otherwise.
 */
export const settleStuck = async (tx: TenantTx, run: StuckRun, ages: Ages, ending: "failed" | "cancelled" | null): Promise<boolean> => {
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
    .where("fence", "=", run.fence)
    .where("cancel_requested", "=", run.cancelRequested)
    .where(isStuck(ages))
    .returning("dispatch_no")
    .executeTakeFirst();
  if (!row) return false;
  if (!ending) await putInOutbox(tx, { tenantId: run.tenantId, runId: run.runId, dispatchNo: row.dispatch_no });
  return true;
};
