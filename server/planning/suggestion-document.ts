import { resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { itemIdSchema } from "@server/compliance/items-contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverSchema } from "./levers/all/schemas";
import { year } from "./levers/schema-parts";
import { leverOutlineSchema } from "./projection-document";

/** What is to be cured: an indicator of a section, a CV, one of the 25 items, or the county as a whole (what to do next). */
export const suggestionTargetSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("section"),
    sectionId: z.string().max(40).describe("school code + ':' + stage"),
    indicator: resourceIndicatorSchema,
  }),
  z.strictObject({ kind: z.literal("balance"), stage: stageSchema, indicator: resourceIndicatorSchema }),
  z.strictObject({ kind: z.literal("item"), item: itemIdSchema }),
  z.strictObject({ kind: z.literal("county") }),
]);
export type SuggestionTarget = z.infer<typeof suggestionTargetSchema>;

export const suggestionRequestSchema = z.strictObject({
  year: year.describe("statistics year that is looked at"),
  target: suggestionTargetSchema,
  most: z.number().int().min(1).max(10).default(3),
});
export type SuggestionRequest = z.infer<typeof suggestionRequestSchema>;

/** The target in one year. `value`: the indicator's value, the CV, or null; the distance for the county. */
const standingSchema = z.strictObject({
  verdict: verdictSchema.describe("of the target: an indicator is met at its standard"),
  value: z.number().nullable(),
  countyVerdict: verdictSchema,
  failing: z.number().int(),
  distance: z.number(),
  itemsNotMet: z.number().int(),
});
export type Standing = z.infer<typeof standingSchema>;

/** A clause that is not met: a section, a CV, or an item. */
const failureSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("section"), sectionId: z.string(), indicators: z.array(resourceIndicatorSchema) }),
  z.strictObject({ kind: z.literal("balance"), stage: stageSchema, indicator: resourceIndicatorSchema }),
  z.strictObject({ kind: z.literal("item"), item: itemIdSchema }),
]);
export type ClauseFailure = z.infer<typeof failureSchema>;

export const suggestionSchema = z.strictObject({
  levers: z.array(leverSchema).min(1).describe("ready to be added to the scenario"),
  outlines: z.array(leverOutlineSchema).describe("the same in words"),
  costWan: z.number().describe("what the scenario costs more over its horizon, 万元"),
  costByYear: z.array(z.strictObject({ year: z.number().int(), capitalWan: z.number(), recurrentWan: z.number() })),
  after: standingSchema,
  passes: z.boolean().describe("the target is met"),
  remaining: z.array(failureSchema).max(20).describe("what it does not cure of the same school, indicator or item"),
  broken: z.array(failureSchema).max(20).describe("what was met and is not met with it"),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const suggestionsSchema = z.strictObject({
  format: z.literal("hengce.suggestions/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  year: z.number().int(),
  target: suggestionTargetSchema,
  before: standingSchema,
  suggestions: z
    .array(suggestionSchema)
    .describe(
      "those that make it pass first, of them those that break nothing, then cheapest first; for the county, the largest fall of the distance a yuan first",
    ),
  tried: z.number().int().describe("candidates simulated"),
  leftOut: z.number().int().describe("candidates not simulated because there were too many"),
  nothing: z
    .enum(["already_met", "not_evaluable", "too_early", "no_lever", "none_helps"])
    .nullable()
    .describe("why there is no suggestion; null when there is one"),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;
