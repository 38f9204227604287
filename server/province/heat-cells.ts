import { type CountyAssessment, type IndicatorState, resourceIndicators, type StageAssessment } from "@server/compliance/contract";
import { stages } from "@server/statistics/contract";
import type { HeatCell } from "./contract";

const sectionsByState = (
  stage: StageAssessment,
  indicator: (typeof resourceIndicators)[number],
): Readonly<Record<IndicatorState, number>> => {
  const counts: Record<IndicatorState, number> = { met: 0, remainder: 0, below: 0, not_evaluable: 0 };
  for (const section of stage.sections) counts[section.indicators[indicator].state] += 1;
  return counts;
};

/** The 14 cells (2 stages × R1–R7) that the comparison of counties shows, copied from a judgement. */
export const heatCells = (assessment: CountyAssessment): readonly HeatCell[] =>
  stages.flatMap((stage) =>
    resourceIndicators.map((indicator): HeatCell => {
      const { cv, limit, mean, verdict } = assessment.stages[stage].balance[indicator];
      return {
        stage,
        indicator,
        cv,
        limit,
        cvVerdict: verdict,
        cvExcess: cv === null || verdict === "not_evaluable" ? null : verdict === "met" ? 0 : Math.max(0, cv / limit - 1),
        mean,
        sections: sectionsByState(assessment.stages[stage], indicator),
      };
    }),
  );
