import type { Ask } from "./ask";
import { partOfEffort } from "./ask";
import { asFarAsPossible, complete } from "./greedy";
import type { PlanModel } from "./model";
import { orderable, planLevers } from "./plan-levers";
import { type Best, solveModel } from "./search";
import type { Task } from "./task";
import { passes, tryPlan } from "./trial";

/** What is left lacking when the limits are kept. */
export interface Elastic {
  readonly model: PlanModel;
  readonly values: Float64Array;
  /** A plan after all, passed by the engine: nothing was left lacking. */
  readonly best: Best | null;
}

/** Below this a lack is what the solver's tolerances leave. */
export const leastLack = 1e-5;

/** The plan that a solution of a model amounts to, mended where it lacks a little; null when the engine does not pass it. */
export const passedPlan = ({ ground, activities }: Task, request: Task["ground"]["request"], values: ArrayLike<number>): Best | null => {
  const ordered = orderable(activities, values);
  for (const quantities of [complete(ground, activities, request, ordered), ordered]) {
    if (quantities === null) continue;
    const trial = tryPlan(ground, planLevers(ground, activities, quantities));
    if (passes(trial, request)) return { trial, quantities };
  }
  return null;
};

/**
 * Looks for amounts that keep the limits and leave as little as possible lacking. It starts from the fast plan, carried
 * as far as the limits let it, so that there is an answer however little the solver may do.
 */
export const elastic = (ask: Ask, task: Task): Elastic | null => {
  const { ground, activities, nothing } = task;
  const { request } = ask;
  const { amounts } = asFarAsPossible(ground, activities, request, []);
  const { model, values } = solveModel(ask.highs, ground, activities, nothing, {
    request,
    mayFallShort: true,
    start: amounts,
    ...partOfEffort(ask, 4),
    gap: 0.01,
  });
  if (values === null) return null;
  const lacks = model.shortfalls.some(({ column }) => (values[column] ?? 0) >= leastLack);
  return { model, values, best: lacks ? null : passedPlan(task, request, values) };
};
