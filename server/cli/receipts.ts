import { writeFile } from "node:fs/promises";
import type { RuleSet } from "@server/compliance/engine/index";
import { interruptions } from "@server/jobs/contract";
import type { ScenarioDocument } from "@server/planning/contract";
import type { QuestionKindName } from "@server/planning/kinds/registry";
import { contentHash } from "@server/platform/hash";
import type { CountyDataset } from "@server/statistics/contract";
import { z } from "zod";
import { fileComplaint, readJsonFile } from "./dataset-file";
import { type Complaint, complaint, exitCodes, type Outcome, unusable } from "./outcome";

/** Where the receipt of an answer goes, and which one it is held against. */
export interface ReceiptOptions {
  readonly receipt?: string;
  readonly check?: string;
}

const hash = z.string().describe("SHA-256 of the canonical JSON");

/** 回执 of an answer on files: asked again on the same files by the same engines, all but `computeMs` is the same. */
export const receiptFileSchema = z.strictObject({
  format: z.literal("hengce.receipt/1"),
  kind: z.string(),
  datasetHash: hash,
  furtherHashes: z.array(hash).optional(),
  scenarioHash: hash,
  settingsHash: hash.optional(),
  seed: z.number().optional(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  complianceEngine: z.string(),
  planningEngine: z.string(),
  computeMs: z.number(),
  resultHash: hash.describe("of the answer without the seconds that it tells of"),
  interrupted: z.enum(interruptions).optional(),
});

/** A question as a command has read it from its files. */
export interface FileQuestion {
  readonly kind: QuestionKindName;
  readonly dataset: CountyDataset;
  readonly further?: readonly CountyDataset[];
  readonly document: ScenarioDocument;
  readonly ruleSet: RuleSet;
  readonly settings?: unknown;
}

/** The kinds bring the solver: they are imported for a receipt only. */
const fileReceipt = async (question: FileQuestion, answer: unknown, computeMs: number): Promise<z.infer<typeof receiptFileSchema>> => {
  const { kind, dataset, further = [], document, ruleSet, settings = null } = question;
  const [{ questionKinds }, { receiptOf }] = await Promise.all([
    import("@server/planning/kinds/registry"),
    import("@server/planning/receipt"),
  ]);
  const own = questionKinds[kind];
  const asked = {
    datasetHash: contentHash(dataset),
    attestedHash: "",
    furtherHashes: further.map(contentHash),
    document,
    scenarioVersion: null,
    ruleSet,
    settings,
  };
  return receiptFileSchema.parse({
    format: "hengce.receipt/1",
    kind,
    ...receiptOf(own, asked, answer, computeMs, own.interrupted(answer)),
  });
};

/** What of two receipts is not the same; the time taken is the machine's. */
const differences = (before: object, now: object): readonly Complaint[] => {
  const written = (receipt: object) => new Map(Object.entries(receipt).map(([name, value]) => [name, JSON.stringify(value)]));
  const [stored, again] = [written(before), written(now)];
  return [...new Set([...stored.keys(), ...again.keys()])]
    .filter((name) => name !== "computeMs" && stored.get(name) !== again.get(name))
    .map((name) =>
      complaint(`--check ${name}`, "commands.receiptDiffers", { stored: stored.get(name) ?? "–", again: again.get(name) ?? "–" }),
    );
};

/**
 * The outcome of an answered question with its receipt written, or held against one that was written before; the answer
 * itself is told in any case. `started`: when the computing began, by `performance.now()`.
 */
export const withReceipt = async (
  outcome: Outcome,
  { receipt, check }: ReceiptOptions,
  question: FileQuestion,
  answer: unknown,
  started: number,
): Promise<Outcome> => {
  if (outcome.kind !== "done" || (receipt === undefined && check === undefined)) return outcome;
  const now = await fileReceipt(question, answer, performance.now() - started);
  const before = check === undefined ? null : await readJsonFile(check, receiptFileSchema);
  if (before !== null && !before.ok) return unusable(before.error);
  const different = before === null ? [] : differences(before.value, now);
  const told =
    different.length === 0 ? outcome : { ...outcome, warnings: [...outcome.warnings, ...different], exitCode: exitCodes.different };
  if (receipt === undefined) return told;
  try {
    await writeFile(receipt, `${JSON.stringify(now, null, 2)}\n`);
    return told;
  } catch (error) {
    const refused = fileComplaint(receipt, error, "commands.unwritable");
    return { ...told, warnings: [...told.warnings, refused], exitCode: exitCodes.unusable };
  }
};
