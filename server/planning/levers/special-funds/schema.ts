import { z } from "zod";
import { leverBase } from "../schema-parts";

/** 提高特殊教育生均公用经费. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("special_funds"),
  perPupilYuan: z.number().min(0).max(1_000_000),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["special_funds.plain"] as const;
