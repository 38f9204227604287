import type { RuleSet } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { Assumptions } from "../contract";
import type { Outlook, OutlookYear } from "../outlook-contract";
import { leanYear, rulesByYear } from "./lean-year";
import { complianceSpan } from "./outcome";
import { questionOf, simulate } from "./simulate";

/** The years to come without any measure, each judged by all parts. Statements and vetoes go on as in the base year. */
export const outlook = (dataset: CountyDataset, assumptions: Assumptions, ruleSet: RuleSet, horizonYears: number): Outlook => {
  const question = questionOf(dataset, {
    format: "hengce.scenario/1",
    name: "outlook",
    horizonYears,
    assumptions: { ...assumptions, evidence: "as_base_year" },
    levers: [],
    annualBudgetWan: null,
  });
  const rulesOf = rulesByYear(ruleSet);
  const years: OutlookYear[] = [];
  simulate(question, [], ruleSet, (state) => {
    const { year, verdict, failing, notEvaluable, items } = leanYear(state, question, rulesOf(state.year));
    const count = (of: "not_met" | "not_evaluable"): number => itemIds.filter((id) => items[id] === of).length;
    years.push({ year, verdict, failing: failing + count("not_met"), open: notEvaluable + count("not_evaluable") });
  });
  const { firstYear, lasts } = complianceSpan(years);
  return { years, firstYear, lasts };
};
