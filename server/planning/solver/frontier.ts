import type { PlanAnswer } from "../contract";
import { type Ask, partOfEffort } from "./ask";
import { type Outcome, runTask, type Task, taskOf } from "./task";

type Point = NonNullable<PlanAnswer["frontier"]>[number];

/** 预算—年份前沿: the cheapest plan for every year of the horizon that could be the target; for the year asked for, the one that was found. */
export const frontier = (ask: Ask, known: { readonly task: Task; readonly outcome: Outcome }): Point[] => {
  const { highs, dataset, document, ruleSet, request } = ask;
  const { statisticsYear } = dataset.county;
  return Array.from({ length: document.horizonYears }, (_, index): Point => {
    const targetYear = statisticsYear + 1 + index;
    // The frontier is drawn without mergers, which the plan may have.
    const own = targetYear === request.targetYear && request.mergers.length === 0;
    const task = own ? known.task : taskOf(dataset, document, ruleSet, { ...request, targetYear });
    const { state, best, boundWan } = own ? known.outcome : runTask(highs, task, partOfEffort(ask, document.horizonYears));
    const dearest = best === null ? null : Math.max(...[...best.trial.costByYear.values()].map(({ withKeptWan }) => withKeptWan));
    return {
      targetYear,
      state,
      costWan: best === null ? null : best.trial.costWan + task.fixedWan,
      // What is known of the plan holds its fixed levers already.
      boundWan: boundWan === null || own ? boundWan : boundWan + task.fixedWan,
      highestYearWan: dearest,
    };
  });
};
