import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, Lever, PlanRequest, PlanState, ScenarioDocument } from "../contract";
import { boundLever } from "../levers/registry";
import { type Activity, activitiesOf, proberOf } from "./activities";
import { withoutDominated } from "./dominated";
import { flowActivities } from "./flows";
import { complete } from "./greedy";
import { costOf, type Ground, groundOf } from "./ground";
import type { Highs } from "./highs";
import { planLevers } from "./plan-levers";
import { type Best, firstSharpening, gapOf, search } from "./search";
import { passes, type Trial, tryPlan } from "./trial";

/** What a search says while it goes on. */
export interface PlanCallbacks {
  /** A cheaper plan that the engine has passed. */
  readonly onIncumbent?: (incumbent: Incumbent) => void;
  /** Share of the time or of the questions that is over. */
  readonly onProgress?: (fraction: number) => void;
  /** Asked often; true ends the search with the best plan so far. */
  readonly stopRequested?: () => boolean;
}

/** One question made ready to be searched. */
export interface Task {
  readonly ground: Ground;
  readonly activities: readonly Activity[];
  readonly nothing: Trial;
  /** Mergers that are part of the plan, and what they cost over the horizon, 万元. */
  readonly closings: readonly Lever[];
  readonly closingWan: number;
}

/** 万元 that levers cost over the horizon on their own. */
const ownCost = (ground: Ground, levers: readonly Lever[]): number => {
  let total = 0;
  const bound = levers.map(boundLever);
  ground.simulated(ground.kept, (state, prices) => {
    total += costOf(bound, state.year, prices, state);
  });
  return total;
};

export const taskOf = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: PlanRequest,
  closings: readonly Lever[] = [],
  notBefore: number | null = null,
): Task => {
  const ground = groundOf(dataset, document, ruleSet, request, notBefore);
  const nothing = tryPlan(ground, []);
  const probe = proberOf(ground);
  const activities = passes(nothing, request)
    ? []
    : [...withoutDominated(activitiesOf(ground, probe), ground), ...flowActivities(ground, probe)];
  return { ground, activities, nothing, closings, closingWan: closings.length === 0 ? 0 : ownCost(ground, closings) };
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

export const proven = (gap: number, asked: number): PlanState => (gap <= 1e-4 ? "optimal" : gap <= asked ? "within_gap" : "time_limit");

/** Greedy plan first, then the solver, until the gap is proven, the time is over or the search is stopped. */
export const runTask = (highs: Highs, task: Task, until: number, callbacks: PlanCallbacks, raised = 0): Outcome => {
  const { ground, activities, nothing } = task;
  const { request } = ground;
  const started = performance.now();
  const stop = callbacks.stopRequested ?? (() => false);
  if (passes(nothing, request) && raised === 0) {
    return { state: "nothing_needed", best: { trial: nothing, quantities: [] }, boundWan: 0, gap: 0, greedyWan: null, rounds: 0 };
  }
  if (missing(task)) return { state: "not_evaluable", best: null, boundWan: null, gap: null, greedyWan: null, rounds: 0 };
  const tell = (source: Incumbent["source"], { trial: { costWan } }: Best, bound: number | null): void =>
    callbacks.onIncumbent?.({
      seconds: (performance.now() - started) / 1000,
      source,
      costWan: costWan + task.closingWan,
      boundWan: bound,
      gap: bound === null ? null : gapOf(costWan + task.closingWan, bound),
    });
  const greedy = greedyPlan(task, request, raised);
  if (greedy !== null) tell("greedy", greedy, null);
  const found = search(highs, ground, activities, firstSharpening(ground, nothing), {
    request,
    raised,
    gap: request.gap,
    until,
    stop: () => {
      callbacks.onProgress?.(Math.min(1, (performance.now() - started) / Math.max(1, until - started)));
      return stop();
    },
    start: greedy,
    // With several choices of mergers the bound of one is none for the others.
    onBetter: (better, bound) => tell("solver", better, request.mergers.length > 0 ? null : bound),
  });
  const { best, rounds } = found;
  const greedyWan = greedy?.trial.costWan ?? null;
  if (best === null) {
    const state: PlanState = found.state === "infeasible" ? "infeasible" : stop() ? "stopped" : "not_found";
    const boundWan = state !== "infeasible" && found.bound > 0 && Number.isFinite(found.bound) ? found.bound : null;
    return { state, best, boundWan, gap: null, greedyWan, rounds };
  }
  const boundWan = Math.min(found.bound, best.trial.costWan);
  const gap = gapOf(best.trial.costWan, boundWan);
  const ended = proven(gap, request.gap);
  return { state: ended === "time_limit" && stop() ? "stopped" : ended, best, boundWan, gap, greedyWan, rounds };
};
