import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, PlanAnswer, PlanRequest, ScenarioDocument } from "../contract";
import { planningEngineVersion } from "../engine/index";
import { foundPlan, holds } from "./answer";
import type { Ask } from "./ask";
import { clausePrices } from "./clause-prices";
import { elastic } from "./elastic";
import { explain } from "./explain";
import { frontier } from "./frontier";
import { loadSolver } from "./highs";
import { mergerChoices } from "./mergers";
import { robustPlan } from "./robust";
import { gapOf } from "./search";
import { type Outcome, type PlanCallbacks, proven, runTask, type Task, taskOf } from "./task";

interface Chosen {
  readonly task: Task;
  readonly outcome: Outcome;
}

/** Searches every choice of mergers and keeps the cheapest. What is proven holds for all choices together. */
const bestChoice = (ask: Ask, until: number): Chosen => {
  const { highs, dataset, document, ruleSet, request, callbacks } = ask;
  const choices = mergerChoices(dataset, document, request);
  const searched = choices.map((choice, place): Chosen => {
    const task = taskOf(dataset, choice.document, ruleSet, request, choice.closings);
    const now = performance.now();
    return { task, outcome: runTask(highs, task, now + (until - now) / (choices.length - place), callbacks) };
  });
  const costOf = ({ task, outcome }: Chosen): number => (outcome.best?.trial.costWan ?? Number.POSITIVE_INFINITY) + task.closingWan;
  const best = searched.reduce((cheapest, chosen) => (costOf(chosen) < costOf(cheapest) ? chosen : cheapest));
  if (searched.length === 1) return best;
  // Without any plan the bound of one choice says nothing of the others.
  if (best.outcome.best === null) return { ...best, outcome: { ...best.outcome, boundWan: null } };
  const bounds = searched.map(({ task, outcome: { state, boundWan } }) =>
    state === "infeasible" ? Number.POSITIVE_INFINITY : boundWan === null ? 0 : boundWan + task.closingWan,
  );
  const boundWan = Math.min(costOf(best), ...bounds);
  const gap = gapOf(costOf(best), boundWan);
  return { task: best.task, outcome: { ...best.outcome, boundWan, gap, state: proven(gap, request.gap) } };
};

/** A plan that came to light when it was asked what is lacking: the search had no time to find it. */
const withBest = (outcome: Outcome, best: NonNullable<Outcome["best"]>, { gap: asked }: PlanRequest): Outcome => {
  const boundWan = Math.min(outcome.boundWan ?? 0, best.trial.costWan);
  const gap = gapOf(best.trial.costWan, boundWan);
  const ended = proven(gap, asked);
  return { ...outcome, state: ended === "time_limit" && outcome.state === "stopped" ? "stopped" : ended, best, boundWan, gap };
};

/**
 * 最省方案: the cheapest plan by which the county's resource part passes in the target year, and stays so to the end
 * of the horizon when asked, on top of the scenario's assumptions and enabled levers. Every plan, the fast first one
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
  const started = performance.now();
  const until = started + request.seconds * 1000;
  const highs = await loadSolver();
  const incumbents: Incumbent[] = [];
  let cheapest = Number.POSITIVE_INFINITY;
  const heard: PlanCallbacks = {
    ...callbacks,
    onIncumbent: (incumbent) => {
      if (incumbent.costWan >= cheapest) return;
      cheapest = incumbent.costWan;
      const timed = { ...incumbent, seconds: (performance.now() - started) / 1000 };
      incumbents.push(timed);
      callbacks.onIncumbent?.(timed);
    },
  };
  const ask = { highs, dataset, document, ruleSet, request, callbacks };
  const { task, outcome: searched } = bestChoice({ ...ask, callbacks: heard }, until);
  const lacking = searched.best === null && searched.state !== "not_evaluable" ? elastic(ask, task) : null;
  const outcome = searched.best === null && lacking?.best ? withBest(searched, lacking.best, request) : searched;
  if (outcome !== searched && outcome.best !== null) {
    const { boundWan, gap } = outcome;
    heard.onIncumbent?.({ seconds: 0, source: "solver", costWan: outcome.best.trial.costWan + task.closingWan, boundWan, gap });
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
    greedyWan: outcome.greedyWan === null ? null : outcome.greedyWan + task.closingWan,
    plan: without ? null : plan,
    explanation: without ? explain(ask, task, lacking) : null,
    clausePrices: request.ask.clausePrices && !without ? clausePrices(ask, task, outcome) : null,
    frontier: request.ask.frontier ? frontier(ask) : null,
    robust: request.ask.robust && !without ? robustPlan(ask, task, outcome) : null,
    rounds: outcome.rounds,
    seconds: (performance.now() - started) / 1000,
  };
};
