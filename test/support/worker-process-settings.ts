import { z } from "zod";

const ms = z.number().positive();

export const workerProcessSettings = z.strictObject({
  databaseUrl: z.string(),
  /** Null: the in-process queue. */
  redisUrl: z.string().nullable(),
  prefix: z.string(),
  compute: z.string(),
  /** `none` is what the machinery would be without fences: the control that shows what they are for. */
  fencing: z.enum(["full", "at_the_end_only", "none"]),
  timings: z.strictObject({
    relayEvery: ms,
    reconcileEvery: ms,
    beatEvery: ms,
    staleAfter: ms,
    resendAfter: ms,
    maxAttempts: z.number(),
    perTenant: z.number(),
  }),
});
export type WorkerProcessSettings = z.infer<typeof workerProcessSettings>;
