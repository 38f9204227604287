import { localitySchema, schoolTypeSchema } from "@server/statistics/contract";
import { z } from "zod";
import { defineParameter } from "./parameter";

/** Parameters of the resource part: R1–R7, school rule, balance, split, scope, rounding, reliefs, prices. */

const positive = z.number().positive().max(1e9);
const share = z.number().positive().max(1);
const price = z.number().min(0).max(1e9);

const standard = (unit: string) => defineParameter(positive, unit, "up");
const perHundredPersons = () => standard("人/百名学生");

/** Weights by which the stages of one school share its rooms, fields and equipment; at most four decimals. */
const weight = z.number().positive().max(100).multipleOf(0.0001);
const weights = z.strictObject({ primary: weight.optional(), junior: weight.optional(), senior: weight.optional() });

export const resourceParameters = {
  "R1.standard.primary": perHundredPersons(),
  "R1.standard.junior": perHundredPersons(),
  "R2.standard.primary": perHundredPersons(),
  "R2.standard.junior": perHundredPersons(),
  "R3.standard.primary": perHundredPersons(),
  "R3.standard.junior": perHundredPersons(),
  "R4.standard.primary": standard("㎡/生"),
  "R4.standard.junior": standard("㎡/生"),
  "R5.standard.primary": standard("㎡/生"),
  "R5.standard.junior": standard("㎡/生"),
  "R6.standard.primary": standard("元/生"),
  "R6.standard.junior": standard("元/生"),
  "R7.standard.primary": standard("间/百名学生"),
  "R7.standard.junior": standard("间/百名学生"),

  /** 至少达到六项、余项不低于85%. */
  "schoolRule.minimumMet": defineParameter(z.number().int().min(0).max(7), "项", "up"),
  "schoolRule.floorShare": defineParameter(share, "标准的倍数", "up"),
  /** 校际差异系数上限. */
  "CV.limit.primary": defineParameter(positive, "差异系数", "down"),
  "CV.limit.junior": defineParameter(positive, "差异系数", "down"),

  /** 一贯制学校、完全中学资源拆分, by the stages that a school really teaches. */
  "split.primaryJunior": defineParameter(weights, "拆分权重", null),
  "split.juniorSenior": defineParameter(weights, "拆分权重", null),
  "split.allStages": defineParameter(weights, "拆分权重", null),
  /** 附设幼儿班 beside a primary pupil of weight 1; 0: its children do not share the school's rooms. */
  "split.kindergarten": defineParameter(z.number().min(0).max(10).multipleOf(0.0001), "拆分权重", null),
  /** Teachers of a mixed-stage school that the return does not tell apart by stage (未分学段的专任教师). */
  "split.unsplitTeachers": defineParameter(z.enum(["not_evaluable", "by_weighted_pupils"]), "口径", null),

  /** 交流、支教教师 who work away from their school in a projected year; a return lists its own teachers itself. */
  "teachers.rotated": defineParameter(z.enum(["where_they_work", "where_they_belong"]), "口径", null),

  /** 参评范围. */
  "inclusion.excludedTypes": defineParameter(z.array(schoolTypeSchema.extract(["special", "vocational"])).readonly(), "办学类型", null),
  "inclusion.teachingPointMinimum": defineParameter(z.number().int().min(0).max(1000), "人", null),
  "inclusion.smallTeachingPoints": defineParameter(z.enum(["dropped", "merged"]), "口径", null),
  "inclusion.campuses": defineParameter(z.enum(["merged", "separate"]), "口径", null),
  /** 举办者类型 codes whose schools count. */
  "inclusion.owners": defineParameter(
    z.union([z.literal("all"), z.array(z.number().int().min(1).max(10)).min(1).readonly()]),
    "举办者类型",
    null,
  ),
  /** Schools of which a grade that they should teach has no pupils: new, growing or closing ones (年级不全). */
  "inclusion.partialSchools": defineParameter(z.enum(["counted", "excluded"]), "口径", null),

  /** 修约: official decimals and whether limits are compared before or after rounding. */
  "rounding.valueDecimals": defineParameter(z.number().int().min(0).max(6), "位小数", null),
  "rounding.cvDecimals": defineParameter(z.number().int().min(0).max(6), "位小数", null),
  "rounding.compare": defineParameter(z.enum(["unrounded", "displayed"]), "口径", null),

  /** 放宽条款. Off is the stricter value; the series of `relief.*.on` says from when to when each may be used. */
  "relief.R3.on": defineParameter(z.boolean(), "启用", "down"),
  "relief.R3.minimumPupils": defineParameter(z.number().int().min(0).max(10_000), "人", null),
  "relief.R3.maximumPupils": defineParameter(z.number().int().min(0).max(10_000), "人", "down"),
  "relief.R3.localities": defineParameter(z.array(localitySchema).min(1).readonly(), "城乡类型", "down"),
  "relief.R5.on": defineParameter(z.boolean(), "启用", "down"),
  "relief.R5.convertedSpace": defineParameter(z.boolean(), "计入", "down"),
  "relief.R5.leasedVenues": defineParameter(z.boolean(), "计入", "down"),
  /** Whether relieved values enter the coefficient of variation too. */
  "relief.inBalance": defineParameter(z.boolean(), "口径", null),

  /** Unit prices for the cheapest change that would flip a verdict; they judge nothing. */
  "price.teacherYear": defineParameter(price, "元/人·年", null),
  "price.teachingAreaM2": defineParameter(price, "元/㎡", null),
  "price.sportsAreaM2": defineParameter(price, "元/㎡", null),
  "price.equipmentYuan": defineParameter(price, "元/元", null),
  "price.multimediaRoom": defineParameter(price, "元/间", null),
} as const;
