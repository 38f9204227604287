import { z } from "zod";
import { areaM2, leverBase, schoolCode, unitCost } from "../schema-parts";

/** 改造地下、楼顶等空间为运动场地: counts only under the relief for dense city centres. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("convert_sports"),
  schoolCode,
  areaM2: areaM2.min(1),
  unitCostYuanPerM2: unitCost,
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["convert_sports.plain"] as const;
