import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { Incumbent, PlanAnswer, PlanRequest, ScenarioDocument } from "../contract";
import { planningEngineVersion } from "../engine/index";
import { foundPlan, holds } from "./answer";
import { clausePrices } from "./clause-prices";
import { explain } from "./explain";
import { frontier } from "./frontier";
import { loadSolver } from "./highs";
import { type PlanCallbacks, runTask, type Task, taskOf } from "./task";

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
  const heard: PlanCallbacks = {
    ...callbacks,
    onIncumbent: (incumbent) => {
      const timed = { ...incumbent, seconds: (performance.now() - started) / 1000 };
      incumbents.push(timed);
      callbacks.onIncumbent?.(timed);
    },
  };
  const task: Task = taskOf(dataset, document, ruleSet, request);
  const { ground } = task;
  const outcome = runTask(highs, task, until, heard);
  const plan = outcome.best === null ? null : foundPlan(dataset, ground, outcome.best.trial);
  const passes = plan !== null && holds(plan, ground);
  const without = plan === null || !passes;
  const state = plan !== null && !passes ? "not_found" : outcome.state;
  const ask = { highs, dataset, document, ruleSet, request, callbacks };
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
    boundWan: without ? null : outcome.boundWan,
    gap: without ? null : outcome.gap,
    greedyWan: outcome.greedyWan,
    plan: without ? null : plan,
    explanation: without ? explain(ask, task) : null,
    clausePrices: request.ask.clausePrices && !without ? clausePrices(ask, task, outcome) : null,
    frontier: request.ask.frontier ? frontier(ask) : null,
    robust: null,
    rounds: outcome.rounds,
    seconds: (performance.now() - started) / 1000,
  };
};
