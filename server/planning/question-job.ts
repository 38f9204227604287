import type { TenantTx } from "@db/tenant";
import { attestedWith, rulesOfVersion, withAttested } from "@server/compliance/index";
import type { JobDefinition } from "@server/jobs/index";
import { loadDataset } from "@server/statistics/index";
import { z } from "zod";
import type { AnswerWithReceipt, QuestionPayload } from "./answer-question";
import { findAnswer, findQuestion, insertAnswer } from "./answers-repository";
import { scenarioDocumentSchema } from "./contract";
import { type QuestionKindName, questionKinds } from "./kinds/registry";
import type { RecomputePayload } from "./recompute";

/** The question as kept in the run row: it names its data and rules, and holds document and settings as they were asked. */
const questionInputSchema = z.strictObject({
  datasetId: z.uuid(),
  furtherIds: z.array(z.uuid()).default([]),
  ruleSetId: z.string(),
  ruleSetVersion: z.string(),
  /** What was attested when the question was asked, so that it can be asked again. */
  attested: z.record(z.string(), z.boolean().nullable()),
  document: scenarioDocumentSchema,
  scenarioVersion: z.number().int().nullable().default(null),
  settings: z.unknown().default(null),
});
export type QuestionInput = z.infer<typeof questionInputSchema>;

/** What is missing is refused by the child, so the run ends as failed and is not tried for ever. */
interface Missing {
  readonly missing: string;
}

const loadQuestion = async (tx: TenantTx, input: QuestionInput): Promise<QuestionPayload | Missing> => {
  const ruleSet = await rulesOfVersion(tx, input.ruleSetId, input.ruleSetVersion);
  const attested = attestedWith(input.attested);
  const stored = await loadDataset(tx, input.datasetId);
  const further = [];
  for (const id of input.furtherIds) further.push(await loadDataset(tx, id));
  const found = further.filter((one) => one !== null);
  if (stored === null || found.length < further.length) return { missing: "dataset" };
  if (ruleSet === null) return { missing: "rule set" };
  return {
    dataset: withAttested(stored.dataset, attested),
    datasetHash: stored.head.contentHash,
    attestedHash: attested.hash,
    further: found.map(({ dataset }) => dataset),
    furtherHashes: found.map(({ head }) => head.contentHash),
    document: input.document,
    scenarioVersion: input.scenarioVersion,
    ruleSet,
    settings: input.settings,
  };
};

const questionJob = (name: QuestionKindName): JobDefinition<QuestionInput, AnswerWithReceipt> => {
  const { kind, limits, stopWithinMs } = questionKinds[name];
  return {
    kind,
    ...(limits === undefined ? {} : { limits }),
    ...(stopWithinMs === undefined ? {} : { stopWithinMs }),
    inputSchema: questionInputSchema,
    load: loadQuestion,
    save: insertAnswer,
  };
};

export const recomputeInputSchema = z.strictObject({ runId: z.uuid() });
export type RecomputeInput = z.infer<typeof recomputeInputSchema>;

/** Everything that asking a stored question again needs; the answer to hold it against included. */
export const loadRecompute = async (tx: TenantTx, { runId }: RecomputeInput): Promise<RecomputePayload | Missing> => {
  const question = await findQuestion(tx, runId);
  const stored = await findAnswer(tx, runId);
  const input = questionInputSchema.safeParse(question?.input);
  if (question === null || stored === null || !input.success) return { missing: "answer" };
  return { kind: question.kind, question: await loadQuestion(tx, input.data), stored };
};

// As long and as large as the largest of the questions that can be asked again.
const recomputeJob: JobDefinition<RecomputeInput, AnswerWithReceipt> = {
  kind: "recompute",
  limits: { memoryMb: 2048, wallMs: 7_200_000 },
  inputSchema: recomputeInputSchema,
  load: loadRecompute,
  save: insertAnswer,
};

/** How each kind of question is loaded and saved: what a worker needs to know. */
export const planningJobs = {
  projection: questionJob("projection"),
  attribution: questionJob("attribution"),
  backtest: questionJob("backtest"),
  montecarlo: questionJob("montecarlo"),
  plan: questionJob("plan"),
  recompute: recomputeJob,
} satisfies Readonly<Record<QuestionKindName | "recompute", JobDefinition>>;
