import { z } from "zod";
import { leverBase, moneyWan, schoolCode, unitCost } from "../schema-parts";

/** 扩建教学用房: adds teaching area and classrooms, optionally networked multimedia rooms. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("build_classrooms"),
  schoolCode,
  rooms: z.number().int().min(1).max(200).describe("classrooms built"),
  areaPerRoomM2: z.number().min(30).max(400).describe("teaching and auxiliary area a classroom, m²"),
  multimedia: z.boolean().describe("each room is equipped as a networked multimedia room"),
  unitCostYuanPerM2: unitCost,
  multimediaCostWanPerRoom: moneyWan,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["build_classrooms.plain", "build_classrooms.withMultimedia"] as const;
