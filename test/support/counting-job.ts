import { jsonb } from "@db/json";
import type { JobDefinition } from "@server/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { type CountingInput, countingInputSchema } from "./counting-input";

const countingOutputSchema = z.strictObject({ answer: z.string() });

/**
 * Stands in for the product's projection. Besides the result it writes a line into `jobs.effect`, which has
 * no unique key: a run whose effect happens twice is seen there.
 */
export const countingJob: JobDefinition<CountingInput, unknown> = {
  kind: "projection",
  inputSchema: countingInputSchema,
  load: async (_tx, input) => input,
  save: async (tx, runId, output) => {
    const { answer } = countingOutputSchema.parse(output);
    await sql`insert into jobs.effect (run_id, answer) values (${runId}, ${answer})`.execute(tx);
    await sql`insert into county.run_result (tenant_id, run_id, result, receipt)
              values (current_setting('app.org_id')::uuid, ${runId}, ${jsonb({ answer })}, ${jsonb({})})
              on conflict do nothing`.execute(tx);
  },
};
