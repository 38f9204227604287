import type { StageAssessment } from "@server/compliance/contract";
import type { StageBalance } from "./BalanceTable";
import type { StageSummary } from "./SummaryTable";

/** The figures of a stage without its rows: what summaries and the balance table draw. */
export const stageOverview = ({
  balance,
  compositeCv,
  balanceVerdict,
  indicatorMet,
  sectionsTotal,
  sectionsMet,
  sectionsNotMet,
  sectionsNotEvaluable,
  sectionsVerdict,
}: StageAssessment): StageBalance & StageSummary => ({
  balance,
  compositeCv,
  balanceVerdict,
  indicatorMet,
  sectionsTotal,
  sectionsMet,
  sectionsNotMet,
  sectionsNotEvaluable,
  sectionsVerdict,
});
