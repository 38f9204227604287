import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { specialSubjects, teacherSubjects } from "../lever-kinds";
import { endYear, leverBase, moneyWan, persons, schoolCode, share } from "./base";

const fulfilment = share.describe("share of the stated number that is really reached");

/** 招聘教师: adds full-time teachers to one school's stage, or by rule to the largest deficits of the county. */
export const hireTeachersSchema = z.strictObject({
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

/** Yearly programmes that give teachers an attribute: at one school, or over the county where it is lacking (empty code). */
const programme = {
  ...leverBase,
  schoolCode: schoolCode.describe("empty: the whole county, in proportion to those who lack it"),
  count: z.number().int().min(1).max(20_000).describe("persons a year"),
  fulfilment,
  endYear,
  costWanPerPerson: moneyWan,
};

/** 在职学历提升: moves teachers above the required education. */
export const upgradeEducationSchema = z.strictObject({ ...programme, type: z.literal("upgrade_education"), stage: stageSchema });
/** 骨干教师培养. */
export const trainBackboneSchema = z.strictObject({ ...programme, type: z.literal("train_backbone"), stage: stageSchema });
/** 五年360学时培训. */
export const train360Schema = z.strictObject({ ...programme, type: z.literal("train_360") });
/** 教师资格认定. */
export const certifyTeachersSchema = z.strictObject({ ...programme, type: z.literal("certify_teachers") });

const attribute = persons.nullable().describe("persons among them; null: in proportion to the section's mix");

/** 定向交流轮岗: so many teachers with these attributes from one school to another for some years. */
export const rotateTeachersSchema = z.strictObject({
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

/** 交流轮岗配额: a share of eligible teachers moves each year from surplus to deficit sections of the same stage. */
export const rotationQuotaSchema = z.strictObject({
  ...leverBase,
  type: z.literal("rotation_quota"),
  endYear: endYear.describe("last statistics year of the policy"),
  eligibleShare: share.describe("符合交流条件教师占专任教师比例"),
  rotationShare: share.describe("交流轮岗教师占符合条件教师比例 (standard ≥ 10 %)"),
  backboneShare: share.describe("骨干教师占交流轮岗教师比例 (standard ≥ 20 %)"),
  termYears: z.number().int().min(1).max(6).describe("years a rotated teacher stays before returning"),
  annualCostWanPerTeacher: moneyWan.describe("yearly subsidy a rotated teacher, 万元"),
});

/** 体育、艺术教师走教: visiting teachers, who count at the host only under the relief for small rural schools. */
export const itinerantTeachersSchema = z.strictObject({
  ...leverBase,
  type: z.literal("itinerant_teachers"),
  schoolCode,
  subject: z.enum(specialSubjects),
  count: z.number().int().min(1).max(50).describe("visiting teachers, persons"),
  endYear,
  annualCostWan: moneyWan.describe("yearly allowance a visiting teacher, 万元"),
});
