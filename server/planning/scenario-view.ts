import type { Scenario } from "./contract";
import type { StoredScenario } from "./repository";

/** A stored scenario as the pages see it. */
export const scenarioOf = ({ id, version, datasetId, document, updatedAt, lockedBy, lockedAt }: StoredScenario): Scenario => ({
  id,
  version,
  datasetId,
  document,
  updatedAt,
  lock: lockedBy === null || lockedAt === null ? null : { by: lockedBy, at: lockedAt },
});
