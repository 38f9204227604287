import type { TenantTx } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { v7 as uuidv7 } from "uuid";
import type { Scenario, ScenarioDocument } from "./contract";
import { findScenario, insertScenario } from "./repository";
import { notFound } from "./scenario-access";
import { scenarioOf } from "./scenario-view";

export const nameTaken = err(appError("conflict", undefined, [{ path: "name", message: "planning.issues.nameTaken" }]));

/** Stores a new scenario and reads it back. */
export const addScenario = async (
  tx: TenantTx,
  actor: Actor,
  action: string,
  datasetId: string,
  document: ScenarioDocument,
): Promise<Result<Scenario, AppError>> => {
  const id = uuidv7();
  if (!(await insertScenario(tx, actor, { id, datasetId, document }))) return nameTaken;
  await recordAudit(tx, actor, action, id, { name: document.name });
  const stored = await findScenario(tx, id);
  return stored === null ? notFound : ok(scenarioOf(stored));
};
