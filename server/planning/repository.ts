import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import type { RunReceipt } from "@server/jobs/contract";
import { sql } from "kysely";
import { type Projection, type ScenarioDocument, scenarioDocumentSchema } from "./contract";

/** A scenario with what identifies its data. */
export interface StoredScenario {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly datasetId: string;
  readonly datasetHash: string;
  readonly baseYear: number;
  readonly document: ScenarioDocument;
  readonly leverCount: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly lockedBy: string | null;
  readonly lockedAt: string | null;
}

const selectScenarios = (tx: TenantTx) =>
  tx
    .selectFrom("county.scenario as scenario")
    .innerJoin("county.dataset as dataset", (join) =>
      join.onRef("dataset.tenant_id", "=", "scenario.tenant_id").onRef("dataset.id", "=", "scenario.dataset_id"),
    )
    .select([
      "scenario.id",
      "scenario.name",
      "scenario.version",
      "scenario.dataset_id as datasetId",
      "dataset.content_hash as datasetHash",
      "dataset.statistics_year as baseYear",
      "scenario.document",
      "scenario.lever_count as leverCount",
      "scenario.updated_at as updatedAt",
      "scenario.updated_by_name as updatedBy",
      "scenario.locked_by_name as lockedBy",
      "scenario.locked_at as lockedAt",
    ]);

type ScenarioRow = Omit<StoredScenario, "document" | "updatedAt" | "lockedAt"> & {
  readonly document: unknown;
  readonly updatedAt: Date;
  readonly lockedAt: Date | null;
};

const scenarioOf = (row: ScenarioRow): StoredScenario => ({
  ...row,
  document: scenarioDocumentSchema.parse(row.document),
  updatedAt: row.updatedAt.toISOString(),
  lockedAt: row.lockedAt?.toISOString() ?? null,
});

/** Scenarios of the county, last changed first. */
export const listScenarios = async (tx: TenantTx): Promise<readonly StoredScenario[]> => {
  const rows = await selectScenarios(tx).orderBy("scenario.updated_at", "desc").orderBy("scenario.id").execute();
  return rows.map(scenarioOf);
};

/** Null when the county has none of that id. */
export const findScenario = async (tx: TenantTx, scenarioId: string): Promise<StoredScenario | null> => {
  const row = await selectScenarios(tx).where("scenario.id", "=", scenarioId).executeTakeFirst();
  return row === undefined ? null : scenarioOf(row);
};

/** Names in use, for choosing a free one. */
export const scenarioNames = async (tx: TenantTx): Promise<ReadonlySet<string>> => {
  const rows = await tx.selectFrom("county.scenario").select("name").execute();
  return new Set(rows.map((row) => row.name));
};

/** Adds a scenario; false when its name is in use. */
export const insertScenario = async (
  tx: TenantTx,
  actor: Actor,
  scenario: { readonly id: string; readonly datasetId: string; readonly document: ScenarioDocument },
): Promise<boolean> => {
  const row = await tx
    .insertInto("county.scenario")
    .values({
      tenant_id: actor.orgId,
      id: scenario.id,
      name: scenario.document.name,
      dataset_id: scenario.datasetId,
      version: 1,
      document: jsonb(scenario.document),
      lever_count: scenario.document.levers.length,
      created_by: actor.userId,
      updated_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Replaces the document when the stored version is still the expected one and nobody locked it; false when it is not so. */
export const updateScenario = async (
  tx: TenantTx,
  actor: Actor,
  scenarioId: string,
  expectedVersion: number,
  document: ScenarioDocument,
): Promise<boolean> => {
  const row = await tx
    .updateTable("county.scenario")
    .set({
      name: document.name,
      version: expectedVersion + 1,
      document: jsonb(document),
      lever_count: document.levers.length,
      updated_by_name: actor.displayName,
      updated_at: sql<Date>`now()`,
    })
    .where("id", "=", scenarioId)
    .where("version", "=", expectedVersion)
    .where("locked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** Its runs and answers stay; false when the county has no such scenario that is not locked. */
export const deleteScenario = async (tx: TenantTx, scenarioId: string): Promise<boolean> => {
  const row = await tx
    .deleteFrom("county.scenario")
    .where("id", "=", scenarioId)
    .where("locked_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};

/** The stored answer of a run, null when there is none. */
export const findResult = async (
  tx: TenantTx,
  runId: string,
): Promise<{ readonly projection: Projection; readonly receipt: RunReceipt } | null> => {
  const row = await tx.selectFrom("county.run_result").select(["result", "receipt"]).where("run_id", "=", runId).executeTakeFirst();
  // Written once, and never changed: not parsed again, at a megabyte a time. Answers of an older shape are none.
  const projection = row?.result as Projection | undefined;
  return row === undefined || projection?.format !== "hengce.projection/2" ? null : { projection, receipt: row.receipt as RunReceipt };
};

/** Newest projection with an answer: to this very question when there is one, else the scenario's last. */
export const newestAnswered = async (
  tx: TenantTx,
  scenarioId: string,
  inputHash: string,
): Promise<{ readonly runId: string; readonly inputHash: string } | null> => {
  const row = await tx
    .selectFrom("county.run as run")
    .innerJoin("county.run_result as result", (join) =>
      join.onRef("result.tenant_id", "=", "run.tenant_id").onRef("result.run_id", "=", "run.id"),
    )
    .select(["run.id as runId", "run.input_hash as inputHash"])
    .where("run.kind", "=", "projection")
    .where((eb) => eb.or([eb("run.input_hash", "=", inputHash), eb("run.scenario_id", "=", scenarioId)]))
    .orderBy((eb) => eb("run.input_hash", "=", inputHash), "desc")
    .orderBy("result.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

export interface LastRun {
  readonly id: string;
  readonly scenarioId: string | null;
  readonly inputHash: string;
  readonly state: string;
}

/** Newest projection run of each scenario, and the runs of the given questions. */
export const lastRuns = async (tx: TenantTx, inputHashes: readonly string[]): Promise<readonly LastRun[]> => {
  const runs = () =>
    tx
      .selectFrom("county.run as run")
      .innerJoin("jobs.dispatch as dispatch", (join) =>
        join.onRef("dispatch.tenant_id", "=", "run.tenant_id").onRef("dispatch.run_id", "=", "run.id"),
      )
      .select(["run.id", "run.scenario_id as scenarioId", "run.input_hash as inputHash", "dispatch.state"]);
  const newest = await runs()
    .distinctOn("run.scenario_id")
    .where("run.scenario_id", "is not", null)
    .where("run.kind", "=", "projection")
    .orderBy("run.scenario_id")
    .orderBy("run.created_at", "desc")
    .execute();
  const asked = inputHashes.length === 0 ? [] : await runs().where("run.input_hash", "in", inputHashes).execute();
  return [...asked, ...newest];
};
