import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { type DatasetHead, localitySchema, type Stage, schoolTypeSchema, stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { type ClauseReference, inclusionNotesSchema, type SourcedExplanation } from "./contract";
import { verdictSchema } from "./verdict-contract";

export { packOf } from "./rulesets/basic-2012-packs";
export { type BasicSeries, type BasicValues, basicParameters } from "./rulesets/parameters-basic";
export {
  type Figure,
  type PackIndicator,
  type PackRule,
  type SharedFigure,
  type StageFigure,
  type StandardsPack,
  sharedFigures,
} from "./rulesets/standards-pack";

/**
 * 县域义务教育均衡发展 (基本均衡), 教督〔2012〕3号: the eight indicators between schools, the provincial school
 * standards, the three growths, vetoes and score.
 */

/** The eight indicators, in the order of 表Ⅲ. */
export const basicIndicators = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"] as const;
export const basicIndicatorSchema = z.enum(basicIndicators);
export type BasicIndicator = z.infer<typeof basicIndicatorSchema>;

const perIndicator = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ B1: schema, B2: schema, B3: schema, B4: schema, B5: schema, B6: schema, B7: schema, B8: schema });
const figure = z.number().nullable();

/** One indicator of one section: no standard is set for a school, it enters the coefficient of variation only. */
export const basicValueSchema = z.strictObject({
  value: figure.describe("unrounded; null when an input is missing"),
  resource: figure.describe("resource of the section after merging and splitting, base unit (m², yuan, pieces, persons)"),
  missing: z.array(z.string()).describe("dotted dataset paths of the inputs that are missing"),
});

export const packItemStates = ["met", "missed", "not_applicable", "not_evaluable"] as const;
/** One section held against the provincial standards. */
export const standardsResultSchema = z.strictObject({
  verdict: verdictSchema,
  met: z.number().int().describe("indicators met, those not asked of the section among them"),
  missed: z.number().int(),
  missing: z.number().int().describe("indicators that cannot be judged"),
  points: z.number().describe("points of the indicators met"),
  items: z.array(z.strictObject({ id: z.string(), state: z.enum(packItemStates), value: figure })),
});
export type StandardsResult = z.infer<typeof standardsResultSchema>;

export const basicSectionSchema = z.strictObject({
  id: z.string().describe("school code + ':' + stage"),
  schoolCode: z.string(),
  schoolName: z.string(),
  schoolType: schoolTypeSchema,
  township: z.string(),
  locality: localitySchema,
  stage: stageSchema,
  pupils: figure,
  mixedStage: z.boolean().describe("B1–B5 were split between the stages of one school"),
  splitShare: figure,
  mergedFrom: z.array(z.string()),
  indicators: perIndicator(basicValueSchema),
  standards: standardsResultSchema.nullable().describe("null when no provincial standards are set"),
});
export type BasicSection = z.infer<typeof basicSectionSchema>;

export const basicBalanceSchema = z.strictObject({
  total: figure.describe("Σ resource, base unit"),
  mean: figure.describe("Σ resource / Σ pupils, unrounded"),
  cv: figure.describe("student-weighted coefficient of variation, unrounded"),
  share: figure.describe("share of this coefficient in the sum of the eight: what drives the composite"),
});
export type BasicBalance = z.infer<typeof basicBalanceSchema>;

export const basicStageSchema = z.strictObject({
  stage: stageSchema,
  pupils: figure,
  sections: z.array(basicSectionSchema),
  balance: perIndicator(basicBalanceSchema),
  composite: z.strictObject({
    cv: figure.describe("综合差异系数: simple mean of the eight unrounded coefficients"),
    limit: z.number(),
    verdict: verdictSchema,
    borderline: z.boolean(),
  }),
  standards: z.strictObject({
    met: z.number().int(),
    notMet: z.number().int(),
    notEvaluable: z.number().int(),
    items: z.array(z.strictObject({ id: z.string(), met: z.number().int(), asked: z.number().int().describe("sections it is asked of") })),
    verdict: verdictSchema,
  }),
});
export type BasicStage = z.infer<typeof basicStageSchema>;

export const growthSeries = [
  "appropriation",
  "expenditurePrimary",
  "expenditureJunior",
  "publicFundsPrimary",
  "publicFundsJunior",
  "teacherPayPrimary",
  "teacherPayJunior",
] as const;
export const growthItemSchema = z.strictObject({
  series: z.enum(growthSeries),
  fiscalYear: z.number().int(),
  from: figure.describe("figure of the year before"),
  to: figure,
  growth: figure.describe("to / from − 1, unrounded"),
  against: figure.describe("growth that it must exceed: that of recurrent revenue for the appropriation, else 0"),
  margin: figure.describe("growth − against, unrounded; must be above 0"),
  verdict: verdictSchema,
  borderline: z.boolean().describe("临界: percentages at two decimals would change the verdict"),
  missing: z.array(z.string()).describe("dotted paths within the county: growth.<fiscal year>.<figure>"),
});
export type GrowthItem = z.infer<typeof growthItemSchema>;

