import type { ComputeWatch, RunReceipt } from "@server/jobs/contract";
import { canonicalJson } from "@server/kernel/canonical-json";
import { z } from "zod";
import { type AnswerWithReceipt, answerQuestion } from "./answer-question";
import type { Recomputed } from "./contract";
import { kindOf } from "./kinds/registry";
import { lastingHash } from "./receipt";

const receiptSchema = z.custom<RunReceipt>(
  (value) => z.object({ resultHash: z.string(), datasetHash: z.string() }).safeParse(value).success,
);

/** A stored answer with the question that it answers. */
export const recomputePayloadSchema = z.strictObject({
  kind: z.string(),
  question: z.unknown(),
  stored: z.strictObject({ result: z.unknown(), receipt: receiptSchema }),
});
export type RecomputePayload = z.infer<typeof recomputePayloadSchema>;

const longest = 200;
const textOf = (value: unknown): string => (value === undefined ? "—" : canonicalJson(value).slice(0, longest));
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Where two JSON values part first, in the order of their keys; null when they are the same. */
export const firstDifference = (stored: unknown, again: unknown, path = ""): Recomputed["firstDifference"] => {
  if (isRecord(stored) && isRecord(again) && Array.isArray(stored) === Array.isArray(again)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(again)])].sort((left, right) =>
      Array.isArray(stored) ? Number(left) - Number(right) : left < right ? -1 : 1,
    );
    for (const key of keys) {
      const found = firstDifference(stored[key], again[key], path === "" ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  }
  return textOf(stored) === textOf(again) && stored === again ? null : { path, stored: textOf(stored), again: textOf(again) };
};

const enginesOf = (receipt: RunReceipt): Recomputed["stored"] => ({
  compliance: receipt.complianceEngine,
  planning: receipt.planningEngine,
  ruleSet: receipt.ruleSet,
  datasetHash: receipt.datasetHash,
  resultHash: receipt.resultHash,
});

/** 复算: asks a stored question again and holds the answers against each other, without what may differ from time to time. */
export const recompute = async (payload: unknown, watch: ComputeWatch): Promise<AnswerWithReceipt> => {
  const { kind: name, question, stored } = recomputePayloadSchema.parse(payload);
  const kind = kindOf(name);
  if (kind === undefined) throw new Error(`runs of kind ${name} cannot be recomputed`);
  const { result, receipt } = await answerQuestion(kind, question, { ...watch, keep: () => {} });
  const plain: unknown = JSON.parse(JSON.stringify(kind.lasting(result)));
  const recomputed: Recomputed = {
    format: "hengce.recompute/1",
    kind: name,
    identical: receipt.resultHash === stored.receipt.resultHash,
    untouched: lastingHash(kind, stored.result) === stored.receipt.resultHash,
    interrupted: stored.receipt.interrupted ?? receipt.interrupted ?? null,
    stored: enginesOf(stored.receipt),
    again: enginesOf(receipt),
    firstDifference: firstDifference(kind.lasting(stored.result), plain),
  };
  return { result: recomputed, receipt };
};
