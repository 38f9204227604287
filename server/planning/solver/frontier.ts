import type { PlanAnswer } from "../contract";
import { type Ask, partOfEffort } from "./ask";
import { runTask, taskOf } from "./task";

type Point = NonNullable<PlanAnswer["frontier"]>[number];

/** 预算—年份前沿: the cheapest plan for every year of the horizon that could be the target. */
export const frontier = (ask: Ask): Point[] => {
  const { highs, dataset, document, ruleSet, request } = ask;
  const { statisticsYear } = dataset.county;
  return Array.from({ length: document.horizonYears }, (_, index): Point => {
    const targetYear = statisticsYear + 1 + index;
    const task = taskOf(dataset, document, ruleSet, { ...request, targetYear });
    const { state, best, boundWan } = runTask(highs, task, partOfEffort(ask, document.horizonYears));
    const dearest = best === null ? null : Math.max(...[...best.trial.costByYear.values()].map(({ withKeptWan }) => withKeptWan));
    return {
      targetYear,
      state,
      costWan: best === null ? null : best.trial.costWan + task.fixedWan,
      boundWan: boundWan === null ? null : boundWan + task.fixedWan,
      highestYearWan: dearest,
    };
  });
};
