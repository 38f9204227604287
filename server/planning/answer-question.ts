import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch, RunReceipt } from "@server/jobs/contract";
import { contentHash } from "@server/platform/hash";
import { countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { scenarioDocumentSchema } from "./contract";
import { checkLevers, planningEngineVersion } from "./engine/index";
import type { AnyKind } from "./kinds/kind";

/** What the computing child is sent: rules travel as data, so the child needs no registry and no store. */
export const questionPayloadSchema = z.strictObject({
  dataset: countyDatasetSchema,
  datasetHash: z.string(),
  attestedHash: z.string(),
  further: z.array(countyDatasetSchema),
  furtherHashes: z.array(z.string()),
  document: scenarioDocumentSchema,
  ruleSet: z.custom<RuleSet>(
    (value) => z.object({ id: z.string(), version: z.string(), indicators: z.array(z.unknown()) }).safeParse(value).success,
  ),
  settings: z.unknown(),
});
export type QuestionPayload = z.infer<typeof questionPayloadSchema>;

/** An answer as it is stored; a best answer so far has the same shape. */
export interface AnswerWithReceipt {
  readonly result: unknown;
  readonly receipt: RunReceipt;
}

/** SHA-256 of what must be the same whenever the question is asked again. */
export const lastingHash = (kind: AnyKind, result: unknown): string => contentHash(kind.lasting(result));

/**
 * Answers one question; `watch` hears how it goes. Throws when the scenario is impossible on these data: a run must
 * not answer another question than was asked.
 */
export const answerQuestion = async (kind: AnyKind, payload: unknown, watch: ComputeWatch): Promise<AnswerWithReceipt> => {
  const { dataset, datasetHash, attestedHash, further, furtherHashes, document, ruleSet, settings } = questionPayloadSchema.parse(payload);
  const issues = checkLevers(dataset, document);
  if (issues.length > 0) throw new Error(`impossible scenario: ${issues.map((issue) => `${issue.path} ${issue.message}`).join("; ")}`);
  const started = performance.now();
  const read = kind.readSettings(settings ?? null);
  const withReceipt = (result: unknown): AnswerWithReceipt => ({
    result,
    receipt: {
      datasetHash,
      ...(attestedHash === "" ? {} : { attestedHash }),
      ...(furtherHashes.length === 0 ? {} : { furtherHashes }),
      scenarioHash: contentHash(document),
      ...(read === null ? {} : { settingsHash: contentHash(read) }),
      ruleSet: { id: ruleSet.id, version: ruleSet.version },
      complianceEngine: complianceEngineVersion,
      planningEngine: planningEngineVersion,
      computeMs: performance.now() - started,
      resultHash: lastingHash(kind, result),
    },
  });
  const result = await kind.answer(
    { dataset, further, document, ruleSet, settings: read },
    { ...watch, keep: (best) => watch.keep(withReceipt(best)) },
  );
  return withReceipt(result);
};
