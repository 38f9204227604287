import { z } from "zod";
import { leverSchema } from "./levers/all/schemas";
import type { LeverType } from "./levers/kinds";
import { moneyWan, persons, schoolCode, share, year } from "./levers/schema-parts";

const ageShares = z.tuple([share, share, share, share, share, share, share, share, share]);
const byAge = z.tuple([persons, persons, persons, persons, persons, persons, persons, persons, persons]);

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
  entrantShares: z
    .enum(["base_year", "rolling", "zones"])
    .default("base_year")
    .describe(
      "shares of the sections in the county's entrants: as in the base year, as in the year before (given numbers included), or by attendance zone",
    ),
  zoneShares: z
    .array(z.strictObject({ schoolCode, share }))
    .max(5000)
    .default([])
    .describe("for zones: share of each primary section; what is left goes by the base year's shares"),
  entrantNumbers: z
    .array(z.strictObject({ schoolCode, year, entrants: persons }))
    .max(20_000)
    .default([])
    .describe("分校招生数: grade-1 entrants of a primary section in a year; the other sections share what is left of the county's"),
  progressionRatios: z
    .array(
      z.strictObject({
        schoolCode: schoolCode.describe("empty: every school of the county that has no ratio of its own here"),
        grade: z.literal([1, 2, 3, 4, 5, 7, 8]).describe("grade from which pupils go up"),
        ratio: z.number().min(0).max(5).describe("pupils in the next grade a year later for each pupil"),
      }),
    )
    .max(20_000)
    .default([])
    .describe("升级率: instead of the section's own mean over the loaded years, else the county's, else 1"),
  netTransfers: z
    .array(
      z.strictObject({
        schoolCode,
        grade: z.number().int().min(1).max(9),
        year,
        pupils: z.number().min(-100_000).max(100_000).describe("transferred in less transferred out; below zero: more leave"),
      }),
    )
    .max(20_000)
    .default([])
    .describe("净转入: pupils who join a grade of a school in a year beyond those who go up or enter"),
  feederShares: z
    .array(z.strictObject({ fromCode: schoolCode, toCode: schoolCode, share }))
    .max(20_000)
    .default([])
    .describe("小升初对口: share of a school's leavers who go to a school; all others as observed"),
  retention: z
    .enum(["base_year", "by_cohort"])
    .default("base_year")
    .describe("巩固率 as in the base year, or from the third projected year on by the projected cohort"),
  evidence: z
    .enum(["declared_years", "as_base_year"])
    .default("declared_years")
    .describe("申明与一票否决 in projected years: only where declared for the year, or as in the base year"),
  retirement: z
    .enum(["none", "by_age"])
    .default("none")
    .describe("none: retirements are within the attrition; by_age: by age band, with the ages of the reform of 2025"),
  ageShares: ageShares
    .default([0.06, 0.15, 0.16, 0.16, 0.14, 0.13, 0.12, 0.08, 0])
    .describe("share of the base year's teachers by age: up to 24, 25–29 … 55–59, 60 and more"),
  womenShare: share.default(0.65).describe("women among the teachers"),
  schoolAges: z
    .array(z.strictObject({ schoolCode, teachers: byAge.describe("teachers in the same age bands"), womenShare: share }))
    .max(5000)
    .default([])
    .describe("各校教师年龄: base year's teachers of a school by age, instead of the county's ages"),
  upgradingRate: share.default(0).describe("share of the teachers without higher education who gain it in a year, without programmes"),
  backboneRate: share.default(0).describe("share of the other teachers who are named backbone teachers in a year, without programmes"),
  teacherAttrition: share.describe("教师年减员率 a year, in proportion to each section's mix; without retirements where these go by age"),
  teacherReplacement: share.describe("减员补充率: share of the leavers replaced in the same section with the same mix"),
  priceGrowth: z.number().min(-0.2).max(0.3).describe("price growth a year from the base year"),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

export type Lever = z.infer<typeof leverSchema>;
export type LeverOf<T extends LeverType> = Extract<Lever, { type: T }>;

/** 试算 / 方案 document. The base dataset and rule set are named beside it, not in it. */
export const scenarioDocumentSchema = z.strictObject({
  format: z.literal("hengce.scenario/1"),
  name: z.string().trim().min(1).max(80),
  horizonYears: z.number().int().min(1).max(15).describe("years projected after the base year"),
  assumptions: assumptionsSchema,
  levers: z.array(leverSchema).max(2000),
  annualBudgetWan: moneyWan.nullable().describe("yearly cap, 万元; null for none"),
});
export type ScenarioDocument = z.infer<typeof scenarioDocumentSchema>;
