import { ruleSetById } from "@server/compliance/index";
import type { JobDefinition } from "@server/jobs/index";
import { loadDataset } from "@server/statistics/index";
import { z } from "zod";
import type { ProjectionOutput, ProjectionPayload } from "./compute";
import { scenarioDocumentSchema } from "./contract";
import { insertResult } from "./repository";

/** The question as kept in the run row: it names its data and rules, and holds the document as it was asked. */
const projectionInputSchema = z.strictObject({
  datasetId: z.uuid(),
  ruleSetId: z.string(),
  document: scenarioDocumentSchema,
});
export type ProjectionInput = z.infer<typeof projectionInputSchema>;

/** Projection of a scenario (推演). The computing between load and save is `computeProjection`. */
export const projectionJob: JobDefinition<ProjectionInput, ProjectionOutput> = {
  kind: "projection",
  inputSchema: projectionInputSchema,
  load: async (tx, { datasetId, ruleSetId, document }) => {
    const stored = await loadDataset(tx, datasetId);
    const ruleSet = ruleSetById(ruleSetId);
    // The child refuses what is missing here, so the run ends as failed and is not tried for ever.
    if (stored === null || ruleSet === undefined) return { missing: stored === null ? "dataset" : "rule set" };
    return { dataset: stored.dataset, datasetHash: stored.head.contentHash, document, ruleSet } satisfies ProjectionPayload;
  },
  save: (tx, runId, { projection, receipt }) => insertResult(tx, runId, projection, receipt),
};
