import type { RuleSet } from "@server/compliance/engine/index";
import { itemIdSchema } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { Assumptions } from "../contract";
import type { Outlook, OutlookYear } from "../outlook-contract";
import { leanProjection } from "./lean-projection";
import { complianceSpan } from "./outcome";

const isItem = (clause: string): boolean => itemIdSchema.safeParse(clause).success;

/** The years to come without any measure, each judged by all parts. Statements and vetoes go on as in the base year. */
export const outlook = (dataset: CountyDataset, assumptions: Assumptions, ruleSet: RuleSet, horizonYears: number): Outlook => {
  const course = leanProjection(
    dataset,
    {
      format: "hengce.scenario/1",
      name: "outlook",
      horizonYears,
      assumptions: { ...assumptions, evidence: "as_base_year" },
      levers: [],
      annualBudgetWan: null,
    },
    ruleSet,
  );
  const years = course.map(
    ({ year, overall, failing, notEvaluable, itemsNotEvaluable, binding }): OutlookYear => ({
      year,
      verdict: overall === "incomplete" ? "not_evaluable" : overall,
      failing: failing + binding.filter(isItem).length,
      open: notEvaluable + itemsNotEvaluable,
      binding,
    }),
  );
  return { years, whole: complianceSpan(years), resource: complianceSpan(course) };
};
