import { resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { itemIdSchema } from "@server/compliance/items-contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";

/**
 * What can turn out otherwise than likely. The first seven have a range of their own in the settings;
 * the last four are ranges of the levers (`uncertainty` of each lever).
 */
export const assumedInputs = ["entrants", "progression", "migration", "attrition", "replacement", "gains", "priceGrowth"] as const;
export const leverInputs = ["fulfilment", "training", "delay", "cost"] as const;
export const uncertainInputs = [...assumedInputs, ...leverInputs] as const;
export type AssumedInput = (typeof assumedInputs)[number];
export type UncertainInput = (typeof uncertainInputs)[number];

const ordered = ({ low, likely, high }: { low: number; likely: number; high: number }): boolean => low <= likely && likely <= high;
const rangeOf = (least: number, most: number) => {
  const figure = z.number().min(least).max(most);
  return z.strictObject({ low: figure, likely: figure, high: figure }).refine(ordered, { message: "low ≤ likely ≤ high" });
};
const factorRange = rangeOf(0, 5);

/** 不确定性设置. Low and high are the outermost values, likely the most frequent one: a triangular distribution between them. */
export const uncertaintySettingsSchema = z.strictObject({
  draws: z.number().int().min(1).max(100_000).default(1000).describe("抽样次数"),
  seed: z.number().int().min(0).max(0xffffffff).default(20_260_901).describe("same seed, same answer, byte for byte"),
  countyShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe("correlation between two schools (two levers) through the factor that the county's schools (levers) have in common"),
  leverRanges: z.boolean().default(true).describe("false: every lever turns out as stated"),
  entrants: factorRange
    .default({ low: 0.96, likely: 1, high: 1.04 })
    .describe("factor on the grade-1 entrants in each year, kept by the years after it, so that the error grows with the horizon"),
  progression: factorRange.default({ low: 0.985, likely: 1, high: 1.015 }).describe("factor on the progression ratios (升级率) of a year"),
  migration: factorRange
    .default({ low: 0.97, likely: 1, high: 1.02 })
    .describe("factor on the primary leavers who enter the county's junior schools"),
  attrition: factorRange.default({ low: 0.5, likely: 1, high: 2 }).describe("factor on the attrition of teachers (减员率) of a year"),
  replacement: factorRange
    .default({ low: 0.85, likely: 1, high: 1 })
    .describe("factor on the share of the leavers who are replaced (减员补充率)"),
  gains: factorRange.default({ low: 0.5, likely: 1, high: 1.5 }).describe("factor on upgrading and backbone selection without programmes"),
  priceGrowth: rangeOf(-0.2, 0.2)
    .default({ low: -0.02, likely: 0, high: 0.03 })
    .describe("added to the price growth of a year, 0.01 = one percentage point"),
  targetYear: z
    .number()
    .int()
    .nullable()
    .default(null)
    .describe("year that the sensitivity is told for; the last projected year for null and for a year that is not projected"),
});
export type UncertaintySettings = z.infer<typeof uncertaintySettingsSchema>;

/** What may turn out otherwise and how far, without how many futures are drawn: for questions that draw some beside their own. */
export const uncertaintyRangesSchema = uncertaintySettingsSchema.omit({ draws: true, targetYear: true });
export type UncertaintyRanges = z.infer<typeof uncertaintyRangesSchema>;
export type UncertaintyRange = UncertaintySettings["entrants"];

/** How often something held. What could not be judged never counts as held. */
export const probabilitySchema = z.strictObject({
  draws: z.number().int().describe("draws in which it was there to be judged; all, save for schools that open or close"),
  met: z.number().int(),
  notEvaluable: z.number().int().describe("draws in which missing data forbid a judgement"),
  pass: z.number().nullable().describe("met ÷ draws; null without draws"),
  standardError: z
    .number()
    .nullable()
    .describe("of `pass`, from the number of draws alone: half the interval from low to high ÷ 1.96, not nothing where all draws agree"),
  low: z.number().nullable().describe("lower bound of Wilson's 95 % interval around `pass`"),
  high: z.number().nullable().describe("its upper bound"),
});
export type Probability = z.infer<typeof probabilitySchema>;

/** Quantiles over the draws in which the figure is known; null where it is known in none. */
export const bandSchema = z.strictObject({
  known: z.number().int().describe("draws in which it is known"),
  p10: z.number().nullable(),
  p25: z.number().nullable(),
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
});
export type Band = z.infer<typeof bandSchema>;

/**
 * One condition of the standard. `sections`: no school of the stage fails with this indicator below its
 * standard; `balance`: the coefficient of variation keeps its limit; `item`: one of the 25 items. The
 * resource part is met exactly when all of the first two kinds are.
 */
export const clauseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sections"), stage: stageSchema, indicator: resourceIndicatorSchema }),
  z.strictObject({ kind: z.literal("balance"), stage: stageSchema, indicator: resourceIndicatorSchema }),
  z.strictObject({ kind: z.literal("item"), item: itemIdSchema }),
]);
export type Clause = z.infer<typeof clauseSchema>;

