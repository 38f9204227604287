import type { Actor } from "@server/auth/contract";
import { indicatorStateSchema, verdictSchema } from "@server/compliance/contract";
import type { RunReceipt, RunView } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { type DatasetHead, stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverSummaryKeys, noticeKeys, type SourceNote } from "./catalogue-keys";
import type { ProjectionComparison } from "./comparison-dto";
import {
  type Assumptions,
  type buildClassroomsSchema,
  type hireTeachersSchema,
  type LeverType,
  leverTypes,
  type rotationQuotaSchema,
  type ScenarioDocument,
} from "./scenario-document";

export { type IssueKey, issueKeys, leverSummaryKeys, type NoticeKey, noticeKeys, type SourceNote, sourceNotes } from "./catalogue-keys";
export type { IndicatorComparison, Pair, ProjectionComparison } from "./comparison-dto";
export {
  type Assumptions,
  assumptionsSchema,
  buildClassroomsSchema,
  hireTeachersSchema,
  type Lever,
  type LeverType,
  leverTypes,
  rotationQuotaSchema,
  type ScenarioDocument,
  scenarioDocumentSchema,
  teacherSubjects,
} from "./scenario-document";

const perIndicator = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ R1: schema, R2: schema, R3: schema, R4: schema, R5: schema, R6: schema, R7: schema });

export const stageOutcomeSchema = z.strictObject({
  pupils: z.number().nullable(),
  classes: z.number().nullable(),
  teachers: z.number().nullable(),
  sectionsTotal: z.number().int(),
  sectionsMet: z.number().int(),
  sectionsNotEvaluable: z.number().int(),
  indicatorMet: perIndicator(z.number().int()),
  mean: perIndicator(z.number().nullable()),
  cv: perIndicator(z.number().nullable()),
  cvVerdict: perIndicator(verdictSchema),
  verdict: verdictSchema,
});
export const sectionOutcomeSchema = z.strictObject({
  id: z.string(),
  schoolCode: z.string(),
  schoolName: z.string(),
  stage: stageSchema,
  pupils: z.number().nullable(),
  verdict: verdictSchema,
  metCount: z.number().int(),
  values: perIndicator(z.number().nullable()),
  states: perIndicator(indicatorStateSchema),
});
export const yearOutcomeSchema = z.strictObject({
  year: z.number().int(),
  verdict: verdictSchema,
  failing: z.number().int().describe("差 n 项"),
  notEvaluable: z.number().int(),
  distance: z.number(),
  stages: z.strictObject({ primary: stageOutcomeSchema, junior: stageOutcomeSchema }),
  sections: z.array(sectionOutcomeSchema),
});
export type YearOutcome = z.infer<typeof yearOutcomeSchema>;

export const rotationFlowSchema = z.strictObject({
  year: z.number().int(),
  stage: stageSchema,
  fromCode: z.string(),
  toCode: z.string(),
  teachers: z.number(),
  backbone: z.number(),
});
export type RotationFlow = z.infer<typeof rotationFlowSchema>;

export const yearCostSchema = z.strictObject({
  year: z.number().int(),
  capitalWan: z.number(),
  recurrentWan: z.number(),
  totalWan: z.number(),
  byLever: z.array(z.strictObject({ leverId: z.string(), capitalWan: z.number(), recurrentWan: z.number() })),
  overBudgetWan: z.number().describe("amount above the yearly cap, 0 when within or no cap"),
});
export type YearCost = z.infer<typeof yearCostSchema>;

export const complianceSpanSchema = z.strictObject({
  firstYear: z.number().int().nullable().describe("first year with verdict met; null when never in the horizon"),
  lasts: z.boolean().describe("stays met from that year to the end of the horizon"),
  lostYears: z.array(z.number().int()).describe("later years in which it is lost again"),
});

