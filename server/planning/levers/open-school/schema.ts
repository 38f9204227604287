import { localitySchema } from "@server/statistics/contract";
import { z } from "zod";
import { areaM2, leverBase, moneyWan, schoolCode } from "../schema-parts";
import { newSchoolTypes, originEvents } from "./form";

/** 新建学校. Its pupils come by rezoning or closures, its teachers by hiring or rotation. */
export const schema = z.strictObject({
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
  boarding: z.boolean().default(false).describe("寄宿制学校"),
  denseCentre: z.boolean().default(false).describe("人口密度过高的大城市中心城区学校"),
  originCode: schoolCode.default("").describe("沿革: school that it comes from; empty for none"),
  originEvent: z.enum(originEvents).default("split").describe("a part of the origin, or the whole of it under another code or type"),
  keepsBuildings: z
    .boolean()
    .default(false)
    .describe("in buildings of the origin: its year of building and the reliefs for old buildings go on"),
});

/** Keys of its plain sentences, under `planning.levers.`. */
export const sentenceKeys = ["open_school.plain", "open_school.from"] as const;
