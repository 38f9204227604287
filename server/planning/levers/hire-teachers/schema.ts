import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverBase, moneyWan, share } from "../schema-parts";
import { teacherSubjects } from "./form";

/** 招聘教师: adds full-time teachers to one school's stage, or by rule to the largest deficits of the county. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("hire_teachers"),
  target: z.discriminatedUnion("mode", [
    z.strictObject({ mode: z.literal("school"), schoolCode: z.string(), stage: stageSchema }),
    z
      .strictObject({ mode: z.literal("largest_deficit"), stage: stageSchema })
      .describe("teachers go one by one to the section with the largest shortfall in the attribute hired"),
  ]),
  count: z.number().int().min(1).max(2000).describe("posts, persons"),
  fulfilment: share.describe("招聘完成率: share of the posts really filled"),
  subject: z.enum(teacherSubjects),
  aboveRequiredEducation: z.boolean(),
  backbone: z.boolean(),
  certified: z.boolean().default(true).describe("the hired hold a teaching certificate"),
  annualCostWan: moneyWan.describe("yearly cost a teacher, 万元"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["hire_teachers.toSchool", "hire_teachers.byDeficit"] as const;