export const basicInclusionReasons = [
  "ordinary",
  "mixed_stage",
  "teaching_point", // counted by a rule set that does not leave teaching points out
  "teaching_point_excluded",
  "campus_merged",
  "campus_without_parent",
  "owner_not_counted",
  "partial_school", // 年级不全: left out where the rules say so
  "special_education",
  "vocational",
  "senior_only",
  "no_pupils",
  "pupils_missing",
] as const;
export const basicInclusionSchema = z.strictObject({
  schoolCode: z.string(),
  schoolName: z.string(),
  schoolType: schoolTypeSchema,
  ownerCode: z.number().int(),
  decision: z.enum(["included", "split", "merged", "excluded"]),
  reason: z.enum(basicInclusionReasons),
  into: z.string().nullable(),
  notes: inclusionNotesSchema,
});
export type BasicInclusion = z.infer<typeof basicInclusionSchema>;

const title = z.strictObject({ "zh-CN": z.string(), en: z.string() });
/** A part of the judgement; one that is only shown does not enter the county's verdict. */
const part = { use: z.enum(["judged", "shown"]), verdict: verdictSchema };

export const basicAssessmentSchema = z.strictObject({
  format: z.literal("hengce.basic-assessment/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  statisticsYear: z.number().int(),
  verdict: z.enum(["met", "not_met", "incomplete"]).describe("incomplete 资料不全: nothing fails, something cannot be judged"),
  stages: z.strictObject({ primary: basicStageSchema, junior: basicStageSchema }),
  standards: z.strictObject({
    ...part,
    pack: z
      .strictObject({
        id: z.string(),
        title,
        example: z.boolean(),
        indicators: z.array(z.strictObject({ id: z.string(), title })),
      })
      .nullable()
      .describe("provincial school standards; null when none are set, which cannot be judged"),
  }),
  growth: z.strictObject({ ...part, years: z.number().int(), items: z.array(growthItemSchema).describe("newest year first") }),
  vetoes: z.strictObject({
    verdict: verdictSchema,
    items: z.array(z.strictObject({ id: z.string(), title, state: z.enum(["clear", "occurred", "undeclared"]) })),
  }),
  score: z.strictObject({ value: figure, minimum: z.number(), verdict: verdictSchema }),
  satisfaction: z.strictObject({ ...part, value: figure, minimum: z.number() }),
  inclusion: z.array(basicInclusionSchema),
});
export type BasicAssessment = z.infer<typeof basicAssessmentSchema>;

/** "composite" for 综合差异系数. */
export const basicSubjectSchema = z.enum([...basicIndicators, "composite"]);

export interface BasicExplainQuery {
  readonly stage: Stage;
  readonly indicator: z.infer<typeof basicSubjectSchema>;
}

/** An imported figure behind a number; null is not reported. */
export interface BasicInput {
  readonly schoolCode: string;
  readonly schoolName: string;
  /** Dotted path within the school. */
  readonly path: string;
  readonly value: number | null;
}

/** Answer to "why" for a coefficient of variation: clause → formula with its numbers → what causes it, worst first. */
export interface BasicExplanation {
  readonly subject: BasicExplainQuery;
  readonly clause: ClauseReference;
  /** Limit of the composite; null for one coefficient, which has none of its own. */
  readonly limit: number | null;
  readonly formula: { readonly key: string; readonly values: Readonly<Record<string, number | null>> };
  /** For the composite: the eight coefficients, largest share first. */
  readonly drivers: readonly { readonly indicator: BasicIndicator; readonly cv: number | null; readonly share: number | null }[];
  /** For one coefficient: schools by their share of the variance, worst first; negative below the mean. The amounts sum to 1. */
  readonly contributors: readonly {
    readonly sectionId: string;
    readonly schoolName: string;
    readonly pupils: number;
    readonly value: number;
    readonly deviation: number;
    readonly share: number;
  }[];
  /** For one coefficient: the imported figures of its sections, in the order of `contributors`. */
  readonly inputs: readonly BasicInput[];
  /** For a composite above its limit: the single change that brings it there at least cost; null when none does. */
  readonly flip: {
    readonly sectionId: string;
    readonly schoolName: string;
    readonly indicator: BasicIndicator;
    /** Base units: persons, m², yuan, computers, books. */
    readonly amount: number;
    readonly costYuan: number;
  } | null;
}

/** An explanation with the cells that its figures were imported from. */
export type SourcedBasicExplanation = BasicExplanation & Pick<SourcedExplanation, "cells" | "source">;

/** 基本均衡 of a county's own datasets. */
export interface BasicBalanceService {
  /** `datasetId` null: newest dataset; null when the county has none. */
  assess(
    actor: Actor,
    datasetId: string | null,
  ): Promise<Result<{ readonly dataset: DatasetHead; readonly assessment: BasicAssessment } | null, AppError>>;
  /** Why a composite or a coefficient of a dataset is what it is; `not_found` for foreign data. */
  explain(actor: Actor, datasetId: string, query: BasicExplainQuery): Promise<Result<SourcedBasicExplanation, AppError>>;
}