/** Something the planner must know: a lever that could not take full effect, a default used for missing input. `key` is under `planning.notices.`. */
export const noticeSchema = z.strictObject({
  key: z.enum(noticeKeys),
  leverId: z.string().nullable(),
  year: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A lever that took part, in words: `summary.key` is under `planning.levers.`. Names the lever ids of cost, flows and notices. */
export const leverOutlineSchema = z.strictObject({
  id: z.string(),
  type: z.enum(leverTypes),
  startYear: z.number().int(),
  effectYear: z.number().int(),
  summary: z.strictObject({ key: z.enum(leverSummaryKeys), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

export const projectionSchema = z.strictObject({
  format: z.literal("hengce.projection/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  years: z.array(z.number().int()).describe("base year first"),
  baseline: z.array(yearOutcomeSchema).describe("one a year, no lever"),
  trial: z.array(yearOutcomeSchema).describe("one a year, with the enabled levers"),
  cost: z.array(yearCostSchema),
  flows: z.array(rotationFlowSchema),
  levers: z.array(leverOutlineSchema).describe("enabled levers, in the order in which they act"),
  compliance: z.strictObject({ baseline: complianceSpanSchema, trial: complianceSpanSchema }),
  notices: z.array(noticeSchema),
});
export type Projection = z.infer<typeof projectionSchema>;

/** A scenario in a comparison, with the run that answered it. */
export interface ComparedScenario {
  readonly scenarioId: string;
  readonly name: string;
  readonly runId: string;
  readonly upToDate: boolean;
  readonly baseYear: number;
  readonly datasetHash: string;
}

/** Where a default comes from: 规定 a regulation, 公开 a published figure, 本县 the county's own data, 假定 an assumption. */
export const defaultOrigins = ["regulation", "published", "observed", "assumed"] as const;

/** Origin of one default. `path` is dotted within the assumptions or the lever, `note` a catalogue key under `planning.sources.`. */
export interface DefaultSource {
  readonly path: string;
  readonly origin: (typeof defaultOrigins)[number];
  readonly note: SourceNote;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Figures that a new lever starts with. */
export interface LeverDefaults {
  readonly build_classrooms: Pick<
    z.infer<typeof buildClassroomsSchema>,
    "leadYears" | "rooms" | "areaPerRoomM2" | "multimedia" | "unitCostYuanPerM2" | "multimediaCostWanPerRoom"
  >;
  readonly hire_teachers: Pick<
    z.infer<typeof hireTeachersSchema>,
    "leadYears" | "count" | "fulfilment" | "subject" | "aboveRequiredEducation" | "backbone" | "annualCostWan"
  >;
  readonly rotation_quota: Pick<
    z.infer<typeof rotationQuotaSchema>,
    "leadYears" | "eligibleShare" | "rotationShare" | "backboneShare" | "termYears" | "annualCostWanPerTeacher"
  >;
}

/** Defaults of a county with the source of each, for forms and for "where does this come from". */
export interface PlanningDefaults {
  readonly assumptions: Assumptions;
  readonly assumptionSources: readonly DefaultSource[];
  readonly levers: LeverDefaults;
  readonly leverSources: Readonly<Record<LeverType, readonly DefaultSource[]>>;
}

export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly datasetId: string;
  readonly baseYear: number;
  readonly leverCount: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly lastRun: { readonly id: string; readonly state: string; readonly upToDate: boolean } | null;
}

export interface Scenario {
  readonly id: string;
  readonly version: number;
  readonly datasetId: string;
  readonly document: ScenarioDocument;
  readonly updatedAt: string;
}

/** A stored answer. */
export interface RunResult {
  readonly run: RunView;
  readonly projection: Projection;
  readonly receipt: RunReceipt;
}

/** Scenarios (试算) of the actor's county and their runs. */
export interface PlanningService {
  list(actor: Actor): Promise<Result<readonly ScenarioSummary[], AppError>>;
  /** New scenario on the newest dataset, with default assumptions and no lever. */
  create(actor: Actor, name: string): Promise<Result<Scenario, AppError>>;
  get(
    actor: Actor,
    scenarioId: string,
  ): Promise<Result<{ readonly scenario: Scenario; readonly dataset: DatasetHead; readonly schools: readonly ScenarioSchool[] }, AppError>>;
  /** Saves when `expectedVersion` is still the stored one, else `scenario_changed_elsewhere`. Impossible levers are refused field by field. */
  save(actor: Actor, scenarioId: string, expectedVersion: number, document: ScenarioDocument): Promise<Result<Scenario, AppError>>;
  duplicate(actor: Actor, scenarioId: string): Promise<Result<Scenario, AppError>>;
  remove(actor: Actor, scenarioId: string): Promise<Result<null, AppError>>;
  /** Asks a worker; an identical question returns the run that already exists (a failed or cancelled one is queued again). */
  startRun(actor: Actor, scenarioId: string): Promise<Result<RunView, AppError>>;
  result(actor: Actor, runId: string): Promise<Result<RunResult, AppError>>;
  /** Newest finished answer to the scenario, and whether it answers the present document and data. */
  latestResult(actor: Actor, scenarioId: string): Promise<Result<(RunResult & { readonly upToDate: boolean }) | null, AppError>>;
  /** Newest answers of two scenarios side by side; null while either has none. */
  compare(
    actor: Actor,
    leftScenarioId: string,
    rightScenarioId: string,
  ): Promise<
    Result<
      { readonly left: ComparedScenario; readonly right: ComparedScenario; readonly comparison: ProjectionComparison } | null,
      AppError
    >
  >;
  /** Defaults for the scenario's dataset, each with its source. */
  defaults(actor: Actor, scenarioId: string): Promise<Result<PlanningDefaults, AppError>>;
}

/** What the lever forms need to know of a school. */
export interface ScenarioSchool {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly stages: readonly ("primary" | "junior")[];
}
