import type { Actor } from "@server/auth/contract";
import type { RunReceipt, RunView } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { DatasetHead } from "@server/statistics/contract";
import type {
  Attribution,
  AttributionSettings,
  Backtest,
  MonteCarlo,
  PlanAnswer,
  PlanRequest,
  Recomputed,
  Scenario,
  UncertaintySettings,
} from "./contract";

/** Questions about a scenario beside its projection, with what is asked and what is answered. */
export interface ScenarioQuestions {
  readonly montecarlo: { readonly settings: UncertaintySettings; readonly answer: MonteCarlo };
  readonly attribution: { readonly settings: AttributionSettings; readonly answer: Attribution };
  readonly plan: { readonly settings: PlanRequest; readonly answer: PlanAnswer };
}
export type ScenarioQuestion = keyof ScenarioQuestions;

/** An answer with the run that gave it. */
export interface Answered<A> {
  readonly run: RunView;
  readonly answer: A;
  readonly receipt: RunReceipt;
  /** False: the best so far of a run that is under way or was cancelled. */
  readonly final: boolean;
}

/** What a page about one question shows. */
export interface QuestionView<K extends ScenarioQuestion> {
  /** Newest run of the question, whatever became of it; null when it was never asked. */
  readonly run: RunView | null;
  /** As asked last, else the defaults. */
  readonly settings: ScenarioQuestions[K]["settings"];
  /** Newest answer; `upToDate` when it is about the present scenario, data, rules and engines. */
  readonly answered: (Answered<ScenarioQuestions[K]["answer"]> & { readonly upToDate: boolean }) | null;
}

export interface BacktestQuestion {
  readonly statisticsYear: number;
  /** Whose assumptions are put to the test; null: the defaults of that year. */
  readonly assumptionsOf: string | null;
}

/** Questions about scenarios and data that workers answer, and what became of them. */
export interface AnswersService {
  /** Asks a worker; `settings` as its schema reads them. An identical question returns the run that exists. */
  ask(actor: Actor, scenarioId: string, question: ScenarioQuestion, settings: unknown): Promise<Result<RunView, AppError>>;
  view<K extends ScenarioQuestion>(actor: Actor, scenarioId: string, question: K): Promise<Result<QuestionView<K>, AppError>>;
  /** Makes an ordinary scenario of the plan that a run has found, the robust one when asked for. */
  openPlan(actor: Actor, runId: string, which: "plan" | "robust"): Promise<Result<Scenario, AppError>>;
  /** Newest version of every statistics year of the county, newest first. */
  backtestYears(actor: Actor): Promise<Result<readonly DatasetHead[], AppError>>;
  /** 回溯检验 from a year of the county, against every later one; refused where the assumptions name what that year has not. */
  askBacktest(actor: Actor, question: BacktestQuestion): Promise<Result<RunView, AppError>>;
  /** The back-test on the newest data, null when it was never asked. */
  backtest(
    actor: Actor,
    question: BacktestQuestion,
  ): Promise<Result<{ readonly run: RunView; readonly answered: Answered<Backtest> | null } | null, AppError>>;
  /** A run with the receipt of its answer; `of` is the run that a recomputation is about. */
  record(
    actor: Actor,
    runId: string,
  ): Promise<Result<{ readonly run: RunView; readonly receipt: RunReceipt | null; readonly of: string | null }, AppError>>;
  /** 复算: asks the question of a run again, on its locked data. */
  recompute(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
  /** What came of recomputing a run with the present engines; null when that was never asked. */
  recomputed(
    actor: Actor,
    runId: string,
  ): Promise<Result<{ readonly run: RunView; readonly answered: Answered<Recomputed> | null } | null, AppError>>;
}
