import { z } from "zod";
import { areaM2, leverBase, schoolCode, unitCost } from "../schema-parts";
import { sportsKinds } from "./form";

/** 新建运动场、体育馆. A gym lies within the teaching and auxiliary area and is taken out of it again by R4. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("build_sports"),
  schoolCode,
  kind: z.enum(sportsKinds).describe("field 运动场地 outdoors, gym 体育馆 indoors"),
  areaM2: areaM2.min(1),
  unitCostYuanPerM2: unitCost,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["build_sports.field", "build_sports.gym"] as const;
