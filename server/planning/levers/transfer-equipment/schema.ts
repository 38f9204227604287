import { z } from "zod";
import { leverBase, moneyWan, schoolCode } from "../schema-parts";

/** 设备调拨: equipment, and multimedia rooms with it, from one school to another. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("transfer_equipment"),
  fromCode: schoolCode,
  toCode: schoolCode,
  valueWan: moneyWan.describe("original book value, 万元"),
  multimediaRooms: z.number().int().min(0).max(500).describe("rooms whose equipment moves"),
  costWan: moneyWan.describe("what moving and fitting cost"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["transfer_equipment.plain"] as const;
