import { rulesInForceFor } from "@server/compliance/layers-effective";
import type { JobDefinition } from "@server/jobs/index";
import type { AnswerWithReceipt } from "@server/planning/answer-question";
import { insertAnswer } from "@server/planning/answers-repository";
import { z } from "zod";
import type { PolicyPayload } from "./policy-compute";
import { policyChangeSchema } from "./policy-contract";
import { publishedCounties } from "./published-data-repository";

/** The question as kept in the run row: which snapshots it is about. Those withdrawn before it is computed are left out. */
export const policyInputSchema = z.strictObject({
  statisticsYear: z.number().int(),
  horizonYears: z.number().int(),
  change: policyChangeSchema,
  publicationIds: z.array(z.uuid()),
  cityNames: z.record(z.string(), z.string()),
  unpublished: z.number().int(),
});
export type PolicyInput = z.infer<typeof policyInputSchema>;

/** A policy over all published counties (政策试算). The computing between load and save is `computePolicy`. */
export const policyJob: JobDefinition<PolicyInput, AnswerWithReceipt> = {
  kind: "policy",
  // A province has a hundred counties and ten thousand schools.
  limits: { memoryMb: 2048, wallMs: 900_000 },
  inputSchema: policyInputSchema,
  load: async (tx, input) => {
    const inForce = await rulesInForceFor(tx);
    if (inForce === null) return { missing: "rule set" };
    const asked = new Set(input.publicationIds);
    const counties = (await publishedCounties(tx, input.statisticsYear)).filter(({ publicationId }) => asked.has(publicationId));
    return {
      statisticsYear: input.statisticsYear,
      horizonYears: input.horizonYears,
      change: input.change,
      counties: counties.map((county) => ({ ...county, cityName: input.cityNames[county.countyId] ?? null })),
      unpublished: input.unpublished + input.publicationIds.length - counties.length,
      ruleSet: inForce.ruleSet,
    } satisfies PolicyPayload;
  },
  save: insertAnswer,
};
