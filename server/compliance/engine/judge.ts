import type { CountyAssessment } from "@server/compliance/contract";
import { toAssessment } from "./assessment";
import type { CountyColumns } from "./columns";
import { judgeColumns } from "./kernel";
import type { RuleSet } from "./rule-set";
import { defaultDate, rulesInForce } from "./rules-in-force";

/** Raised whenever the same input and rule set could give another answer; judgements are stored under it. */
export const complianceEngineVersion = "1.0.0";

/** Judges one county of one statistics year (resource part): sections, balance, stages, county. */
export const judgeCounty = (columns: CountyColumns, ruleSet: RuleSet): CountyAssessment => {
  const rules = rulesInForce(ruleSet, defaultDate(columns.statisticsYear));
  return toAssessment(columns, rules, judgeColumns(columns, rules), {
    engineVersion: complianceEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
  });
};
