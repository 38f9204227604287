import type { TenantTx } from "@db/tenant";
import { type RawBuilder, sql } from "kysely";
import { putInOutbox, type WorkerDb } from "./outbox-repository";

/**
 * A worker's right to one run. Each claim raises the run's fence; whoever holds an older fence has lost
 * the run, may have been frozen for an hour without noticing, and can write nothing any more.
 */
export interface Claim {
  readonly tenantId: string;
  readonly runId: string;
  readonly fence: number;
  /** Claims so far, this one included. */
  readonly attempts: number;
  readonly cancelRequested: boolean;
}

/** Database time `ms` milliseconds ago. */
export const ago = (ms: number): RawBuilder<Date> => sql<Date>`now() - make_interval(secs => ${ms / 1000})`;

/**
 * Claims a run that is queued, or running without a heartbeat for `staleAfter` ms. Null when there is no
 * such run or somebody else holds it: a second delivery of the same message ends here.
 */
export const claimRun = async (db: WorkerDb, runId: string, staleAfter: number): Promise<Claim | null> => {
  const row = await db
    .updateTable("jobs.dispatch")
    .set((eb) => ({
      state: "running",
      fence: eb("fence", "+", 1),
      attempts: eb("attempts", "+", 1),
      heartbeat_at: sql<Date>`now()`,
    }))
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple("tenant_id", "run_id"),
        "in",
        selectFrom("jobs.dispatch as open")
          .select(["open.tenant_id", "open.run_id"])
          .where("open.run_id", "=", runId)
          .where((or) =>
            or.or([
              or("open.state", "=", "queued"),
              or.and([or("open.state", "=", "running"), or("open.heartbeat_at", "<", ago(staleAfter))]),
            ]),
          )
          .limit(1)
          .forUpdate()
          .skipLocked()
          .$asTuple("tenant_id", "run_id"),
      ),
    )
    .returning(["tenant_id", "run_id", "fence", "attempts", "cancel_requested"])
    .executeTakeFirst();
  if (!row) return null;
  return { tenantId: row.tenant_id, runId: row.run_id, fence: row.fence, attempts: row.attempts, cancelRequested: row.cancel_requested };
};

/** Whose a run is; null when there is no such run. */
export const organisationOfRun = async (db: WorkerDb, runId: string): Promise<string | null> => {
  const row = await db.selectFrom("jobs.dispatch").select("tenant_id").where("run_id", "=", runId).executeTakeFirst();
  return row?.tenant_id ?? null;
};

/** Says that the claim is alive. `lost` when another fence rules or the run has ended. */
export const beat = async (db: WorkerDb, claim: Claim): Promise<"alive" | "cancel" | "lost"> => {
  const row = await db
    .updateTable("jobs.dispatch")
    .set({ heartbeat_at: sql<Date>`now()` })
    .where("tenant_id", "=", claim.tenantId)
    .where("run_id", "=", claim.runId)
    .where("fence", "=", claim.fence)
    .where("state", "=", "running")
    .returning("cancel_requested")
    .executeTakeFirst();
  if (!row) return "lost";
  return row.cancel_requested ? "cancel" : "alive";
};

/**
 * Ends the run under the fence. False when the claim was lost: the caller must then write nothing and
 * roll back, because the answer of somebody else counts.
 */
export const finishClaim = async (tx: TenantTx, claim: Claim, state: "done" | "failed" | "cancelled"): Promise<boolean> => {
  const row = await tx
    .updateTable("jobs.dispatch")
    .set({ state })
    .where("tenant_id", "=", claim.tenantId)
    .where("run_id", "=", claim.runId)
    .where("fence", "=", claim.fence)
    .where("state", "=", "running")
    .returning("run_id")
    .executeTakeFirst();
  return row !== undefined;
};

/**
 * Gives a claimed run back to the queue under the fence, raising it. `uncounted` for a worker that stops
 * in good order: that is not the run's fault. False when the claim was lost.
 */
export const releaseClaim = async (
  tx: TenantTx,
  claim: Claim,
  options: { readonly uncounted: boolean; readonly resend: "at_once" | "later" },
): Promise<boolean> => {
  const row = await tx
    .updateTable("jobs.dispatch")
    .set((eb) => ({
      state: "queued",
      fence: eb("fence", "+", 1),
      attempts: options.uncounted ? eb("attempts", "-", 1) : eb.ref("attempts"),
      dispatch_no: options.resend === "at_once" ? eb("dispatch_no", "+", 1) : eb.ref("dispatch_no"),
      // As if just sent: the reconciler sends it again after the usual wait.
      dispatched_at: options.resend === "at_once" ? null : sql<Date>`now()`,
      heartbeat_at: null,
    }))
    .where("tenant_id", "=", claim.tenantId)
    .where("run_id", "=", claim.runId)
    .where("fence", "=", claim.fence)
    .where("state", "=", "running")
    .returning("dispatch_no")
    .executeTakeFirst();
  if (!row) return false;
  if (options.resend === "at_once") await putInOutbox(tx, { ...claim, dispatchNo: row.dispatch_no });
  return true;
};
