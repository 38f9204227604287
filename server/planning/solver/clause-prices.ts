import { resourceIndicators } from "@server/compliance/contract";
import type { PlanAnswer, PlanRequest } from "../contract";
import type { Ask } from "./ask";
import { withinTime } from "./ask";
import { solveModel } from "./search";
import { type Outcome, type Task, taskOf } from "./task";

type Price = NonNullable<PlanAnswer["clausePrices"]>[number];

/** The request without one of its limits; null where it has none of the kind. */
const withoutLimit = (request: PlanRequest, clause: Price["clause"]): PlanRequest | null => {
  const { land } = request;
  switch (clause) {
    case "annual_budget":
      return request.annualBudgetWan === null ? null : { ...request, annualBudgetWan: null };
    case "total_budget":
      return request.totalBudgetWan === null ? null : { ...request, totalBudgetWan: null };
    case "land":
      return land.countyM2 === null && land.perSchoolM2 === null && land.bySchool.length === 0
        ? null
        : { ...request, land: { ...land, countyM2: null, perSchoolM2: null, bySchool: [] } };
    case "hires":
      return request.hiresPerYear === null ? null : { ...request, hiresPerYear: null };
    case "rotation":
      return request.rotationShare === null || !request.kinds.includes("rotate_teachers") ? null : { ...request, rotationShare: null };
    case "lasting":
      return request.lasting ? { ...request, lasting: false } : null;
    default:
      return null;
  }
};

/** Cost of a model's solution, 万元. */
const costOf = ({ activities }: Task, values: Float64Array): number =>
  activities.reduce((sum, { costWan }, column) => sum + costWan * (values[column] ?? 0), 0);

/** 条款价格: what the cheapest plan would cost without one clause or limit, by the model alone, as no engine passes such a plan. */
export const clausePrices = (ask: Ask, task: Task, { best }: Outcome): Price[] => {
  const { highs, dataset, document, ruleSet, request } = ask;
  const { ground, activities, nothing } = task;
  const costWan = best?.trial.costWan ?? 0;
  const priced = (clause: Price["clause"], cost: number | null): Price => {
    // A plan with the clause is one without it too, so that less than nothing cannot be saved.
    const cheapest = cost === null ? null : Math.min(cost, costWan);
    return { clause, costWan: cheapest, savedWan: cheapest === null ? null : costWan - cheapest };
  };
  const clauses = [...resourceIndicators, "balance"] as const;
  const ofClauses = clauses.map((clause) => {
    const { values } = solveModel(highs, ground, activities, nothing, { request, without: clause, ...withinTime(ask, clauses.length) });
    return priced(clause, values === null ? null : costOf(task, values));
  });
  const limits = ["lasting", "annual_budget", "total_budget", "land", "hires", "rotation"] as const;
  const ofLimits = limits.flatMap((clause) => {
    const freer = withoutLimit(request, clause);
    if (freer === null) return [];
    const other = taskOf(dataset, document, ruleSet, freer);
    if (other.nothing.met) return [priced(clause, 0)];
    const options = { request: freer, ...withinTime(ask, limits.length) };
    const { values } = solveModel(highs, other.ground, other.activities, other.nothing, options);
    return [priced(clause, values === null ? null : costOf(other, values))];
  });
  return [...ofClauses, ...ofLimits];
};
