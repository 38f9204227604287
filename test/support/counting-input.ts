import { z } from "zod";

/** A question whose computing behaves as the test wants. */
export const countingInputSchema = z.strictObject({
  /** Makes questions differ. */
  name: z.string(),
  behaviour: z.enum(["count", "gate", "keep", "throw", "exit", "fill_heap", "fill_buffers", "spin"]),
  /** `keep` hands over an answer and waits until it is told to stop. For `gate`: a file path. The child writes its process id to `<gate>.pid`, reports 0.4 and waits until the file is there. */
  gate: z.string().optional(),
});
export type CountingInput = z.infer<typeof countingInputSchema>;
