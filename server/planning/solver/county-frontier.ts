import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { planRequestSchema, type ScenarioDocument } from "../contract";
import { foundPlan, holds } from "./answer";
import { effortOf } from "./effort";
import { loadSolver } from "./highs";
import { uninterrupted } from "./interrupts";
import { greedyPlan, missing, runTask, type Task, taskOf } from "./task";

/** Money of one year, 万元 at that year's prices. */
export interface YearMoney {
  readonly year: number;
  readonly capitalWan: number;
  readonly recurrentWan: number;
}

/**
 * Least money known by which a county passes from `targetYear` to the end of the horizon. `nothing_needed`: it does so by
 * itself; `passes`: with the plan, as the compliance engine judges it; `none`: no plan was found; `not_evaluable`: figures
 * are missing. `by` says whose plan it is: the fast one, or a better one of the solver. `boundWan`: no plan is cheaper.
 */
export interface CountyPoint {
  readonly targetYear: number;
  readonly state: "nothing_needed" | "passes" | "none" | "not_evaluable";
  readonly by: "fast" | "solver" | null;
  readonly costWan: number | null;
  readonly boundWan: number | null;
  readonly years: readonly YearMoney[];
  /** What the county does, as a scenario; null where nothing is known to lead to passing. */
  readonly scenario: ScenarioDocument | null;
}

export interface FrontierSettings {
  readonly targetYears: readonly number[];
  /** Years before a target year in which its plan may begin: long enough for the slowest work. */
  readonly leadYears: number;
  /** What the solver may do for each target year, as in `PlanRequest`; 0: the fast plan alone. */
  readonly effort: number;
}

const without = (targetYear: number, state: "none" | "not_evaluable"): CountyPoint => ({
  targetYear,
  state,
  by: null,
  costWan: null,
  boundWan: null,
  years: [],
  scenario: null,
});

const pointOf = async (dataset: CountyDataset, task: Task, targetYear: number, effort: number): Promise<CountyPoint> => {
  if (task.nothing.met) {
    const { document } = task.ground.question;
    return { targetYear, state: "nothing_needed", by: null, costWan: 0, boundWan: null, years: [], scenario: document };
  }
  if (missing(task)) return without(targetYear, "not_evaluable");
  const fast = greedyPlan(task, task.ground.request);
  const solved = effort === 0 ? null : runTask(await loadSolver(), task, { effort: effortOf(effort), interrupts: uninterrupted });
  const better = solved?.best ?? null;
  const best = better !== null && better.trial.costWan < (fast?.trial.costWan ?? Number.POSITIVE_INFINITY) ? better : fast;
  if (best === null) return without(targetYear, "none");
  const plan = foundPlan(dataset, task, best.trial);
  if (!holds(plan, task.ground)) return without(targetYear, "none");
  return {
    targetYear,
    state: "passes",
    by: best === fast ? "fast" : "solver",
    costWan: plan.costWan,
    boundWan: solved?.boundWan ?? null,
    years: plan.years.flatMap(({ year, capitalWan, recurrentWan }) =>
      capitalWan + recurrentWan > 0 ? [{ year, capitalWan, recurrentWan }] : [],
    ),
    scenario: plan.scenario,
  };
};

/** A plan that passes from a year on passes from the next one on too: a later target never costs more. */
const noDearer = (point: CountyPoint, before: CountyPoint | undefined): CountyPoint => {
  if (before?.state !== "passes" || before.costWan === null || point.state === "nothing_needed") return point;
  if (point.costWan !== null && point.costWan <= before.costWan) return point;
  return { ...before, targetYear: point.targetYear, boundWan: point.boundWan };
};

/**
 * 县预算—年份前沿: for each target year the least money known by which the county's resource part passes from then on.
 * A plan begins no earlier than the year after the base year, nor `leadYears` before its target, so that later targets
 * are paid for later. `onPoint` hears of each year.
 */
export const countyFrontier = async (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  { targetYears, leadYears, effort }: FrontierSettings,
  onPoint: () => void = () => {},
): Promise<readonly CountyPoint[]> => {
  const { statisticsYear } = dataset.county;
  const points: CountyPoint[] = [];
  for (const targetYear of targetYears) {
    const request = planRequestSchema.parse({ targetYear, clauses: [], effort: Math.max(1, effort) });
    const notBefore = Math.max(statisticsYear + 1, targetYear - leadYears);
    const task = taskOf(dataset, document, ruleSet, request, [], notBefore);
    points.push(noDearer(await pointOf(dataset, task, targetYear, effort), points.at(-1)));
    onPoint();
  }
  return points;
};
