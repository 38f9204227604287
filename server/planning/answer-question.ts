import type { RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch, RunReceipt } from "@server/jobs/contract";
import type { FieldIssue } from "@server/kernel/errors";
import { countyDatasetSchema } from "@server/statistics/contract";
import { z } from "zod";
import { scenarioDocumentSchema } from "./contract";
import { checkLevers } from "./engine/index";
import type { AnyKind } from "./kinds/kind";
import { receiptOf } from "./receipt";

/** What the computing child is sent: rules travel as data, so the child needs no registry and no store. */
export const questionPayloadSchema = z.strictObject({
  dataset: countyDatasetSchema,
  datasetHash: z.string(),
  attestedHash: z.string(),
  further: z.array(countyDatasetSchema),
  furtherHashes: z.array(z.string()),
  document: scenarioDocumentSchema,
  scenarioVersion: z.number().int().nullable(),
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

const told = ({ path, message, params }: FieldIssue): string =>
  `${path} ${message}${params === undefined ? "" : ` ${JSON.stringify(params)}`}`;

/**
 * Answers one question; `watch` hears how it goes. Throws when the scenario, or what is asked of it, is impossible on these data: a run must
 * not answer another question than was asked.
 */
export const answerQuestion = async (kind: AnyKind, payload: unknown, watch: ComputeWatch): Promise<AnswerWithReceipt> => {
  const question = questionPayloadSchema.parse(payload);
  const { dataset, datasetHash, attestedHash, further, furtherHashes, document, scenarioVersion, ruleSet, settings } = question;
  const read = kind.readSettings(settings ?? null);
  const impossible = checkLevers(dataset, document);
  const issues = impossible.length > 0 ? impossible : kind.issues({ dataset, document, settings: read });
  if (issues.length > 0) throw new Error(`impossible question: ${issues.map(told).join("; ")}`);
  const started = performance.now();
  let cancelled = false;
  const stopRequested = (): boolean => {
    cancelled ||= watch.stopRequested();
    return cancelled;
  };
  const withReceipt = (result: unknown): AnswerWithReceipt => {
    const interrupted = cancelled ? "cancelled" : kind.interrupted(result);
    const asked = { datasetHash, attestedHash, furtherHashes, document, scenarioVersion, ruleSet, settings: read };
    const receipt = receiptOf(kind, asked, result, performance.now() - started, interrupted);
    return { result, receipt };
  };
  const result = await kind.answer(
    { dataset, further, document, ruleSet, settings: read },
    { ...watch, stopRequested, keep: (best) => watch.keep(withReceipt(best)) },
  );
  return withReceipt(result);
};
