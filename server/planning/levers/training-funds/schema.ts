import { z } from "zod";
import { leverBase, schoolCode, share } from "../schema-parts";

/** 提高教师培训经费占公用经费比例; paid out of the public funds. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("training_funds"),
  schoolCode: schoolCode.describe("empty: every public school"),
  fundsShare: share.describe("training funds ÷ public funds, at least"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["training_funds.school", "training_funds.county"] as const;
