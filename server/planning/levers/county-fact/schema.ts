import { countyFactKeys } from "@server/statistics/facts-contract";
import { z } from "zod";
import { leverBase, moneyWan, year } from "../schema-parts";
import { trajectoryModes } from "./form";

/** 县级指标走势: how a county figure goes on. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("county_fact"),
  fact: z.enum(countyFactKeys).describe("key of the county facts"),
  mode: z.enum(trajectoryModes).describe("values by year; linear to the target; as_last_year keeps the last known one"),
  targetValue: z.number().min(0).max(1e12).nullable().describe("for linear"),
  targetYear: year.nullable().describe("for linear"),
  values: z.array(z.strictObject({ year, value: z.number().min(0).max(1e12) })).max(20),
  annualCostWan: moneyWan,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["county_fact.values", "county_fact.linear", "county_fact.as_last_year"] as const;
