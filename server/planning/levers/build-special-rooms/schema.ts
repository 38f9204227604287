import { z } from "zod";
import { leverBase, schoolCode, unitCost } from "../schema-parts";
import { specialRoomKinds } from "./form";

/** 建音乐、美术专用教室. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("build_special_rooms"),
  schoolCode,
  kind: z.enum(specialRoomKinds),
  rooms: z.number().int().min(1).max(50),
  areaPerRoomM2: z.number().min(30).max(400),
  newBuilding: z.boolean().describe("true adds the area to the teaching area; false converts ordinary classrooms"),
  unitCostYuanPerM2: unitCost,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["build_special_rooms.music", "build_special_rooms.art"] as const;
