import { verdictSchema } from "@server/compliance/contract";
import { itemIdSchema } from "@server/compliance/items-contract";
import { z } from "zod";

const figureSchema = z.strictObject({
  projected: z.number().nullable(),
  reported: z.number().nullable(),
  error: z.number().nullable().describe("projected ÷ reported − 1; null where either is missing"),
});
const verdictsSchema = z.strictObject({ projected: verdictSchema, reported: verdictSchema });
const indicatorSchema = z.strictObject({ mean: figureSchema, cv: figureSchema, cvVerdict: verdictsSchema });
const stageSchema = z.strictObject({
  pupils: figureSchema,
  classes: figureSchema,
  teachers: figureSchema,
  indicators: z
    .strictObject({
      R1: indicatorSchema,
      R2: indicatorSchema,
      R3: indicatorSchema,
      R4: indicatorSchema,
      R5: indicatorSchema,
      R6: indicatorSchema,
      R7: indicatorSchema,
    })
    .describe("mean and CV of the seven resource indicators"),
  sectionError: z.number().nullable().describe("mean absolute relative error of pupils over the sections that both years have"),
  sectionsCompared: z.number().int(),
  verdictsRight: z.number().int().describe("sections judged as projected, of those compared"),
});

/** 回溯检验: an earlier year of a county projected without levers, held against what was reported later. */
export const backtestSchema = z.strictObject({
  format: z.literal("hengce.backtest/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  years: z.array(
    z.strictObject({
      year: z.number().int(),
      stages: z.strictObject({ primary: stageSchema, junior: stageSchema }),
      verdict: verdictsSchema,
      items: z.record(itemIdSchema, verdictsSchema).nullable().describe("each of the 25 items, as projected and as reported"),
    }),
  ),
});
export type Backtest = z.infer<typeof backtestSchema>;
export type BacktestYear = Backtest["years"][number];
export type BacktestStage = BacktestYear["stages"]["primary"];
export type BacktestFigure = z.infer<typeof figureSchema>;
