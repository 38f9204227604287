import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverBase, schoolCode } from "../schema-parts";

/** 班额上限: classes above it are split. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("class_cap"),
  schoolCode: schoolCode.describe("empty: every school"),
  stage: stageSchema,
  cap: z
    .number()
    .int()
    .min(15)
    .max(80)
    .describe("pupils a class; of all caps in force at a school, the assumed one included, the lowest holds"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["class_cap.school", "class_cap.county"] as const;
