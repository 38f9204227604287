import type { Actor } from "@server/auth/contract";
import type { RunReceipt, RunView } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { Span } from "@server/kernel/span";
import type { DatasetHead, WorkbookFile } from "@server/statistics/contract";
import type { SourceNote } from "./catalogue-keys";
import type { ProjectionComparison } from "./comparison-dto";
import type { IntakeShares } from "./intake-document";
import type { LeverType } from "./levers/kinds";
import type { ProgressionTable } from "./progression-document";
import type { Projection } from "./projection-document";
import type { ResultSheet } from "./result-sheet";
import type { Assumptions, LeverOf, ScenarioDocument } from "./scenario-document";
import type { UncertaintySettings } from "./uncertainty-document";

export type { Interruption } from "@server/jobs/contract";
export type { CountyFactKey } from "@server/statistics/facts-contract";
export { ageBandStarts } from "./age-bands";
export {
  type AttributedOutcome,
  type Attribution,
  type AttributionSettings,
  attributionSchema,
  attributionSettingsSchema,
  type MinimalSets,
} from "./attribution-document";
export { type Backtest, type BacktestFigure, type BacktestStage, type BacktestYear, backtestSchema } from "./backtest-document";
export { type IssueKey, issueKeys, type NoticeKey, noticeKeys, type SourceNote, sourceNotes } from "./catalogue-keys";
export type { IndicatorComparison, LeverComparison, ProjectionComparison } from "./comparison-dto";
export {
  type Goal,
  type GoalAnswer,
  type GoalField,
  type GoalRequest,
  goalAnswerSchema,
  goalFieldsOf,
  goalRequestSchema,
} from "./goal-document";
export type { IntakeShares, LeaverShares, ShareInUse } from "./intake-document";
export { leverForms } from "./levers/all/forms";
export { leverSchema, leverSummaryKeys } from "./levers/all/schemas";
export { type LeverField, uncertaintyFields, unitCostFields, unitCostUnit } from "./levers/fields";
export { type LeverType, leverTypes } from "./levers/kinds";
export { lastYearOf } from "./levers/last-year";
export type { LeverUncertainty } from "./levers/schema-parts";
export {
  type FoundPlan,
  type Incumbent,
  limitKinds,
  type PlanAnswer,
  type PlanState,
  type PlanWords,
  planAnswerSchema,
  type Relaxation,
} from "./plan-document";
export {
  type Milestone,
  type PlanClause,
  type PlanKind,
  type PlanRequest,
  planClauses,
  planKinds,
  planRequestSchema,
} from "./plan-request";
export { type ProgressionTable, progressionGrades, type RatioInUse } from "./progression-document";
export {
  type ProjectedDataset,
  type Projection,
  projectionSchema,
  type RotationFlow,
  writtenProjectionSchema,
  type YearCost,
  type YearOutcome,
} from "./projection-document";
export { type Recomputed, recomputedSchema } from "./recompute-document";
export type { ResultSheet } from "./result-sheet";
export {
  type Assumptions,
  assumptionsSchema,
  type Lever,
  type LeverOf,
  type ScenarioDocument,
  scenarioDocumentSchema,
} from "./scenario-document";
export {
  type ClauseFailure,
  type Standing,
  type Suggestion,
  type SuggestionRequest,
  type Suggestions,
  type SuggestionTarget,
  suggestionRequestSchema,
  suggestionsSchema,
} from "./suggestion-document";
export {
  type AssumedInput,
  assumedInputs,
  type Band,
  type Clause,
  leverInputs,
  type MonteCarlo,
  monteCarloSchema,
  type Probability,
  type UncertainInput,
  type UncertaintyRange,
  type UncertaintyRanges,
  type UncertaintySettings,
  uncertainInputs,
  uncertaintySettingsSchema,
} from "./uncertainty-document";

/** A scenario in a comparison, with the run that answered it. */
export interface ComparedScenario {
  readonly scenarioId: string;
  readonly name: string;
  readonly runId: string;
  readonly upToDate: boolean;
  readonly baseYear: number;
  readonly datasetHash: string;
  readonly ruleSet: { readonly id: string; readonly version: string };
  /** As they were when the answer was asked for. */
  readonly assumptions: Assumptions;
  readonly annualBudgetWan: number | null;
}

/** Scenarios that one comparison takes. */
export const mostCompared = 4;

export interface ScenarioComparison {
  /** Those that have an answer; lists of `comparison` are in their order. */
  readonly scenarios: readonly ComparedScenario[];
  readonly unanswered: readonly { readonly scenarioId: string; readonly name: string }[];
  /** Null while fewer than two have an answer. */
  readonly comparison: ProjectionComparison | null;
  readonly schools: readonly ScenarioSchool[];
}

/** Where a default comes from: 规定 a regulation, 公开 a published figure, 本县 the county's own data, 假定 an assumption. */
export const defaultOrigins = ["regulation", "published", "observed", "assumed"] as const;

