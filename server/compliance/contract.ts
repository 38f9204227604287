import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { type DatasetHead, localitySchema, type Stage, schoolTypeSchema, stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import {
  eligibilitySchema,
  extraResultSchema,
  type ItemExplanation,
  type ItemId,
  itemIdSchema,
  itemResultSchema,
  overallSchema,
  type StatementExplanation,
  vetoResultSchema,
} from "./items-contract";
import { type Verdict, verdictSchema } from "./verdict-contract";

export {
  type ExtraIndicator,
  type ExtraVeto,
  type LayerProblem,
  layerLevels,
  type RuleLayer,
  ruleLayerSchema,
} from "./layer-contract";
export { type Verdict, verdictSchema } from "./verdict-contract";

/** The seven resource indicators (资源配置七项), 教督〔2017〕6号 art. 6. */
export const resourceIndicators = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"] as const;
export const resourceIndicatorSchema = z.enum(resourceIndicators);
export type ResourceIndicator = z.infer<typeof resourceIndicatorSchema>;

/**
 * State of one indicator of one section: `met` (≥ standard), `remainder` (余项, ≥ 85 % of the
 * standard), `below` (< 85 %), `not_evaluable` (an input is missing).
 */
export const indicatorStateSchema = z.enum(["met", "remainder", "below", "not_evaluable"]);
export type IndicatorState = z.infer<typeof indicatorStateSchema>;

/** Year of the last day on which a relief may be used; null: open-ended. */
const endsIn = z.number().int().nullable().describe("year in which the relief ends; null: open-ended");
const reliefOfVerdict = z
  .strictObject({ verdictWithout: verdictSchema, endsIn })
  .nullable()
  .describe("放宽条款: what the verdict would be without reliefs; null when it would be the same");

export const indicatorResultSchema = z.strictObject({
  value: z.number().nullable().describe("unrounded value in the indicator's unit; null when not evaluable"),
  state: indicatorStateSchema,
  borderline: z.boolean().describe("临界: comparing at the official decimals would change the state"),
  numerator: z
    .number()
    .nullable()
    .describe("resource of the section after merging and splitting, in the indicator's base unit (persons, m², yuan, rooms)"),
  pupils: z.number().nullable(),
  standard: z.number(),
  floor: z.number().describe("85 % of the standard"),
  shortfall: z.number().nullable().describe("relative distance below the standard, 0 when met, null when not evaluable"),
  needed: z
    .number()
    .nullable()
    .describe("least further resource (base unit; whole persons and rooms, m² and yuan to 0.01) that meets the standard; 0 when met"),
  missing: z.array(z.string()).describe("dotted dataset paths of the inputs that are missing"),
  relief: z
    .strictObject({ key: z.string().describe("parameter of the relief: relief.R3.on"), stateWithout: indicatorStateSchema, endsIn })
    .nullable()
    .describe("the relief that lets further figures into the value; null for none"),
});
export type IndicatorResult = z.infer<typeof indicatorResultSchema>;

const perIndicator = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ R1: schema, R2: schema, R3: schema, R4: schema, R5: schema, R6: schema, R7: schema });

/** One row of 表Ⅱ-2: a school's primary or junior section (小学部 / 初中部). */
export const sectionAssessmentSchema = z.strictObject({
  id: z.string().describe("school code + ':' + stage"),
  schoolCode: z.string(),
  schoolName: z.string(),
  schoolType: schoolTypeSchema,
  ownerCode: z.number(),
  township: z.string(),
  locality: localitySchema,
  stage: stageSchema,
  pupils: z.number().nullable(),
  grades: z.number().nullable().describe("grades with at least one pupil"),
  classes: z.number().nullable(),
  mixedStage: z.boolean().describe("resources R4–R7 were split between the stages of one school"),
  splitShare: z.number().nullable().describe("share of the school's R4–R7 resources given to this section; 1 when not mixed"),
  mergedFrom: z.array(z.string()).describe("codes of campuses added into this row"),
  indicators: perIndicator(indicatorResultSchema),
  metCount: z.number().int(),
  missingCount: z.number().int(),
  usesRemainder: z.boolean().describe("meets with six indicators and the seventh at 85 % or more"),
  verdict: verdictSchema,
  relief: reliefOfVerdict,
});
export type SectionAssessment = z.infer<typeof sectionAssessmentSchema>;

