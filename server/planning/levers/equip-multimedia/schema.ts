import { z } from "zod";
import { leverBase, moneyWan, schoolCode } from "../schema-parts";

/** 配备网络多媒体教室: rooms that exist are equipped. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("equip_multimedia"),
  schoolCode,
  rooms: z.number().int().min(1).max(500),
  costWanPerRoom: moneyWan,
  bookValueWanPerRoom: moneyWan.describe("what the equipment of a room adds to the book value, 万元"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["equip_multimedia.plain"] as const;
