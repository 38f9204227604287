import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Claim } from "./claim-repository";
import { type RunKind, type RunStep, type RunView, type RunWords, runKinds, runStates, runSteps, runWordsSchema } from "./contract";
import { putInOutbox } from "./outbox-repository";

const viewSchema = z.object({
  id: z.string(),
  kind: z.enum(runKinds),
  scenarioId: z.string().nullable(),
  subject: z.string(),
  state: z.enum(runStates),
  step: z.enum(runSteps),
  progress: z.number(),
  words: runWordsSchema.nullable(),
  hasBest: z.boolean(),
  errorCode: z.string().nullable(),
  cancelRequested: z.boolean(),
  createdAt: z.date().transform((date) => date.toISOString()),
  startedAt: z
    .date()
    .nullable()
    .transform((date) => date?.toISOString() ?? null),
  finishedAt: z
    .date()
    .nullable()
    .transform((date) => date?.toISOString() ?? null),
});

const selectRuns = (tx: TenantTx) =>
  tx
    .selectFrom("county.run as run")
    .innerJoin("jobs.dispatch as dispatch", (join) =>
      join.onRef("dispatch.tenant_id", "=", "run.tenant_id").onRef("dispatch.run_id", "=", "run.id"),
    )
    .select([
      "run.id",
      "run.kind",
      "run.scenario_id as scenarioId",
      "run.subject",
      "dispatch.state",
      "run.step",
      "run.progress",
      "run.words",
      sql<boolean>`run.best is not null`.as("hasBest"),
      "run.error_code as errorCode",
      "dispatch.cancel_requested as cancelRequested",
      "run.created_at as createdAt",
      "run.started_at as startedAt",
      "run.finished_at as finishedAt",
    ]);

