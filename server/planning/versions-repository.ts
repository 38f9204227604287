import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { type ScenarioDocument, scenarioDocumentSchema } from "./contract";
import type { StoredScenario } from "./repository";
import type { ScenarioVersion } from "./workspace-contract";

/** Named versions of a scenario, newest first. */
export const versionsOf = async (tx: TenantTx, scenarioId: string): Promise<readonly ScenarioVersion[]> => {
  const rows = await tx
    .selectFrom("county.scenario_version")
    .select(["id", "name", "draft", "lever_count", "saved_by_name", "saved_at"])
    .where("scenario_id", "=", scenarioId)
    .orderBy("saved_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    draft: row.draft,
    leverCount: row.lever_count,
    savedBy: row.saved_by_name,
    savedAt: row.saved_at.toISOString(),
  }));
};

/** The document of a named version; null when the scenario has none of that id. */
export const findVersion = async (
  tx: TenantTx,
  scenarioId: string,
  versionId: string,
): Promise<{ readonly name: string; readonly document: ScenarioDocument } | null> => {
  const row = await tx
    .selectFrom("county.scenario_version")
    .select(["name", "document"])
    .where("id", "=", versionId)
    .where("scenario_id", "=", scenarioId)
    .executeTakeFirst();
  return row === undefined ? null : { name: row.name, document: scenarioDocumentSchema.parse(row.document) };
};

/** Keeps the stored state under a name; false when the scenario has a version of that name. */
export const insertVersion = async (tx: TenantTx, actor: Actor, scenario: StoredScenario, name: string): Promise<boolean> => {
  const row = await tx
    .insertInto("county.scenario_version")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      scenario_id: scenario.id,
      name,
      draft: scenario.version,
      document: jsonb(scenario.document),
      lever_count: scenario.leverCount,
      saved_by: actor.userId,
      saved_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "scenario_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Locks a scenario that is open; false when it is locked already. */
export const lockScenario = async (tx: TenantTx, actor: Actor, scenarioId: string): Promise<boolean> => {
  const row = await tx
    .updateTable("county.scenario")
    .set({ locked_by: actor.userId, locked_by_name: actor.displayName, locked_at: sql<Date>`now()` })
    .where("id", "=", scenarioId)
    .where("locked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

export const unlockScenario = async (tx: TenantTx, scenarioId: string): Promise<void> => {
  await tx
    .updateTable("county.scenario")
    .set({ locked_by: null, locked_by_name: null, locked_at: null })
    .where("id", "=", scenarioId)
    .execute();
};
