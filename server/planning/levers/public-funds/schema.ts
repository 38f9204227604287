import { z } from "zod";
import { leverBase, schoolCode } from "../schema-parts";

/** 提高生均公用经费: no public school has less than this a pupil. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("public_funds"),
  schoolCode: schoolCode.describe("empty: every public school"),
  primaryYuan: z.number().min(0).max(100_000).describe("budget a primary pupil and year, yuan"),
  juniorYuan: z.number().min(0).max(100_000),
  smallAsHundred: z.boolean().describe("不足100人按100人核定: a school of fewer than 100 pupils gets the funds of 100"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["public_funds.school", "public_funds.county"] as const;