/** Those under way first, so that no list is too short for them; then newest first. */
export const listRuns = async (tx: TenantTx, limit: number): Promise<readonly RunView[]> => {
  const rows = await selectRuns(tx)
    .orderBy(sql`dispatch.state in ('queued', 'running')`, "desc")
    .orderBy("run.created_at", "desc")
    .orderBy("run.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => viewSchema.parse(row));
};

/** Null when the organisation has no such run. */
export const findRun = async (tx: TenantTx, runId: string): Promise<RunView | null> => {
  const row = await selectRuns(tx).where("run.id", "=", runId).executeTakeFirst();
  return row ? viewSchema.parse(row) : null;
};

/** The run that answers a question, by the hash of its input. */
export const findRunByHash = async (tx: TenantTx, inputHash: string): Promise<RunView | null> => {
  const row = await selectRuns(tx).where("run.input_hash", "=", inputHash).executeTakeFirst();
  return row ? viewSchema.parse(row) : null;
};

export interface NewRun {
  readonly tenantId: string;
  readonly userId: string;
  readonly kind: RunKind;
  readonly scenarioId: string | null;
  readonly subject: string;
  readonly input: unknown;
  readonly inputHash: string;
}

/** Adds a queued run with its dispatch and first message; false when the question has its run already. */
export const insertRun = async (tx: TenantTx, run: NewRun): Promise<boolean> => {
  const row = await tx
    .insertInto("county.run")
    .values({
      tenant_id: run.tenantId,
      id: uuidv7(),
      kind: run.kind,
      scenario_id: run.scenarioId,
      subject: run.subject,
      input_hash: run.inputHash,
      input: jsonb(run.input),
      created_by: run.userId,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "input_hash"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return false;
  await tx.insertInto("jobs.dispatch").values({ tenant_id: run.tenantId, run_id: row.id }).execute();
  await putInOutbox(tx, { tenantId: run.tenantId, runId: row.id, dispatchNo: 0 });
  return true;
};

/** Queues a failed or cancelled run again from the start; false when it is in another state. */
export const queueAgain = async (tx: TenantTx, tenantId: string, runId: string): Promise<boolean> => {
  const row = await tx
    .updateTable("jobs.dispatch")
    .set((eb) => ({
      state: "queued",
      fence: eb("fence", "+", 1),
      attempts: 0,
      dispatch_no: eb("dispatch_no", "+", 1),
      cancel_requested: false,
      heartbeat_at: null,
      dispatched_at: null,
    }))
    .where("tenant_id", "=", tenantId)
    .where("run_id", "=", runId)
    .where("state", "in", ["failed", "cancelled"])
    .returning("dispatch_no")
    .executeTakeFirst();
  if (!row) return false;
  await tx
    .updateTable("county.run")
    .set({ step: "waiting", progress: 0, words: null, best: null, error_code: null, started_at: null, finished_at: null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", runId)
    .execute();
  await putInOutbox(tx, { tenantId, runId, dispatchNo: row.dispatch_no });
  return true;
};

/** Ends a queued run at once and asks a running one to stop; anything else is left as it is. */
export const requestCancel = async (tx: TenantTx, tenantId: string, runId: string): Promise<void> => {
  const row = await tx
    .updateTable("jobs.dispatch")
    .set((eb) => ({
      cancel_requested: true,
      state: eb.case().when("state", "=", "queued").then("cancelled").else(eb.ref("state")).end(),
    }))
    .where("tenant_id", "=", tenantId)
    .where("run_id", "=", runId)
    .where("state", "in", ["queued", "running"])
    .returning("state")
    .executeTakeFirst();
  if (row?.state === "cancelled") await endRun(tx, { tenantId, runId }, null);
};

/** Closes the run row; its state is kept by the dispatch. Progress stays where it stopped unless the run is done. */
export const endRun = async (tx: TenantTx, run: Pick<Claim, "tenantId" | "runId">, errorCode: string | null): Promise<void> => {
  await tx
    .updateTable("county.run")
    .set({ step: "finished", error_code: errorCode, finished_at: sql<Date>`now()` })
    .where("tenant_id", "=", run.tenantId)
    .where("id", "=", run.runId)
    .execute();
};

/** What a worker must know to begin; null when the run is gone. Starts the clock the planner sees. */
export const openRun = async (
  tx: TenantTx,
  claim: Claim,
): Promise<{ readonly kind: string; readonly input: unknown; readonly createdBy: string } | null> => {
  const row = await tx
    .updateTable("county.run")
    .set({ step: "loading", progress: 0, error_code: null, started_at: sql<Date>`coalesce(started_at, now())` })
    .where("tenant_id", "=", claim.tenantId)
    .where("id", "=", claim.runId)
    .returning(["kind", "input", "created_by"])
    .executeTakeFirst();
  return row ? { kind: row.kind, input: row.input, createdBy: row.created_by } : null;
};

/** News of a computing: how far it is, in words if it has any, and a better answer if it found one. */
export interface RunNews {
  readonly step: RunStep;
  /** 0–1. */
  readonly progress: number;
  readonly words?: RunWords;
  readonly best?: unknown;
}

/** Shows how far the work is, unless the claim was lost meanwhile. */
export const writeProgress = async (tx: TenantTx, claim: Claim, { step, progress, words, best }: RunNews): Promise<void> => {
  await tx
    .updateTable("county.run as run")
    .set({
      step,
      progress: Math.min(1, Math.max(0, progress)),
      ...(words === undefined ? {} : { words: jsonb(words) }),
      ...(best === undefined ? {} : { best: jsonb(best) }),
    })
    .where("run.tenant_id", "=", claim.tenantId)
    .where("run.id", "=", claim.runId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("jobs.dispatch as dispatch")
          .select("dispatch.run_id")
          .whereRef("dispatch.tenant_id", "=", "run.tenant_id")
          .whereRef("dispatch.run_id", "=", "run.id")
          .where("dispatch.fence", "=", claim.fence)
          .where("dispatch.state", "=", "running"),
      ),
    )
    .execute();
};

/** Keeps what a cancelled computing handed over, in the transaction that ends the run. */
export const keepBest = async (tx: TenantTx, run: Pick<Claim, "tenantId" | "runId">, best: unknown): Promise<void> => {
  await tx
    .updateTable("county.run")
    .set({ best: jsonb(best) })
    .where("tenant_id", "=", run.tenantId)
    .where("id", "=", run.runId)
    .execute();
};
