import { resourceIndicators } from "@server/compliance/contract";
import { type RuleSet, type StageJudgement, verdictCode } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import type { ScenarioDocument } from "@server/planning/contract";
import { leanYear, rulesByYear } from "@server/planning/engine/lean-year";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import type { CountyDataset } from "@server/statistics/contract";
import type { PolicyYear } from "./policy-contract";

/** Clauses of a stage that are not met: its sections, or the CV of an indicator. */
const bindingOf = ({ sectionsVerdict, balances }: StageJudgement): readonly string[] => [
  ...(sectionsVerdict === verdictCode.notMet ? ["sections"] : []),
  ...resourceIndicators.filter((_, position) => balances[position]?.verdict === verdictCode.notMet).map((indicator) => `${indicator}-cv`),
];

/**
 * A county's years with the scenario's levers, judged in columns: what many counties at once are computed by. Costs are
 * those of the levers, 万元. `onYear` hears of every year.
 */
export const leanProjection = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  onYear: () => void = () => {},
): readonly PolicyYear[] => {
  const question = questionOf(dataset, document);
  const levers = inOrder(document.levers.filter(({ enabled }) => enabled));
  const rulesOf = rulesByYear(ruleSet);
  const years: PolicyYear[] = [];
  simulate(question, levers, ruleSet, (state, prices) => {
    const year = leanYear(state, question, rulesOf(state.year));
    const { stages } = year;
    const costs = levers.map((bound) => bound.cost({ year: state.year, prices, state }));
    years.push({
      year: year.year,
      verdict: year.verdict,
      overall: year.overall.verdict,
      failing: year.failing,
      notEvaluable: year.notEvaluable,
      distance: year.distance,
      binding: [
        ...(["primary", "junior"] as const).flatMap((stage) => bindingOf(stages[stage]).map((clause) => `${stage}-${clause}`)),
        ...itemIds.filter((item) => year.items[item] === "not_met"),
      ],
      capitalWan: costs.reduce((sum, { capitalWan }) => sum + capitalWan, 0),
      recurrentWan: costs.reduce((sum, { recurrentWan }) => sum + recurrentWan, 0),
    });
    onYear();
  });
  return years;
};
