import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import { sql } from "kysely";
import { type TargetsDocument, targetsDocumentSchema } from "./targets-document";

/** Null while nobody has written any. */
export const findTargets = async (
  tx: TenantTx,
  scenarioId: string,
): Promise<{ readonly targets: TargetsDocument | null; readonly adopted: boolean }> => {
  const row = await tx.selectFrom("county.scenario").select(["targets", "adopted_at"]).where("id", "=", scenarioId).executeTakeFirst();
  return { targets: row?.targets ? targetsDocumentSchema.parse(row.targets) : null, adopted: (row?.adopted_at ?? null) !== null };
};

/** False when the scenario is locked or gone. */
export const storeTargets = async (tx: TenantTx, scenarioId: string, targets: TargetsDocument): Promise<boolean> => {
  const row = await tx
    .updateTable("county.scenario")
    .set({ targets: jsonb(targets) })
    .where("id", "=", scenarioId)
    .where("locked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Id of the county's plan. */
export const adoptedScenario = async (tx: TenantTx): Promise<string | null> => {
  const row = await tx.selectFrom("county.scenario").select("id").where("adopted_at", "is not", null).executeTakeFirst();
  return row?.id ?? null;
};

/** The one before gives way. */
export const adoptScenario = async (tx: TenantTx, scenarioId: string): Promise<void> => {
  await tx.updateTable("county.scenario").set({ adopted_at: null }).where("adopted_at", "is not", null).execute();
  await tx.updateTable("county.scenario").set({ adopted_at: sql<Date>`now()` }).where("id", "=", scenarioId).execute();
};
