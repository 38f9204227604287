import { yearIssues } from "../asked-years";
import { type MonteCarlo, type UncertaintySettings, uncertaintySettingsSchema } from "../contract";
import { joinMonteCarlo, type MonteCarloPart, monteCarloPart } from "../engine/index";
import type { QuestionKind } from "./kind";

/** Draws between two looks at whether the run was cancelled. */
const batch = 25;

/** 不确定性: many futures of a scenario; stopped early, those drawn so far. */
export const monteCarloKind: QuestionKind<UncertaintySettings, MonteCarlo> = {
  kind: "montecarlo",
  settingsSchema: uncertaintySettingsSchema,
  format: "hengce.montecarlo/1",
  limits: { memoryMb: 2048, wallMs: 3_600_000 },
  stopWithinMs: 20_000,
  issues: ({ dataset, document, settings: { targetYear: year } }) =>
    yearIssues(dataset, document, year === null ? [] : [{ path: "targetYear", year }]),
  answer: ({ dataset, document, ruleSet, settings }, { report, stopRequested }) => {
    const { draws } = settings;
    const parts: MonteCarloPart[] = [];
    for (let from = 0; from < draws && (from === 0 || !stopRequested()); from += batch) {
      const to = Math.min(from + batch, draws);
      parts.push(monteCarloPart(dataset, document, ruleSet, settings, { from, to }));
      report(to / draws, { key: "draws", params: { done: to, total: draws } });
    }
    return joinMonteCarlo(dataset, document, ruleSet, settings, parts);
  },
};
