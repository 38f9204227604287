import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { RunReceipt } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import { countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { type Projection, scenarioDocumentSchema } from "./contract";
import { checkLevers, planningEngineVersion, project } from "./engine/index";

/** What the computing child is sent: rules travel as data, so the child needs no registry and no store. */
const projectionPayloadSchema = z.strictObject({
  dataset: countyDatasetSchema,
  datasetHash: z.string(),
  document: scenarioDocumentSchema,
  ruleSet: z.custom<RuleSet>(
    (value) => z.object({ id: z.string(), version: z.string(), indicators: z.array(z.unknown()) }).safeParse(value).success,
  ),
});
export type ProjectionPayload = z.infer<typeof projectionPayloadSchema>;

export interface ProjectionOutput {
  readonly projection: Projection;
  readonly receipt: RunReceipt;
}

/**
 * Answers one projection run; `report` hears the fraction done. Throws when the scenario is
 * impossible on these data: a run must not answer another question than was asked.
 */
export const computeProjection = (payload: unknown, report: (fraction: number) => void): ProjectionOutput => {
  const { dataset, datasetHash, document, ruleSet } = projectionPayloadSchema.parse(payload);
  const issues = checkLevers(dataset, document);
  if (issues.length > 0) throw new Error(`impossible scenario: ${issues.map((issue) => `${issue.path} ${issue.message}`).join("; ")}`);
  const started = performance.now();
  const projection = project(dataset, document, ruleSet, (done, total) => report(done / total));
  return {
    projection,
    receipt: {
      datasetHash,
      scenarioHash: contentHash(document),
      ruleSet: { id: ruleSet.id, version: ruleSet.version },
      complianceEngine: complianceEngineVersion,
      planningEngine: planningEngineVersion,
      computeMs: performance.now() - started,
      resultHash: contentHash(projection),
    },
  };
};
