import type { Eligibility } from "@server/compliance/items-contract";
import { nameOf } from "../verdicts";
import { allChecks, open, stated } from "./check";
import { fact, type ItemContext } from "./context";

/** 申报资格: years since the national recognition of basic balance, its monitoring since, and the problems found then. */
export const judgeEligibility = (context: ItemContext): Eligibility => {
  const { declarations } = context.columns.countyFacts;
  const since = context.columns.statisticsYear - fact(context, "basicRecognitionYear");
  const years = Number.isNaN(since) ? null : since;
  const required = context.rules.values["eligibility.years"];
  const monitoring = declarations["E.monitoring"] ?? null;
  const problemsSolved = declarations["E.problemsSolved"] ?? null;
  const { deciding } = allChecks([years === null ? open : stated(years >= required), stated(monitoring), stated(problemsSolved)]);
  return {
    verdict: nameOf(deciding),
    yearsSinceRecognition: years,
    yearsRequired: required,
    monitoring,
    problemsSolved,
  };
};
