import { z } from "zod";
import { leverBase, moneyWan, schoolCode } from "../schema-parts";

/** 购置教学仪器设备, at original book value. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("buy_equipment"),
  schoolCode,
  valueWan: moneyWan.describe("original book value, 万元; it is also what is paid"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["buy_equipment.plain"] as const;
