import { resourceIndicators } from "@server/compliance/contract";
import { stages } from "@server/statistics/contract";
import { limitKinds, type PlanAnswer, type PlanRequest } from "../contract";
import type { Ask } from "./ask";
import { gapBeside, partOfEffort } from "./ask";
import { withoutLimit } from "./limits";
import { costOf, solveModel } from "./search";
import type { Omitted } from "./section-rows";
import { type Outcome, type Task, taskOf } from "./task";
import { passes } from "./trial";

type Price = NonNullable<PlanAnswer["clausePrices"]>[number];

/** Each indicator of a stage, its balance alone, and all balances of the stage. */
const resourceClauses: readonly Omitted[] = stages.flatMap((stage) => [
  ...resourceIndicators.map((of): Omitted => ({ stage, of, part: "all" })),
  ...resourceIndicators.map((of): Omitted => ({ stage, of, part: "balance" })),
  { stage, of: "balance", part: "balance" },
]);

/**
 * 条款价格: what the cheapest plan would cost without one clause or limit, by the model alone, as no engine passes such a plan.
 * It is held against what the model finds with all of them, sought as long: the plan itself may cost more by the gap that was
 * accepted, and that is no clause's price.
 */
export const clausePrices = (ask: Ask, task: Task, { best }: Outcome): Price[] => {
  const { highs, dataset, ruleSet, request } = ask;
  const { ground, activities, nothing } = task;
  const gap = gapBeside(ask);
  const planWan = (best?.trial.costWan ?? 0) + task.fixedWan;
  const items = ground.clauses.held.map((clause): readonly [Price["clause"], PlanRequest] => [
    clause,
    { ...request, clauses: request.clauses.filter((own) => own !== clause) },
  ]);
  const limits = (["lasting", ...limitKinds] as const).flatMap((clause): (readonly [Price["clause"], PlanRequest])[] => {
    const freer = clause === "lasting" ? (request.lasting ? { ...request, lasting: false } : null) : withoutLimit(request, clause);
    return freer === null ? [] : [[clause, freer]];
  });
  const parts = resourceClauses.length + items.length + limits.length + 1;
  const whole = solveModel(highs, ground, activities, nothing, { request, gap, ...partOfEffort(ask, parts) });
  const wholeWan = Math.min(planWan, whole.values === null ? planWan : costOf(activities, whole.values) + task.fixedWan);
  const priced = (clause: Omit<Price, "costWan" | "savedWan">, cost: number | null): Price => {
    // A plan with the clause is one without it too, so that less than nothing cannot be saved.
    const cheapest = cost === null ? null : Math.min(cost, wholeWan);
    return { ...clause, costWan: cheapest, savedWan: cheapest === null ? null : wholeWan - cheapest };
  };
  const ofResources = resourceClauses.map((without) => {
    const { values } = solveModel(highs, ground, activities, nothing, { request, without, gap, ...partOfEffort(ask, parts) });
    const { stage, of, part } = without;
    const clause = { clause: of, stage, ...(of !== "balance" && part === "balance" ? { part } : {}) };
    return priced(clause, values === null ? null : costOf(activities, values) + task.fixedWan);
  });
  const ofOthers = [...items, ...limits].map(([clause, freer]) => {
    const other = taskOf(dataset, task.document, ruleSet, freer, task.closings);
    if (passes(other.nothing, freer)) return priced({ clause }, other.fixedWan);
    const options = { request: freer, gap, ...partOfEffort(ask, parts) };
    const { values } = solveModel(highs, other.ground, other.activities, other.nothing, options);
    return priced({ clause }, values === null ? null : costOf(other.activities, values) + other.fixedWan);
  });
  return [...ofResources, ...ofOthers];
};
