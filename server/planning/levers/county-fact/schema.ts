import { z } from "zod";
import { leverBase, moneyWan, year } from "../schema-parts";
import { trajectoryFacts, trajectoryModes } from "./form";

/** 县级指标走势: how a county figure, or a result of the county, goes on. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("county_fact"),
  fact: z
    .enum(trajectoryFacts)
    .describe("key of the county facts, in their units; or a result by its item: shares and differences in percent, levels 1 to 4"),
  mode: z.enum(trajectoryModes).describe("values by year; linear to the target; as_last_year keeps the last known one"),
  targetValue: z.number().min(0).max(1e12).nullable().describe("for linear"),
  targetYear: year.nullable().describe("for linear"),
  values: z.array(z.strictObject({ year, value: z.number().min(0).max(1e12) })).max(20),
  annualCostWan: moneyWan,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["county_fact.values", "county_fact.linear", "county_fact.as_last_year"] as const;