/** One cell pair of 表Ⅲ: county mean and student-weighted coefficient of variation (校际差异系数). */
export const balanceResultSchema = z.strictObject({
  total: z.number().nullable().describe("Σ resource, base unit"),
  mean: z.number().nullable().describe("Σ resource / Σ pupils in the indicator's unit, unrounded"),
  cv: z.number().nullable().describe("student-weighted coefficient of variation, unrounded"),
  limit: z.number(),
  verdict: verdictSchema,
  borderline: z.boolean(),
  relief: reliefOfVerdict,
});
export type BalanceResult = z.infer<typeof balanceResultSchema>;

export const stageAssessmentSchema = z.strictObject({
  stage: stageSchema,
  pupils: z.number().nullable(),
  sections: z.array(sectionAssessmentSchema),
  sectionsTotal: z.number().int(),
  sectionsMet: z.number().int(),
  sectionsNotMet: z.number().int(),
  sectionsNotEvaluable: z.number().int(),
  indicatorMet: perIndicator(z.number().int()).describe("sections that meet each indicator (表Ⅱ-1)"),
  balance: perIndicator(balanceResultSchema),
  compositeCv: z.number().nullable().describe("mean of the seven CVs: shown, never judged"),
  sectionsVerdict: verdictSchema,
  balanceVerdict: verdictSchema,
  verdict: verdictSchema,
});
export type StageAssessment = z.infer<typeof stageAssessmentSchema>;

/** What became of each school return (纳入、合并、不参评、拆分) and why. */
export const inclusionReasons = [
  "ordinary", // counted as one school
  "mixed_stage", // 一贯制 / 完全中学: split by stage
  "teaching_point_large", // 教学点 of the limit or more pupils: a row of its own
  "teaching_point_small", // 教学点 under the limit: not counted
  "campus_merged", // 不计校数: added to its parent
  "campus_without_parent", // 不计校数 but no parent in the data: counted alone
  "special_education",
  "vocational",
  "owner_not_counted", // 举办者 not among those that the rules count
  "partial_school", // 年级不全: left out where the rules say so
  "senior_only",
  "no_pupils",
  "pupils_missing", // pupil numbers missing: counted, not evaluable
] as const;
export const inclusionNotes = [
  "kindergarten_ignored", // 附设幼儿班 reported, and the rules give its children no weight in the split
] as const;
export const inclusionNotesSchema = z
  .array(z.enum(inclusionNotes))
  .default([])
  .describe("figures of a counted return that the rules leave aside");
export const inclusionDecisionSchema = z.strictObject({
  schoolCode: z.string(),
  schoolName: z.string(),
  schoolType: schoolTypeSchema,
  decision: z.enum(["included", "split", "merged", "excluded"]),
  reason: z.enum(inclusionReasons),
  into: z.string().nullable().describe("code of the school it was merged into"),
  sections: z.array(z.string()).describe("section ids that the return contributes to"),
  notes: inclusionNotesSchema,
});
export type InclusionDecision = z.infer<typeof inclusionDecisionSchema>;

/** 放宽到期: what passes only by one relief, and when that ends. */
export const sunsetSchema = z.strictObject({
  relief: z.string().describe("parameter of the relief, or id of an item's relief"),
  endsIn,
  sections: z.array(z.string()).describe("sections that pass only by it"),
  balances: z.array(z.strictObject({ stage: stageSchema, indicator: resourceIndicatorSchema })).describe("CVs that pass only by it"),
  items: z.array(z.strictObject({ item: itemIdSchema, schools: z.array(z.string()) })).describe("items that schools pass only by it"),
});
export type Sunset = z.infer<typeof sunsetSchema>;

