import { resourceIndicators } from "@server/compliance/contract";
import type { PlanAnswer } from "../contract";
import type { Ask } from "./ask";
import { withinTime } from "./ask";
import { limitKinds, withoutLimit } from "./limits";
import { costOf, solveModel } from "./search";
import { type Outcome, type Task, taskOf } from "./task";
import { passes } from "./trial";

type Price = NonNullable<PlanAnswer["clausePrices"]>[number];

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
    return priced(clause, values === null ? null : costOf(activities, values));
  });
  const limits = ["lasting", ...limitKinds] as const;
  const ofLimits = limits.flatMap((clause) => {
    const freer = clause === "lasting" ? (request.lasting ? { ...request, lasting: false } : null) : withoutLimit(request, clause);
    if (freer === null) return [];
    const other = taskOf(dataset, document, ruleSet, freer);
    if (passes(other.nothing, freer)) return [priced(clause, 0)];
    const options = { request: freer, ...withinTime(ask, limits.length) };
    const { values } = solveModel(highs, other.ground, other.activities, other.nothing, options);
    return [priced(clause, values === null ? null : costOf(other.activities, values))];
  });
  return [...ofClauses, ...ofLimits];
};
