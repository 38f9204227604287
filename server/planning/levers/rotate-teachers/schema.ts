import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverBase, moneyWan, persons, schoolCode } from "../schema-parts";

const attribute = persons.nullable().describe("persons among them; null: in proportion to the section's mix");

/** 定向交流轮岗: so many teachers with these attributes from one school to another for some years. */
export const schema = z.strictObject({
  ...leverBase,
  type: z.literal("rotate_teachers"),
  fromCode: schoolCode,
  toCode: schoolCode,
  stage: stageSchema,
  teachers: persons.min(0.5),
  aboveRequiredEducation: attribute,
  backbone: attribute,
  physicalEducation: attribute,
  music: attribute,
  art: attribute,
  integratedArts: attribute,
  termYears: z.number().int().min(1).max(15).describe("years after which they return"),
  annualCostWanPerTeacher: moneyWan.describe("yearly subsidy a rotated teacher, 万元"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["rotate_teachers.plain"] as const;