export const countyAssessmentSchema = z.strictObject({
  format: z.literal("hengce.assessment/2"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  statisticsYear: z.number().int(),
  judgedOn: z.iso.date().describe("day whose rules were used"),
  overall: overallSchema.nullable().describe("all parts of 优质均衡; null in a judgement kept from before they were judged"),
  verdict: verdictSchema.describe("resource part: both stages met"),
  failing: z.number().int().describe("差 n 项: failing sections + failing CVs"),
  notEvaluable: z.number().int().describe("sections and CVs that cannot be judged"),
  distance: z.number().describe("sum of the relative shortfalls of all failing sections' indicators and excesses of failing CVs"),
  stages: z.strictObject({ primary: stageAssessmentSchema, junior: stageAssessmentSchema }),
  inclusion: z.array(inclusionDecisionSchema),
  items: z.record(itemIdSchema, itemResultSchema).nullable(),
  vetoes: z.array(vetoResultSchema),
  eligibility: eligibilitySchema.nullable(),
  extras: z.array(extraResultSchema),
  sunsets: z.array(sunsetSchema),
});
export type CountyAssessment = z.infer<typeof countyAssessmentSchema>;

/** Where a rule stands. `text` is our own wording, in both languages. */
export interface ClauseReference {
  readonly document: string;
  readonly article: string;
  readonly text: Readonly<Record<"zh-CN" | "en", string>>;
}

/** Answer to "why": clause → formula → numbers → cells. Built on demand, costs the judgement nothing. */
export interface Explanation {
  readonly subject: {
    readonly kind: "section" | "balance";
    readonly stage: "primary" | "junior";
    readonly indicator: ResourceIndicator;
    readonly sectionId: string | null;
  };
  readonly clause: ClauseReference;
  readonly limits: { readonly standard: number; readonly floor: number | null };
  /** Catalogue key of the symbolic formula and the numbers that fill it. */
  readonly formula: { readonly key: string; readonly values: Readonly<Record<string, number | null>> };
  readonly result: { readonly value: number | null; readonly verdict: IndicatorState | Verdict; readonly borderline: boolean };
  /** Imported figures used; `path` is the dotted dataset path within the school. */
  readonly inputs: readonly {
    readonly schoolCode: string;
    readonly schoolName: string;
    readonly path: string;
    readonly value: number | null;
  }[];
  /** For a CV: each section's value and share of the variance, worst first; negative below the mean. The amounts sum to 1. Empty for a section. */
  readonly contributors: readonly {
    readonly sectionId: string;
    readonly schoolName: string;
    readonly pupils: number;
    readonly value: number;
    readonly share: number;
  }[];
  /** For a section: resource still needed for the standard and for 85 %, base unit. */
  readonly needed: { readonly toStandard: number | null; readonly toFloor: number | null };
  /** Cheapest change that would turn the verdict; null when it is met, cannot be judged, or no single school can turn it. */
  readonly flip: Flip | null;
  /** For a section: cheapest way to make the school pass, all its indicators considered. Null for a CV. */
  readonly schoolFlip: Flip | null;
}

/** What one school would have to get. */
export interface FlipStep {
  readonly sectionId: string;
  readonly schoolName: string;
  readonly indicator: ResourceIndicator;
  /** Line that it reaches: the standard, 85 % of it, or the limit of the CV. */
  readonly to: "standard" | "floor" | "cv_limit";
  /** Further resource of the whole school in the base unit: whole persons and rooms, m² and yuan to 0.01. */
  readonly amount: number;
  readonly unit: "persons" | "m2" | "yuan" | "rooms";
  readonly costYuan: number;
  /** Sentence in the catalogues and what fills it; `amount` in the unit that the sentence names (equipment in 万元). */
  readonly text: { readonly key: string; readonly params: Readonly<Record<string, string | number>> };
}

/** 最省的改法: steps that together turn a verdict, cheapest by the unit prices of the rules. */
export interface Flip {
  readonly steps: readonly FlipStep[];
  readonly costYuan: number;
}

export interface ExplainQuery {
  readonly kind: "section" | "balance";
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  /** Section id for kind "section", null for "balance". */
  readonly sectionId: string | null;
}

/** An explanation whose inputs know the workbook cell they came from (`教师!H14`). */
export interface SourcedExplanation extends Explanation {
  readonly cells: Readonly<Record<string, string>>;
  readonly source: { readonly fileName: string; readonly importedBy: string; readonly importedAt: string };
}

/** The same for one of the 25 items; a figure of the county is found under `:` and its path. */
export interface SourcedItemExplanation extends ItemExplanation, Pick<SourcedExplanation, "cells" | "source"> {}

/** The same for a veto or for eligibility. */
export interface SourcedStatementExplanation extends StatementExplanation, Pick<SourcedExplanation, "cells" | "source"> {}

/** Judgement (评定) of a county's own datasets. */
export interface ComplianceService {
  /** The stored judgement of a dataset, computed and kept on first ask. `datasetId` null: newest dataset. */
  assess(
    actor: Actor,
    datasetId: string | null,
  ): Promise<Result<{ readonly dataset: DatasetHead; readonly assessment: CountyAssessment } | null, AppError>>;
  explain(actor: Actor, datasetId: string, query: ExplainQuery): Promise<Result<SourcedExplanation, AppError>>;
  /** One of the 25 items, down to its imported figures. */
  explainItem(actor: Actor, datasetId: string, item: ItemId): Promise<Result<SourcedItemExplanation, AppError>>;
  /** A veto by its id, or eligibility (`E`); `not_found` for one that the rules do not have. */
  explainStatement(actor: Actor, datasetId: string, id: string): Promise<Result<SourcedStatementExplanation, AppError>>;
}
