import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, PlanAnswer, PlanRequest, ScenarioDocument } from "../contract";
import { planningEngineVersion } from "../engine/index";
import { foundPlan, holds } from "./answer";
import type { Ask } from "./ask";
import { bestChoice } from "./choices";
import { clausePrices } from "./clause-prices";
import { elastic } from "./elastic";
import { explain } from "./explain";
import { frontier } from "./frontier";
import { loadSolver } from "./highs";
import { interruptsOf } from "./interrupts";
import { robustPlan } from "./robust";
import { gapOf } from "./search";
import { endOf, type Outcome, type SearchNews } from "./task";

/** A plan that came to light when it was asked what is lacking: the search did not get as far. */
const withBest = (outcome: Outcome, best: NonNullable<Outcome["best"]>, fixedWan: number, { request, interrupts }: Ask): Outcome => {
  const costWan = best.trial.costWan + fixedWan;
  const boundWan = Math.min(outcome.boundWan ?? fixedWan, costWan);
  const gap = gapOf(costWan, boundWan);
  return { ...outcome, state: endOf(gap, request.gap, interrupts.reason()), best, boundWan, gap };
};

/** Whoever asks for a plan: what they hear on the way, whether they still wait, and the clock by which. */
export interface PlanCallbacks extends Omit<SearchNews, "onIncumbent"> {
  /** A cheaper plan that the engine has passed. */
  readonly onIncumbent?: (incumbent: Incumbent) => void;
  /** Asked often; true ends the search with the best plan so far. */
  readonly stopRequested?: () => boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Where even the largest effort must have ended, before a worker's own limit (`kinds/plan.ts`) leaves no answer at all. */
const longestMs = 6_000_000;

/**
 * 最省方案: the cheapest plan by which the county's resource part and the items asked for pass in the target year, and
 * stay so to the end of the horizon when asked, on top of the scenario's assumptions and enabled levers. Every plan, the fast first one
 * and those on the way included, has been judged by the compliance engine before it is told; what the engine fails is
 * never a plan. Without a plan the answer says what is lacking and which single limit to move, and by how much.
 */
export const planCheapest = async (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: PlanRequest,
  callbacks: PlanCallbacks = {},
): Promise<PlanAnswer> => {
  const { now = () => performance.now(), stopRequested = () => false, onProgress } = callbacks;
  const highs = await loadSolver();
  const started = now();
  const interrupts = interruptsOf(stopRequested, now, started + longestMs);
  const incumbents: Incumbent[] = [];
  let cheapest = Number.POSITIVE_INFINITY;
  const onIncumbent = (incumbent: Omit<Incumbent, "seconds">): void => {
    if (incumbent.costWan >= cheapest) return;
    cheapest = incumbent.costWan;
    const timed = { seconds: (now() - started) / 1000, ...incumbent };
    incumbents.push(timed);
    callbacks.onIncumbent?.(timed);
  };
  const ask = { highs, dataset, document, ruleSet, request, interrupts };
  const { task, outcome: searched } = bestChoice(ask, { onIncumbent, ...(onProgress ? { onProgress } : {}) });
  const lacking = searched.best === null && searched.state !== "not_evaluable" ? elastic(ask, task) : null;
  const outcome = searched.best === null && lacking?.best ? withBest(searched, lacking.best, task.fixedWan, ask) : searched;
  if (outcome !== searched && outcome.best !== null) {
    const { boundWan, gap } = outcome;
    onIncumbent({ source: "solver", costWan: outcome.best.trial.costWan + task.fixedWan, boundWan, gap });
  }
  const { ground } = task;
  const plan = outcome.best === null ? null : foundPlan(dataset, task, outcome.best.trial);
  const passes = plan !== null && holds(plan, ground);
  const without = plan === null || !passes;
  const state = plan !== null && !passes ? "not_found" : outcome.state;
  return {
    format: "hengce.plan/1",
    engineVersion: planningEngineVersion,
    solver: `HiGHS ${highs.version.string}`,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: { code: dataset.county.code, name: dataset.county.name },
    baseYear: ground.baseYear,
    lastYear: ground.lastYear,
    request,
    state,
    incumbents,
    boundWan: outcome.boundWan,
    gap: without ? null : outcome.gap,
    greedyWan: outcome.greedyWan === null ? null : outcome.greedyWan + task.fixedWan,
    plan: without ? null : plan,
    ...(request.clauses.length === 0
      ? {}
      : { clauses: { held: [...ground.clauses.held], leftOut: [...ground.clauses.leftOut], quota: ground.clauses.quota > 0 } }),
    explanation: without ? explain(ask, task, lacking) : null,
    clausePrices: request.ask.clausePrices && !without ? clausePrices(ask, task, outcome) : null,
    frontier: request.ask.frontier ? frontier(ask, { task, outcome }) : null,
    robust: request.ask.robust && !without ? robustPlan(ask, task, outcome) : null,
    rounds: outcome.rounds,
    seconds: (now() - started) / 1000,
    interrupted: interrupts.reason(),
  };
};
