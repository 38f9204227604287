import { interruptions } from "@server/jobs/contract";
import { z } from "zod";

const enginesSchema = z.strictObject({
  compliance: z.string(),
  planning: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  datasetHash: z.string(),
  resultHash: z.string(),
});

/** 复算: a stored question asked again on its locked data, and what became of the answer. */
export const recomputedSchema = z.strictObject({
  format: z.literal("hengce.recompute/1"),
  kind: z.string(),
  identical: z.boolean().describe("the answer has the same hash as the stored receipt says"),
  untouched: z.boolean().describe("the stored answer still has the hash that its receipt says"),
  interrupted: z
    .enum(interruptions)
    .nullable()
    .default(null)
    .describe("what ended the stored computing, or this one, before it was through: such answers may differ; null when nothing did"),
  stored: enginesSchema,
  again: enginesSchema,
  firstDifference: z
    .strictObject({ path: z.string(), stored: z.string(), again: z.string() })
    .nullable()
    .describe("where the answers part first, both sides as JSON; null when they are the same"),
});
export type Recomputed = z.infer<typeof recomputedSchema>;
