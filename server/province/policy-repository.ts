import { jsonb } from "@db/json";
import type { ReaderTx, TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { z } from "zod";
import { type PolicyRequest, policyChangeSchema } from "./policy-contract";

const documentSchema = z.strictObject({ horizonYears: z.number().int(), change: policyChangeSchema });

export interface StoredPolicy extends PolicyRequest {
  readonly id: string;
  readonly runId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** Policies of the province, newest first. */
export const storedPolicies = async (tx: TenantTx): Promise<readonly StoredPolicy[]> => {
  const rows = await tx
    .selectFrom("rules.policy")
    .select(["id", "name", "statistics_year", "document", "run_id", "created_by_name", "created_at"])
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    statisticsYear: row.statistics_year,
    ...documentSchema.parse(row.document),
    runId: row.run_id,
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
  }));
};

/** Adds a policy; false when its name is in use. */
export const insertPolicy = async (tx: TenantTx, actor: Actor, id: string, request: PolicyRequest): Promise<boolean> => {
  const row = await tx
    .insertInto("rules.policy")
    .values({
      tenant_id: actor.orgId,
      id,
      name: request.name,
      statistics_year: request.statisticsYear,
      document: jsonb({ horizonYears: request.horizonYears, change: request.change }),
      created_by: actor.userId,
      created_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Names the run that answers a policy. */
export const setPolicyRun = async (tx: TenantTx, id: string, runId: string): Promise<void> => {
  await tx.updateTable("rules.policy").set({ run_id: runId }).where("id", "=", id).execute();
};

/** False when the province has no such policy. */
export const deletePolicy = async (tx: TenantTx, id: string): Promise<boolean> => {
  const row = await tx.deleteFrom("rules.policy").where("id", "=", id).returning("id").executeTakeFirst();
  return row !== undefined;
};

/** Ids and counties of what stands published for a year, without the snapshots. */
export const standingIds = async (
  tx: TenantTx | ReaderTx,
  statisticsYear: number,
): Promise<readonly { readonly id: string; readonly countyId: string }[]> =>
  tx
    .selectFrom("county.publication")
    .select(["id", "tenant_id as countyId"])
    .where("statistics_year", "=", statisticsYear)
    .orderBy("id")
    .execute();