/** Origin of one default. `path` is dotted within the assumptions or the lever, `note` a catalogue key under `sources.`. */
export interface DefaultSource {
  readonly path: string;
  readonly origin: (typeof defaultOrigins)[number];
  readonly note: SourceNote;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Chosen when a lever is added, so that no default can know it. */
type ChosenField =
  | "id"
  | "type"
  | "enabled"
  | "startYear"
  | "endYear"
  | "fundingSource"
  | "responsibleUnit"
  | "note"
  | "schoolCode"
  | "fromCode"
  | "toCode"
  | "targets"
  | "target"
  | "code"
  | "stage"
  | "targetYear";

/** Figures that a new lever starts with. */
export type LeverDefaults = { readonly [T in LeverType]: Omit<LeverOf<T>, ChosenField> };

/** Defaults of a county with the source of each, for forms and for "where does this come from". */
export interface PlanningDefaults {
  readonly assumptions: Assumptions;
  readonly assumptionSources: readonly DefaultSource[];
  readonly levers: LeverDefaults;
  readonly leverSources: Readonly<Record<LeverType, readonly DefaultSource[]>>;
  readonly uncertainty: UncertaintySettings;
  readonly uncertaintySources: readonly DefaultSource[];
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
  readonly lastRun: {
    readonly id: string;
    readonly state: string;
    readonly upToDate: boolean;
    /** Null as long as there is no answer. */
    readonly outcome: ScenarioOutcome | null;
  } | null;
  readonly locked: boolean;
}

/** What an answer comes to: when the county passes, in all parts and in the resource part, and what the years cost together. */
export interface ScenarioOutcome {
  readonly whole: Span;
  readonly resource: Span;
  readonly costWan: number;
}

export interface Scenario {
  readonly id: string;
  readonly version: number;
  readonly datasetId: string;
  readonly document: ScenarioDocument;
  readonly updatedAt: string;
  /** 锁定: by whom and since when nobody can change it. */
  readonly lock: { readonly by: string; readonly at: string } | null;
}

/** A stored answer. */
export interface RunResult {
  readonly run: RunView;
  readonly projection: Projection;
  readonly receipt: RunReceipt;
}

/** The newest answer to a scenario; out of date when the scenario, the data, the rules or the engines have changed since. */
export interface LatestAnswer extends RunResult {
  readonly upToDate: boolean;
}

/** What the scenario's assumptions come to, school by school. */
export interface PupilFlows {
  readonly ratios: ProgressionTable;
  readonly shares: IntakeShares;
}

/** An answer with what it answers, as it was asked. */
export interface AnsweredScenario {
  readonly name: string;
  readonly dataset: DatasetHead;
  readonly schools: readonly ScenarioSchool[];
  readonly document: ScenarioDocument;
  readonly defaults: PlanningDefaults;
  readonly answer: LatestAnswer;
}

/** Scenarios (试算) of the actor's county and their runs. */
export interface PlanningService {
  list(actor: Actor): Promise<Result<readonly ScenarioSummary[], AppError>>;
  /** New scenario on the newest dataset, with default assumptions and no lever. */
  create(actor: Actor, name: string): Promise<Result<Scenario, AppError>>;
  get(
    actor: Actor,
    scenarioId: string,
  ): Promise<
    Result<
      {
        readonly scenario: Scenario;
        readonly dataset: DatasetHead;
        readonly schools: readonly ScenarioSchool[];
        readonly outlines: Projection["levers"];
      },
      AppError
    >
  >;
  /** Saves when `expectedVersion` is still the stored one, else `scenario_changed_elsewhere`; `scenario_locked` while it is locked. Impossible levers are refused field by field. */
  save(actor: Actor, scenarioId: string, expectedVersion: number, document: ScenarioDocument): Promise<Result<Scenario, AppError>>;
  duplicate(actor: Actor, scenarioId: string): Promise<Result<Scenario, AppError>>;
  remove(actor: Actor, scenarioId: string): Promise<Result<null, AppError>>;
  /** Asks a worker; an identical question returns the run that already exists (a failed or cancelled one is queued again). */
  startRun(actor: Actor, scenarioId: string): Promise<Result<RunView, AppError>>;
  result(actor: Actor, runId: string): Promise<Result<RunResult, AppError>>;
  /** Newest finished answer to the scenario, and whether it answers the present document and data. */
  latestResult(actor: Actor, scenarioId: string): Promise<Result<(RunResult & { readonly upToDate: boolean }) | null, AppError>>;
  /** The same with what it answers; `not_found` while there is no answer. */
  answered(actor: Actor, scenarioId: string): Promise<Result<AnsweredScenario, AppError>>;
  /** Sheets about an answer as a file. */
  workbook(actor: Actor, name: string, sheets: readonly ResultSheet[]): Promise<Result<WorkbookFile, AppError>>;
  /** Newest answers of up to `mostCompared` scenarios side by side, in the order asked; those without an answer are named beside it. */
  compare(actor: Actor, scenarioIds: readonly string[]): Promise<Result<ScenarioComparison, AppError>>;
  /** Defaults for the scenario's dataset, each with its source. */
  defaults(actor: Actor, scenarioId: string): Promise<Result<PlanningDefaults, AppError>>;
  /** 升级率 by school and grade, and the shares of who enters where, that the scenario uses, each with where it comes from. */
  pupilFlows(actor: Actor, scenarioId: string): Promise<Result<PupilFlows, AppError>>;
}

/** What the lever forms need to know of a school. */
export interface ScenarioSchool {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly stages: readonly ("primary" | "junior")[];
}
