import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, PlanAnswer, PlanRequest, ScenarioDocument } from "../contract";
import { planningEngineVersion } from "../engine/index";
import { foundPlan, holds } from "./answer";
import type { Ask } from "./ask";
import { clausePrices } from "./clause-prices";
import { effortOf } from "./effort";
import { elastic } from "./elastic";
import { explain } from "./explain";
import { frontier } from "./frontier";
import { loadSolver } from "./highs";
import { interruptsOf } from "./interrupts";
import { mergerChoices } from "./mergers";
import { robustPlan } from "./robust";
import { gapOf } from "./search";
import { endOf, type Outcome, runTask, type SearchNews, type Task, taskOf } from "./task";

interface Chosen {
  readonly task: Task;
  readonly outcome: Outcome;
}

/** What is proven of a whole plan, its fixed levers included. */
const withFixed = ({ task: { fixedWan }, outcome }: Chosen): Outcome => {
  if (outcome.boundWan === null) return outcome;
  const boundWan = outcome.boundWan + fixedWan;
  return { ...outcome, boundWan, gap: outcome.best === null ? null : gapOf(outcome.best.trial.costWan + fixedWan, boundWan) };
};

/** Searches every choice of mergers and keeps the cheapest. What is proven holds for all choices together. */
const bestChoice = ({ highs, dataset, document, ruleSet, request, interrupts }: Ask, news: SearchNews): Chosen => {
  const choices = mergerChoices(dataset, document, request);
  let left = request.effort;
  const searched = choices.map((choice, place): Chosen => {
    const task = taskOf(dataset, choice.document, ruleSet, request, choice.closings);
    // What one choice does not need is left to those after it.
    const effort = effortOf(Math.max(0, left) / (choices.length - place));
    const outcome = runTask(highs, task, { effort, interrupts }, news);
    left -= effort.units - effort.left();
    return { task, outcome };
  });
  const costOf = ({ task, outcome }: Chosen): number => (outcome.best?.trial.costWan ?? Number.POSITIVE_INFINITY) + task.fixedWan;
  const best = searched.reduce((cheapest, chosen) => (costOf(chosen) < costOf(cheapest) ? chosen : cheapest));
  if (searched.length === 1) return { ...best, outcome: withFixed(best) };
  // Without any plan the bound of one choice says nothing of the others.
  if (best.outcome.best === null) return { ...best, outcome: { ...best.outcome, boundWan: null } };
  const bounds = searched.map(({ task, outcome: { state, boundWan } }) =>
    state === "infeasible" ? Number.POSITIVE_INFINITY : boundWan === null ? 0 : boundWan + task.fixedWan,
  );
  const boundWan = Math.min(costOf(best), ...bounds);
  const gap = gapOf(costOf(best), boundWan);
  return { task: best.task, outcome: { ...best.outcome, boundWan, gap, state: endOf(gap, request.gap, interrupts.reason()) } };
};

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
    frontier: request.ask.frontier ? frontier(ask) : null,
    robust: request.ask.robust && !without ? robustPlan(ask, task, outcome) : null,
    rounds: outcome.rounds,
    seconds: (now() - started) / 1000,
    interrupted: interrupts.reason(),
  };
};
