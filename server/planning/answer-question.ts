import { complianceEngineVersion, type RuleSet } from "@server/compliance/engine/index";
import type { ComputeWatch, RunReceipt } from "@server/jobs/contract";
import type { FieldIssue } from "@server/kernel/errors";
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

const seededSchema = z.object({ seed: z.number() });
const seedOf = (settings: unknown): { readonly seed?: number } => {
  const seeded = seededSchema.safeParse(settings);
  return seeded.success ? { seed: seeded.data.seed } : {};
};

/** SHA-256 of what must be the same whenever the question is asked again. */
export const lastingHash = (kind: AnyKind, result: unknown): string => contentHash(kind.lasting(result));

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
    const receipt: RunReceipt = {
      datasetHash,
      ...(attestedHash === "" ? {} : { attestedHash }),
      ...(furtherHashes.length === 0 ? {} : { furtherHashes }),
      scenarioHash: contentHash(document),
      ...(scenarioVersion === null ? {} : { scenarioVersion }),
      ...(read === null ? {} : { settingsHash: contentHash(read) }),
      ...seedOf(read),
      ruleSet: { id: ruleSet.id, version: ruleSet.version },
      complianceEngine: complianceEngineVersion,
      planningEngine: planningEngineVersion,
      computeMs: performance.now() - started,
      resultHash: lastingHash(kind, result),
      ...(interrupted === null ? {} : { interrupted }),
    };
    return { result, receipt };
  };
  const result = await kind.answer(
    { dataset, further, document, ruleSet, settings: read },
    { ...watch, stopRequested, keep: (best) => watch.keep(withReceipt(best)) },
  );
  return withReceipt(result);
};
