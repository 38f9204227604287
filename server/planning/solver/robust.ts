import type { PlanAnswer } from "../contract";
import { chanceOf, futuresOf, monteCarloPart } from "../engine/index";
import { foundPlan, holds } from "./answer";
import { type Ask, partOfEffort } from "./ask";
import { type Outcome, runTask, type Task } from "./task";

type Robust = NonNullable<PlanAnswer["robust"]>;

const draws = 200;
const wanted = 0.9;
/** By how much every standard is raised, one after the other, until enough futures pass. */
const margins = [0, 0.02, 0.05, 0.1, 0.15, 0.2] as const;

/**
 * 稳健方案: standards are raised step by step until the plan passes the target year, by every clause that plans are held
 * to, in nine of ten futures drawn by the ranges that the question states. The plan is the cheapest for its margin; that no
 * other plan is as robust for less is not claimed. Null when it was stopped before that was known.
 */
export const robustPlan = (ask: Ask, task: Task, outcome: Outcome): Robust | null => {
  const { highs, dataset, ruleSet, request, interrupts } = ask;
  const settings = futuresOf(request.ranges, draws);
  let best: Robust = { draws, pass: 0, low: 0, high: 1, plan: null, margin: 0 };
  for (const margin of margins) {
    if (interrupts.stop()) return null;
    const { best: found } = margin === 0 ? outcome : runTask(highs, task, partOfEffort(ask, margins.length), {}, { raised: margin });
    if (found === null) continue;
    const plan = foundPlan(dataset, task, found.trial);
    if (!holds(plan, task.ground)) continue;
    const futures = monteCarloPart(dataset, plan.scenario, ruleSet, settings);
    const { pass, low, high } = chanceOf(futures, request.targetYear - task.ground.baseYear, task.ground.clauses.held);
    if (pass === null || low === null || high === null) continue;
    if (best.plan === null || pass > best.pass) best = { draws, pass, low, high, plan, margin };
    if (pass >= wanted) break;
  }
  return best.pass >= wanted ? best : { ...best, plan: null };
};
