import { resourceIndicatorSchema } from "@server/compliance/contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { year } from "./levers/schema-parts";
import { leverOutlineSchema } from "./projection-document";
import { uncertaintyRangesSchema } from "./uncertainty-document";

/** Lever counts up to this are taken apart exactly, by all subsets; beyond it by sampled orders. */
export const mostExactLevers = 12;

/** Groups of figures that can be asked for. */
export const attributionFigures = ["means", "cvs", "county", "verdicts", "cost"] as const;

export const attributionSettingsSchema = z.strictObject({
  years: z.array(year).max(16).default([]).describe("statistics years asked for; empty: every year after the base year"),
  figures: z
    .array(z.enum(attributionFigures))
    .min(1)
    .max(attributionFigures.length)
    .default([...attributionFigures])
    .describe("means and CVs of the seven indicators, county distance, failing count and items met, verdicts as 0 or 1, cost"),
  exactUpTo: z
    .number()
    .int()
    .min(0)
    .max(mostExactLevers)
    .default(mostExactLevers)
    .describe("levers up to which every subset is simulated; with more, orders are sampled"),
  permutationPairs: z.number().int().min(8).max(2000).default(64).describe("sampled orders, each taken with its reverse"),
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  passDraws: z
    .number()
    .int()
    .min(20)
    .max(2000)
    .nullable()
    .default(null)
    .describe(
      "futures drawn for each subset to take P(pass) of the resource part and of all parts apart too; null: not asked. Multiplies the work",
    ),
  // Left out rather than empty, so that questions asked before there were any stay the same questions.
  ranges: uncertaintyRangesSchema
    .optional()
    .describe(
      "how those futures may turn out; left out: by the default ranges. A question asked in the application takes those by which the scenario's uncertainty was asked last",
    ),
});
export type AttributionSettings = z.infer<typeof attributionSettingsSchema>;

/** What a share is a share of. */
export const attributionOutcomes = [
  "mean",
  "cv",
  "distance",
  "failing",
  "items_met",
  "resource_met",
  "overall_met",
  "cost",
  "cumulative_cost",
  "pass_probability",
  "overall_pass_probability",
] as const;

const leverShareSchema = z.strictObject({
  leverId: z.string(),
  value: z.number().describe("Shapley value: what the lever adds, averaged over every order in which the levers could come"),
  halfWidth: z.number().nullable().describe("half of the 95 % confidence interval; null when every subset was simulated"),
});

export const attributedOutcomeSchema = z.strictObject({
  outcome: z.enum(attributionOutcomes),
  stage: stageSchema.nullable().describe("of a mean or CV"),
  indicator: resourceIndicatorSchema.nullable(),
  year: z.number().int(),
  baseline: z.number().nullable().describe("without levers; verdicts are 1 when met, else 0; cost in 万元"),
  trial: z.number().nullable().describe("with all enabled levers"),
  difference: z.number().nullable().describe("trial − baseline"),
  shares: z
    .array(leverShareSchema)
    .nullable()
    .describe("in the order of `levers`, summing to the difference; null when the figure cannot be evaluated under some of the levers"),
});
export type AttributedOutcome = z.infer<typeof attributedOutcomeSchema>;

const minimalSetSchema = z.strictObject({
  leverIds: z.array(z.string()),
  costWan: z.number().describe("over the whole horizon, 万元"),
});

export const minimalSetsSchema = z.strictObject({
  year: z.number().int().describe("every year asked for; with more levers than are taken apart exactly, the last one"),
  goal: z.enum(["resource", "overall"]).describe("resource part met, or all parts of 优质均衡"),
  passes: z.boolean().describe("the whole plan passes; without that no set is sought"),
  proof: z
    .enum(["all_subsets", "greedy"])
    .describe(
      "all_subsets: these are all sets that pass while no part of them does; greedy: levers taken away, dearest first, while it passes",
    ),
  sets: z.array(minimalSetSchema).max(20).describe("cheapest first; a set without levers: it passes on its own"),
  further: z.number().int().describe("sets beyond those listed"),
});
export type MinimalSets = z.infer<typeof minimalSetsSchema>;

export const attributionSchema = z.strictObject({
  format: z.literal("hengce.attribution/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  years: z.array(z.number().int()).describe("years asked for"),
  settings: attributionSettingsSchema,
  method: z.enum(["exact", "sampled"]),
  permutations: z.number().int().describe("sampled orders, reverses included; 0 when exact"),
  coalitions: z.number().int().describe("simulations of the years, each with some of the levers"),
  levers: z.array(leverOutlineSchema).describe("enabled levers, in the order in which they act"),
  leftOut: z.array(z.string()).describe("ids of enabled levers that are impossible in this county"),
  outcomes: z.array(attributedOutcomeSchema),
  idle: z.array(z.string()).describe("levers that changed no figure asked for, cost apart, in any subset simulated"),
  minimal: z.array(minimalSetsSchema),
  residual: z.number().describe("largest |sum of shares − difference| ÷ max(1, |difference|): float noise"),
});
export type Attribution = z.infer<typeof attributionSchema>;
