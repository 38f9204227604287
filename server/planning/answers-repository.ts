import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { RunReceipt } from "@server/jobs/contract";
import { sql } from "kysely";
import type { AnswerWithReceipt } from "./answer-question";

/** Keeps the answer of a run; the tenant is the run's own. */
export const insertAnswer = async (tx: TenantTx, runId: string, { result, receipt }: AnswerWithReceipt): Promise<void> => {
  await tx
    .insertInto("county.run_result")
    .columns(["tenant_id", "run_id", "result", "receipt"])
    .expression((eb) =>
      eb
        .selectFrom("county.run")
        .select(["tenant_id", "id", sql<string>`${jsonb(result)}::jsonb`.as("result"), sql<string>`${jsonb(receipt)}::jsonb`.as("receipt")])
        .where("id", "=", runId),
    )
    .execute();
};

/** The final answer of a run, null when there is none. Written by `insertAnswer` only and never changed: not parsed again. */
export const findAnswer = async (tx: TenantTx, runId: string): Promise<AnswerWithReceipt | null> => {
  const row = await tx.selectFrom("county.run_result").select(["result", "receipt"]).where("run_id", "=", runId).executeTakeFirst();
  return row === undefined ? null : { result: row.result, receipt: row.receipt as RunReceipt };
};

/** The best answer so far of a run that has no final one; null when there is none. */
export const findBest = async (tx: TenantTx, runId: string): Promise<AnswerWithReceipt | null> => {
  const row = await tx.selectFrom("county.run").select("best").where("id", "=", runId).executeTakeFirst();
  return (row?.best as AnswerWithReceipt | null | undefined) ?? null;
};

/** The question of a run as it was asked, null when the county has no such run. */
export const findQuestion = async (
  tx: TenantTx,
  runId: string,
): Promise<{ readonly kind: string; readonly input: unknown; readonly scenarioId: string | null } | null> => {
  const row = await tx
    .selectFrom("county.run")
    .select(["kind", "input", "scenario_id as scenarioId"])
    .where("id", "=", runId)
    .executeTakeFirst();
  return row ?? null;
};

/** Newest runs of a kind about a scenario, newest first. */
export const runsOfKind = async (tx: TenantTx, scenarioId: string, kind: string, limit: number): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom("county.run")
    .select("id")
    .where("scenario_id", "=", scenarioId)
    .where("kind", "=", kind)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};
