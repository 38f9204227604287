import { z } from "zod";
import { leverBase } from "../schema-parts";

/** 提高教师平均工资收入 to a share of the civil servants'. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("teacher_pay"),
  payShare: z.number().min(0).max(3).describe("teachers' average pay ÷ civil servants', at least"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["teacher_pay.plain"] as const;
