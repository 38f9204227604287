import type { CountyAssessment } from "@server/compliance/contract";
import { toAssessment } from "./assessment";
import type { CountyColumns } from "./columns";
import { judgeColumns } from "./kernel";
import { judgedWithoutReliefs, sunsetsOf } from "./reliefs";
import type { RuleSet } from "./rule-set";
import { defaultDate, rulesInForce } from "./rules-in-force";

/** Raised whenever the same input and rule set could give another answer; judgements are stored under it. */
export const complianceEngineVersion = "2.0.0";

export interface JudgingOptions {
  /** Day whose rules are used (ISO date); 1 September of the statistics year when left out. */
  readonly date?: string | undefined;
}

/** Judges one county of one statistics year by all parts: sections, balance, stages, items, vetoes, eligibility, county. */
export const judgeCounty = (columns: CountyColumns, ruleSet: RuleSet, { date }: JudgingOptions = {}): CountyAssessment => {
  const rules = rulesInForce(ruleSet, date ?? defaultDate(columns.statisticsYear));
  const judged = judgeColumns(columns, rules);
  const plain = judgedWithoutReliefs(columns, rules, judged);
  return toAssessment(columns, rules, judged, plain, {
    engineVersion: complianceEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    overall: null,
    items: null,
    vetoes: [],
    eligibility: null,
    extras: [],
    sunsets: [...sunsetsOf(columns, rules, judged, plain, [])],
  });
};