const perYear = <T extends z.ZodType>(schema: T) => z.array(schema).describe("one a year, base year first");

const clauseOutcomeSchema = z.strictObject({
  clause: clauseSchema,
  byYear: perYear(
    probabilitySchema.extend({
      alone: z
        .number()
        .int()
        .describe("draws in which it alone was not met; of the resource clauses among themselves, of an item among all"),
    }),
  ),
});

const bindingSchema = z
  .strictObject({
    clause: clauseSchema,
    failing: z.number().int().describe("draws in which it was not met"),
    share: z.number().describe("of the draws in which any of its kind was not met"),
  })
  .nullable()
  .describe("the clause that is not met in most draws, the first of equals; null where none is ever failed");

const firstYearSchema = z.strictObject({
  byYear: perYear(z.number().int().describe("draws that meet it in this year for the first time")),
  never: z.number().int(),
  lasting: z.number().int().describe("draws that meet it and keep it to the end of the horizon"),
});

/** One input at an end of its range, all others likely. */
const swingSchema = z.strictObject({
  failing: z.number().int().describe("差 n 项 of the resource part in the target year"),
  distance: z.number(),
  costWan: z.number().describe("of all years"),
  verdict: verdictSchema,
});
/** Draws in which an input was low beside those in which it was high, whatever the others were. */
const thirdsSchema = z
  .strictObject({
    low: probabilitySchema.describe("P(pass) of the resource part in the target year, in the draws of the input's lowest third"),
    high: probabilitySchema.describe("the same of its highest third; equal values are never parted, so that a third may be more or less"),
    change: z.strictObject({
      difference: z.number().describe("high − low"),
      low: z
        .number()
        .describe("lower bound of Newcombe's interval around it, in which all inputs' differences lie at once 95 times of 100"),
      high: z.number().describe("its upper bound"),
    }),
  })
  .nullable()
  .describe("by the county's mean draw of the input up to the target year; null where that never varies or has no effect");
const tornadoSchema = z.strictObject({
  input: z.enum(uncertainInputs),
  low: swingSchema,
  high: swingSchema,
  // Answers of before there were any have none.
  thirds: thirdsSchema.optional(),
  passCorrelation: z
    .number()
    .nullable()
    .describe(
      "between the county's mean draw of the input up to the target year and meeting the resource part in it; null where either never varies",
    ),
});

/** Answer of many draws (蒙特卡罗). */
export const monteCarloSchema = z.strictObject({
  format: z.literal("hengce.montecarlo/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  years: z.array(z.number().int()).describe("base year first; its figures are as reported and do not vary"),
  settings: uncertaintySettingsSchema,
  resource: perYear(probabilitySchema).describe("the 7 indicators with their coefficients of variation"),
  overall: perYear(probabilitySchema).describe("all parts, the 32 indicators"),
  clauses: z.array(clauseOutcomeSchema),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      schoolCode: z.string(),
      schoolName: z.string(),
      stage: stageSchema,
      byYear: perYear(probabilitySchema),
    }),
  ),
  indicators: z.array(
    z.strictObject({ stage: stageSchema, indicator: resourceIndicatorSchema, mean: perYear(bandSchema), cv: perYear(bandSchema) }),
  ),
  pupils: z.strictObject({ primary: perYear(bandSchema), junior: perYear(bandSchema) }),
  costWan: perYear(bandSchema).describe("万元 of the year, all levers"),
  totalCostWan: bandSchema.describe("万元 over the whole horizon"),
  binding: z.strictObject({ resource: perYear(bindingSchema), items: perYear(bindingSchema) }),
  firstYear: z.strictObject({ resource: firstYearSchema, overall: firstYearSchema }),
  tornado: z.strictObject({
    targetYear: z.number().int(),
    likely: swingSchema,
    inputs: z
      .array(tornadoSchema)
      .describe("largest change of P(pass) first where the draws can tell it from none, then largest change of the distance"),
  }),
});
export type MonteCarlo = z.infer<typeof monteCarloSchema>;
