import { runWordsSchema } from "@server/jobs/contract";
import { z } from "zod";

/**
 * What the parent tells a computing child, once. Computing is synchronous, so that no later message would be heard:
 * a file that appears at `stopFile` says that the run is cancelled and the best so far is wanted.
 */
export const childTaskSchema = z.strictObject({ kind: z.string(), payload: z.unknown(), stopFile: z.string() });
export type ChildTask = z.infer<typeof childTaskSchema>;

/** What the child tells its parent. */
export const childMessageSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  z.strictObject({ type: z.literal("progress"), fraction: z.number(), words: runWordsSchema.optional() }),
  z.strictObject({ type: z.literal("best"), output: z.unknown() }),
  z.strictObject({ type: z.literal("output"), output: z.unknown() }),
  z.strictObject({ type: z.literal("failed"), reason: z.string() }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;

/** Name of the environment variable that carries the child's limits as JSON. */
export const childLimitsVariable = "HENGCE_CHILD_LIMITS";

/** Bounds of one computing child. */
export const childLimitsSchema = z.strictObject({
  /** JavaScript heap, MB. Typed arrays lie outside it; for all memory together the bound is this plus 512 MB. */
  memoryMb: z.number().int().positive(),
  /** Wall time, ms. */
  wallMs: z.number().int().positive(),
});
export type ChildLimits = z.infer<typeof childLimitsSchema>;
