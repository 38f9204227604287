import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";

const year = z.number().int().min(2000).max(2100);
const share = z.number().min(0).max(1);
const moneyWan = z.number().min(0).max(1e7);

/** Assumptions of the baseline projection. Defaults and their sources: `server/planning/defaults.ts`. */
export const assumptionsSchema = z.strictObject({
  entrants: z
    .discriminatedUnion("mode", [
      z.strictObject({
        mode: z
          .literal("births")
          .describe("⅓·births(y−7) + ⅔·births(y−6), scaled to the last observed intake; years without births take the trend"),
      }),
      z.strictObject({
        mode: z.literal("trend"),
        annualChange: z.number().min(-0.5).max(0.5).describe("relative change of the county's grade-1 intake a year, −0.06 = −6 %"),
      }),
      z.strictObject({
        mode: z.literal("series"),
        series: z
          .array(z.strictObject({ year, entrants: z.number().min(0) }))
          .max(20)
          .describe("county grade-1 entrants by statistics year; the last value is kept beyond it"),
      }),
    ])
    .describe("一年级招生"),
  entrantsTrendBeyondBirths: z.number().min(-0.5).max(0.5).describe("relative change a year where births are unknown"),
  juniorLeakage: share.describe("小学毕业生外流率: share of primary leavers who do not enter the county's junior schools"),
  classPolicy: z
    .enum(["observed_mean_under_cap", "keep_until_cap"])
    .describe("班级: keep the observed mean class size below the cap, or keep classes until the cap binds"),
  classCap: z
    .strictObject({ primary: z.number().int().min(20).max(80), junior: z.number().int().min(20).max(80) })
    .describe("班额上限 pupils a class"),
  teacherAttrition: share.describe("教师年自然减员率 (retirement and leaving) a year, in proportion to each section's mix"),
  teacherReplacement: share.describe("减员补充率: share of the leavers replaced in the same section with the same mix"),
  priceGrowth: z.number().min(-0.2).max(0.3).describe("price growth a year from the base year"),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

const leverBase = {
  id: z.string().min(1).max(40),
  enabled: z.boolean().describe("false keeps the lever in the scenario without effect"),
  startYear: year.describe("statistics year in which the work or policy is started"),
  leadYears: z.number().int().min(0).max(6).describe("years from start until it counts; effect year = startYear + leadYears"),
  fundingSource: z.string().max(40).describe("资金来源"),
  responsibleUnit: z.string().max(40).describe("责任单位"),
  note: z.string().max(200),
};

/** 扩建教学用房: adds teaching area and classrooms, optionally networked multimedia rooms. */
export const buildClassroomsSchema = z.strictObject({
  ...leverBase,
  type: z.literal("build_classrooms"),
  schoolCode: z.string(),
  rooms: z.number().int().min(1).max(200).describe("classrooms built"),
  areaPerRoomM2: z.number().min(30).max(400).describe("teaching and auxiliary area a classroom, m²"),
  multimedia: z.boolean().describe("each room is equipped as a networked multimedia room"),
  unitCostYuanPerM2: z.number().min(0).max(50_000),
  multimediaCostWanPerRoom: moneyWan,
});

export const teacherSubjects = ["general", "physical_education", "music", "art", "integrated_arts"] as const;

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
  annualCostWan: moneyWan.describe("yearly cost a teacher, 万元"),
});

/** 交流轮岗配额: a share of eligible teachers moves each year from surplus to deficit sections of the same stage. */
export const rotationQuotaSchema = z.strictObject({
  ...leverBase,
  type: z.literal("rotation_quota"),
  endYear: year.describe("last statistics year of the policy"),
  eligibleShare: share.describe("符合交流条件教师占专任教师比例"),
  rotationShare: share.describe("交流轮岗教师占符合条件教师比例 (standard ≥ 10 %)"),
  backboneShare: share.describe("骨干教师占交流轮岗教师比例 (standard ≥ 20 %)"),
  termYears: z.number().int().min(1).max(6).describe("years a rotated teacher stays before returning"),
  annualCostWanPerTeacher: moneyWan.describe("yearly subsidy a rotated teacher, 万元"),
});

export const leverSchema = z.discriminatedUnion("type", [buildClassroomsSchema, hireTeachersSchema, rotationQuotaSchema]);
export type Lever = z.infer<typeof leverSchema>;
export type LeverType = Lever["type"];
export const leverTypes = ["build_classrooms", "hire_teachers", "rotation_quota"] as const satisfies readonly LeverType[];

/** 试算 / 方案 document. The base dataset and rule set are named beside it, not in it. */
export const scenarioDocumentSchema = z.strictObject({
  format: z.literal("hengce.scenario/1"),
  name: z.string().trim().min(1).max(80),
  horizonYears: z.number().int().min(1).max(15).describe("years projected after the base year"),
  assumptions: assumptionsSchema,
  levers: z.array(leverSchema).max(200),
  annualBudgetWan: moneyWan.nullable().describe("yearly cap, 万元; null for none"),
});
export type ScenarioDocument = z.infer<typeof scenarioDocumentSchema>;
