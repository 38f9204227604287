import { z } from "zod";
import { endYear, leverBase, moneyWan, schoolCode } from "../schema-parts";
import { specialSubjects } from "./form";

/** 体育、艺术教师走教: visiting teachers, who count at the host only under the relief for small rural schools. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("itinerant_teachers"),
  schoolCode,
  subject: z.enum(specialSubjects),
  count: z.number().int().min(1).max(50).describe("visiting teachers, persons"),
  endYear,
  annualCostWan: moneyWan.describe("yearly allowance a visiting teacher, 万元"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["itinerant_teachers.plain"] as const;
