import { type CountyAssessment, resourceIndicators } from "@server/compliance/contract";
import { stages } from "@server/statistics/contract";
import type { Failure } from "./findings-contract";

type Untaken = Omit<Failure, "taken">;

const sectionFailures = (assessment: CountyAssessment): readonly Untaken[] =>
  stages.flatMap((stage) =>
    assessment.stages[stage].sections
      .filter(({ verdict }) => verdict === "not_met")
      .flatMap((section) =>
        resourceIndicators
          .filter((indicator) => ["below", "remainder"].includes(section.indicators[indicator].state))
          .map((indicator) => ({
            item: indicator,
            school: { code: section.schoolCode, name: section.schoolName },
            stage,
            value: section.indicators[indicator].value,
            limit: section.indicators[indicator].standard,
          })),
      ),
  );

const balanceFailures = (assessment: CountyAssessment): readonly Untaken[] =>
  stages.flatMap((stage) =>
    resourceIndicators
      .filter((indicator) => assessment.stages[stage].balance[indicator].verdict === "not_met")
      .map((indicator) => {
        const { cv, limit } = assessment.stages[stage].balance[indicator];
        return { item: `${indicator}-cv`, school: null, stage, value: cv, limit };
      }),
  );

/** Every failing verdict of a judgement: sections' indicators, coefficients, items with the schools that fail them, vetoes. */
export const failuresOf = (assessment: CountyAssessment): readonly Untaken[] => [
  ...balanceFailures(assessment),
  ...Object.values(assessment.items ?? {})
    .filter(({ verdict }) => verdict === "not_met")
    .flatMap(({ id, failing }): readonly Untaken[] => {
      const bare = { item: id, stage: null, value: null, limit: null };
      return failing.length === 0
        ? [{ ...bare, school: null }]
        : failing.map(({ schoolCode, schoolName, stage }) => ({ ...bare, stage, school: { code: schoolCode, name: schoolName } }));
    }),
  ...assessment.vetoes
    .filter(({ state }) => state === "occurred")
    .map(({ id }) => ({ item: id, school: null, stage: null, value: null, limit: null })),
  ...sectionFailures(assessment),
];
