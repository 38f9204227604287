import { resourceIndicators } from "@server/compliance/contract";
import { type RuleSet, type StageJudgement, verdictCode } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { ScenarioDocument } from "../contract";
import type { CourseYear } from "../outlook-contract";
import { leanYear } from "./lean-year";
import { rulesByYear } from "./rules-by-year";
import { inOrder, questionOf, simulate } from "./simulate";

/** Clauses of a stage that are not met: its sections, or the CV of an indicator. */
const bindingOf = ({ sectionsVerdict, balances }: StageJudgement): readonly string[] => [
  ...(sectionsVerdict === verdictCode.notMet ? ["sections"] : []),
  ...resourceIndicators.filter((_, position) => balances[position]?.verdict === verdictCode.notMet).map((indicator) => `${indicator}-cv`),
];

/** A county's years with the scenario's levers, judged in columns: what a page, or many counties at once, are computed by. */
export const leanProjection = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet): readonly CourseYear[] => {
  const question = questionOf(dataset, document);
  const levers = inOrder(document.levers.filter(({ enabled }) => enabled));
  const rulesOf = rulesByYear(ruleSet);
  const years: CourseYear[] = [];
  simulate(question, levers, ruleSet, (state, prices) => {
    const { year, verdict, overall, failing, notEvaluable, distance, stages, items } = leanYear(state, question, rulesOf(state.year));
    const costs = levers.map((bound) => bound.cost({ year: state.year, prices, state }));
    years.push({
      year,
      verdict,
      overall: overall.verdict,
      failing,
      notEvaluable,
      itemsNotEvaluable: itemIds.filter((item) => items[item] === "not_evaluable").length,
      distance,
      binding: [
        ...(["primary", "junior"] as const).flatMap((stage) => bindingOf(stages[stage]).map((clause) => `${stage}-${clause}`)),
        ...itemIds.filter((item) => items[item] === "not_met"),
      ],
      capitalWan: costs.reduce((sum, { capitalWan }) => sum + capitalWan, 0),
      recurrentWan: costs.reduce((sum, { recurrentWan }) => sum + recurrentWan, 0),
    });
  });
  return years;
};
