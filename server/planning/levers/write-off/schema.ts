import { z } from "zod";
import { leverBase, moneyWan, schoolCode } from "../schema-parts";

/** 设备报废. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("write_off"),
  schoolCode,
  valueWan: moneyWan.describe("original book value written off, 万元"),
  multimediaRooms: z.number().int().min(0).max(500),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["write_off.plain"] as const;
