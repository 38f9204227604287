import { rulesInForceFor } from "@server/compliance/layers-effective";
import type { JobDefinition } from "@server/jobs/index";
import type { AnswerWithReceipt } from "@server/planning/answer-question";
import { findAnswer, insertAnswer } from "@server/planning/answers-repository";
import { z } from "zod";
import { standingIds } from "./policy-repository";
import type { AllocationPayload, FrontierPayload } from "./portfolio-compute";
import { allocationRequestSchema, frontierAnswerSchema, frontierRequestSchema } from "./portfolio-contract";
import { publishedCounties } from "./published-data-repository";

/** Which snapshots a frontier is about; those withdrawn before it is computed are left out. */
export const frontierInputSchema = z.strictObject({
  request: frontierRequestSchema,
  publicationIds: z.array(z.uuid()),
  cityNames: z.record(z.string(), z.string()),
});
export type FrontierInput = z.infer<typeof frontierInputSchema>;

/** Frontiers of all published counties (推算前沿). */
export const frontierJob: JobDefinition<FrontierInput, AnswerWithReceipt> = {
  kind: "frontier",
  // A hundred counties and ten thousand schools; the solver's memory lies beside the heap.
  limits: { memoryMb: 2048, wallMs: 14_400_000 },
  inputSchema: frontierInputSchema,
  load: async (tx, { request, publicationIds, cityNames }) => {
    const inForce = await rulesInForceFor(tx);
    if (inForce === null) return { missing: "rule set" };
    const asked = new Set(publicationIds);
    const counties = (await publishedCounties(tx, request.statisticsYear)).filter(({ publicationId }) => asked.has(publicationId));
    return {
      request,
      counties: counties.map((county) => ({ ...county, cityName: cityNames[county.countyId] ?? null })),
      ruleSet: inForce.ruleSet,
    } satisfies FrontierPayload;
  },
  save: insertAnswer,
};

export const allocationInputSchema = z.strictObject({ request: allocationRequestSchema, publicationIds: z.array(z.uuid()) });
export type AllocationInput = z.infer<typeof allocationInputSchema>;

/** A selection from stored frontiers (资金分配); counties that have withdrawn since are not in it. */
export const allocationJob: JobDefinition<AllocationInput, AnswerWithReceipt> = {
  kind: "allocation",
  limits: { memoryMb: 1024, wallMs: 300_000 },
  inputSchema: allocationInputSchema,
  load: async (tx, { request, publicationIds }) => {
    const stored = await findAnswer(tx, request.frontierRunId);
    const frontier = frontierAnswerSchema.safeParse(stored?.result);
    if (!frontier.success) return { missing: "frontier" };
    const standing = new Set((await standingIds(tx, frontier.data.request.statisticsYear)).map(({ id }) => id));
    const asked = new Set(publicationIds);
    const counties = frontier.data.counties.filter(({ publicationId }) => asked.has(publicationId) && standing.has(publicationId));
    return { request, frontier: { ...frontier.data, counties } } satisfies AllocationPayload;
  },
  save: insertAnswer,
};
