import { localitySchema, stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { newSchoolTypes, rezoneScopes } from "../lever-kinds";
import { areaM2, leverBase, moneyWan, schoolCode, share } from "./base";

/** 撤并学校(教学点): pupils, staff and movable goods go to the targets, buildings and rooms are lost. */
export const closeSchoolSchema = z.strictObject({
  ...leverBase,
  type: z.literal("close_school"),
  schoolCode,
  targets: z
    .array(z.strictObject({ schoolCode, share: share.describe("share of each stage that the target teaches") }))
    .min(1)
    .max(3),
  staffShare: share.describe("share of the teachers who move along; the others leave"),
  goodsShare: share.describe("share of equipment, computers and books that moves along; the rest is lost"),
  costWan: moneyWan.describe("paid once"),
  annualCostWan: moneyWan.describe("school buses, boarding and the like, paid every year"),
});

/** 新建学校. Its pupils come by rezoning or closures, its teachers by hiring or rotation. */
export const openSchoolSchema = z.strictObject({
  ...leverBase,
  type: z.literal("open_school"),
  code: z
    .string()
    .regex(/^[0-9A-Za-z]{4,20}$/)
    .describe("学校标识码 of the planned school"),
  name: z.string().trim().min(1).max(100),
  schoolType: z.enum(newSchoolTypes),
  township: z.string().trim().min(1).max(60),
  locality: localitySchema,
  teachingAreaM2: areaM2.describe("teaching and auxiliary area, the gym included, m²"),
  gymAreaM2: areaM2,
  sportsFieldAreaM2: areaM2,
  equipmentValueWan: moneyWan,
  classrooms: z.number().int().min(1).max(200),
  multimediaRooms: z.number().int().min(0).max(200),
  musicRooms: z.number().int().min(0).max(50).describe("of 96 m² or more"),
  artRooms: z.number().int().min(0).max(50).describe("of 90 m² or more"),
  buildingCostWan: moneyWan.describe("building, without equipment"),
});

/** 调整学区: a share of the entrants, or of all pupils, goes to another school from now on. */
export const rezoneSchema = z.strictObject({
  ...leverBase,
  type: z.literal("rezone"),
  fromCode: schoolCode,
  toCode: schoolCode,
  stage: stageSchema,
  scope: z.enum(rezoneScopes).describe("entrants: from now on; all_pupils: those of all grades too, once"),
  share,
});

/** 班额上限: classes above it are split. */
export const classCapSchema = z.strictObject({
  ...leverBase,
  type: z.literal("class_cap"),
  schoolCode: schoolCode.describe("empty: every school"),
  stage: stageSchema,
  cap: z.number().int().min(15).max(80).describe("pupils a class"),
});
