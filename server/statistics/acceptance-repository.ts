import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import type { Acceptance } from "./import-contract";

/** Soft checks accepted for a dataset, by kind. */
export const listAcceptances = async (tx: TenantTx, datasetId: string): Promise<readonly Acceptance[]> => {
  const rows = await tx
    .selectFrom("county.accepted_check")
    .select(["check_id", "message", "params", "reason", "accepted_by_name", "accepted_at"])
    .where("dataset_id", "=", datasetId)
    .orderBy("message")
    .orderBy("check_id")
    .execute();
  return rows.map((row) => ({
    checkId: row.check_id,
    message: row.message,
    // Written by storeAcceptances only.
    params: row.params as Acceptance["params"],
    reason: row.reason,
    acceptedBy: row.accepted_by_name,
    acceptedAt: row.accepted_at.toISOString(),
  }));
};

/** Rows of one insert: few enough for the limit of bound parameters. */
const batchSize = 500;

/** Keeps what was accepted for a dataset; what is kept already stays as it was. */
export const storeAcceptances = async (tx: TenantTx, actor: Actor, datasetId: string, accepted: readonly Acceptance[]): Promise<void> => {
  for (let from = 0; from < accepted.length; from += batchSize) {
    await tx
      .insertInto("county.accepted_check")
      .values(
        accepted.slice(from, from + batchSize).map((one) => ({
          tenant_id: actor.orgId,
          dataset_id: datasetId,
          check_id: one.checkId,
          message: one.message,
          params: jsonb(one.params),
          reason: one.reason,
          accepted_by: actor.userId,
          accepted_by_name: one.acceptedBy,
          accepted_at: one.acceptedAt,
        })),
      )
      .onConflict((conflict) => conflict.columns(["tenant_id", "dataset_id", "check_id"]).doNothing())
      .execute();
  }
};
