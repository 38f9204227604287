import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, Interruption, Lever, PlanRequest, PlanState, ScenarioDocument } from "../contract";
import { type Activity, activitiesOf, proberOf } from "./activities";
import type { Allowance } from "./ask";
import { groundWithClauses } from "./clause-ground";
import { withoutDominated } from "./dominated";
import { flowActivities } from "./flows";
import { complete } from "./greedy";
import type { Ground } from "./ground";
import type { Highs } from "./highs";
import { servants } from "./obligations";
import { planLevers } from "./plan-levers";
import { type Best, firstSharpening, gapOf, relaxedBound, search } from "./search";
import { passes, type Trial, tryPlan } from "./trial";

/** What a search says while it goes on. */
export interface SearchNews {
  /** A cheaper plan that the engine has passed. */
  readonly onIncumbent?: (incumbent: Omit<Incumbent, "seconds">) => void;
  /** Share of the effort that is used up. */
  readonly onProgress?: (fraction: number) => void;
}

/** One question made ready to be searched. */
export interface Task {
  readonly ground: Ground;
  readonly activities: readonly Activity[];
  readonly nothing: Trial;
  /** Levers that are part of every plan, mergers and what the clauses call for, and what they cost over the horizon, 万元. */
  readonly fixed: readonly Lever[];
  readonly fixedWan: number;
  /** The scenario with the mergers chosen, and those mergers: what the same question is asked of otherwise. */
  readonly document: ScenarioDocument;
  readonly closings: readonly Lever[];
}

export const taskOf = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: PlanRequest,
  closings: readonly Lever[] = [],
  notBefore: number | null = null,
): Task => {
  const ground = groundWithClauses(dataset, document, ruleSet, request, closings, notBefore);
  const nothing = tryPlan(ground, []);
  const probe = proberOf(ground);
  const activities = passes(nothing, request)
    ? []
    : [...withoutDominated(activitiesOf(ground, probe), ground), ...flowActivities(ground, probe)];
  return { ground, activities, nothing, fixed: ground.fixed.map(({ lever }) => lever), fixedWan: ground.fixedWan, document, closings };
};

export interface Outcome {
  readonly state: PlanState;
  readonly best: Best | null;
  readonly boundWan: number | null;
  readonly gap: number | null;
  readonly greedyWan: number | null;
  readonly rounds: number;
}

/** Missing figures of a judged section, or a stage without any: nothing that is built or hired fills them in. */
export const missing = ({ ground }: Task): boolean =>
  ground.required.some((year) =>
    Object.values(ground.years.get(year)?.stages ?? {}).some(
      (stage) => stage.sections.length === 0 || stage.sections.some((section) => section.resource.some(Number.isNaN)),
    ),
  );

/** The fast plan, judged; null when it does not pass. */
export const greedyPlan = ({ ground, activities }: Task, request: PlanRequest, margin = 0): Best | null => {
  const quantities = complete(ground, activities, request, [], margin);
  if (quantities === null) return null;
  const trial = tryPlan(ground, planLevers(ground, activities, quantities));
  return passes(trial, request) ? { trial, quantities } : null;
};

/** How a search ended that has a plan: by its proof, else by what ended it. */
export const endOf = (gap: number, asked: number, interruption: Interruption | null): PlanState => {
  if (gap <= 1e-4) return "optimal";
  if (gap <= asked) return "within_gap";
  return interruption === null ? "effort_limit" : interruption === "clock" ? "time_limit" : "stopped";
};

/** Whether an item fails whatever a plan decides, or nothing that it may decide serves one. */
const hopeless = ({ ground: { clauses }, activities }: Task): boolean =>
  clauses.stuck.length > 0 || clauses.obligations.some((obligation) => servants(obligation, activities).length === 0);

/** What any plan decides costs at least, by the relaxed programme, 万元; infinite where there can be none. */
export const leastWan = (highs: Highs, task: Task, allowance: Allowance): number => {
  const { ground, activities, nothing } = task;
  if (passes(nothing, ground.request)) return 0;
  if (missing(task) || hopeless(task)) return Number.POSITIVE_INFINITY;
  return relaxedBound(highs, ground, activities, nothing, { request: ground.request, ...allowance });
};

/** How a search is narrowed: standards raised by a part, and the cost from which on no plan is wanted, 万元. */
interface Narrowed {
  readonly raised?: number;
  readonly worthWan?: number;
}

/** Greedy plan first, then the solver, until the gap is proven, the effort is used up or the search is interrupted. */
export const runTask = (
  highs: Highs,
  task: Task,
  { effort, interrupts }: Allowance,
  news: SearchNews = {},
  { raised = 0, worthWan = Number.POSITIVE_INFINITY }: Narrowed = {},
): Outcome => {
  const { ground, activities, nothing } = task;
  const { request } = ground;
  if (passes(nothing, request) && raised === 0) {
    const state = task.fixed.length === 0 ? "nothing_needed" : "optimal";
    return { state, best: { trial: nothing, quantities: [] }, boundWan: 0, gap: 0, greedyWan: null, rounds: 0 };
  }
  if (missing(task)) return { state: "not_evaluable", best: null, boundWan: null, gap: null, greedyWan: null, rounds: 0 };
  if (hopeless(task)) {
    return { state: "infeasible", best: null, boundWan: null, gap: null, greedyWan: null, rounds: 0 };
  }
  const tell = (source: Incumbent["source"], { trial: { costWan } }: Best, bound: number | null): void =>
    news.onIncumbent?.({
      source,
      costWan: costWan + task.fixedWan,
      boundWan: bound === null ? null : bound + task.fixedWan,
      gap: bound === null ? null : gapOf(costWan + task.fixedWan, bound + task.fixedWan),
    });
  const greedy = greedyPlan(task, request, raised);
  if (greedy !== null) tell("greedy", greedy, null);
  const found = search(highs, ground, activities, firstSharpening(ground, nothing), {
    request,
    raised,
    gap: request.gap,
    worthWan,
    effort,
    interrupts: {
      ...interrupts,
      stop: () => {
        news.onProgress?.(Math.min(1, 1 - effort.left() / effort.units));
        return interrupts.stop();
      },
    },
    start: greedy,
    // With several choices of mergers the bound of one is none for the others.
    onBetter: (better, bound) => tell("solver", better, request.mergers.length > 0 ? null : bound),
  });
  const { best, rounds } = found;
  const greedyWan = greedy?.trial.costWan ?? null;
  if (best === null) {
    const state: PlanState = found.state === "infeasible" ? "infeasible" : interrupts.reason() === "cancelled" ? "stopped" : "not_found";
    const boundWan = state !== "infeasible" && found.bound > 0 && Number.isFinite(found.bound) ? found.bound : null;
    return { state, best, boundWan, gap: null, greedyWan, rounds };
  }
  const boundWan = Math.min(found.bound, best.trial.costWan);
  const gap = gapOf(best.trial.costWan, boundWan);
  return { state: endOf(gap, request.gap, interrupts.reason()), best, boundWan, gap, greedyWan, rounds };
};
