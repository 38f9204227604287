import {
  type CountyAssessment,
  type IndicatorState,
  type ResourceIndicator,
  resourceIndicators,
  type Verdict,
} from "@server/compliance/contract";
import { stages } from "@server/statistics/contract";
import { whyValue } from "./why";

/** One line of 未达标与无法评定: a school section or a CV that fails or cannot be judged. */
export interface Gap {
  readonly key: string;
  readonly kind: "section" | "balance";
  readonly stage: "primary" | "junior";
  readonly sectionId: string | null;
  readonly schoolName: string | null;
  readonly verdict: Verdict;
  /** The indicator that is furthest from its limit; the one that "why" opens. */
  readonly indicator: ResourceIndicator;
  readonly value: number | null;
  readonly limit: number;
  /** Relative distance from the limit, null when not evaluable. */
  readonly distance: number | null;
  /** Indicators below their standard (for a section), worst first, with what would lift them to it. */
  readonly misses: readonly {
    readonly indicator: ResourceIndicator;
    readonly state: IndicatorState;
    readonly value: number | null;
    readonly needed: number | null;
  }[];
}

const sectionGaps = (assessment: CountyAssessment): Gap[] =>
  stages.flatMap((stage) =>
    assessment.stages[stage].sections
      .filter((section) => section.verdict !== "met")
      .map((section): Gap => {
        const misses = resourceIndicators
          .map((indicator) => ({ indicator, ...section.indicators[indicator] }))
          .filter(({ state }) => (section.verdict === "not_met" ? state === "below" || state === "remainder" : state === "not_evaluable"))
          .sort((a, b) => (b.shortfall ?? 0) - (a.shortfall ?? 0));
        const worst = misses[0]?.indicator ?? "R1";
        const { value, standard, shortfall } = section.indicators[worst];
        return {
          key: section.id,
          kind: "section",
          stage,
          sectionId: section.id,
          schoolName: section.schoolName,
          verdict: section.verdict,
          indicator: worst,
          value,
          limit: standard,
          distance: shortfall,
          misses: misses.map(({ indicator, state, value: figure, needed }) => ({ indicator, state, value: figure, needed })),
        };
      }),
  );

const balanceGaps = (assessment: CountyAssessment): Gap[] =>
  stages.flatMap((stage) =>
    resourceIndicators.flatMap((indicator): Gap[] => {
      const { cv, limit, verdict } = assessment.stages[stage].balance[indicator];
      if (verdict === "met") return [];
      return [
        {
          key: `${stage}:${indicator}`,
          kind: "balance",
          stage,
          sectionId: null,
          schoolName: null,
          verdict,
          indicator,
          value: cv,
          limit,
          distance: cv === null ? null : Math.max(0, cv / limit - 1),
          misses: [],
        },
      ];
    }),
  );

const order = (gap: Gap): number => (gap.verdict === "not_met" ? 0 : 1);

/** Everything that keeps the county from passing: schools, then CVs; failures before gaps in the data; furthest first. */
export const gapsOf = (assessment: CountyAssessment): readonly Gap[] =>
  [sectionGaps(assessment), balanceGaps(assessment)].flatMap((gaps) =>
    gaps.sort((a, b) => order(a) - order(b) || (b.distance ?? 0) - (a.distance ?? 0) || (a.key < b.key ? -1 : 1)),
  );

/** The page that explains a gap, its reason open. */
export const gapPage = (gap: Gap): string => {
  const why = encodeURIComponent(whyValue(gap.kind, gap.stage, gap.indicator, gap.sectionId));
  return gap.kind === "section" ? `/assessment/schools?stage=${gap.stage}&why=${why}` : `/assessment/balance?why=${why}`;
};

/** Passes that deserve a look: they flip with the rounding, or rest on the seventh indicator's 85 %. */
export interface Watch {
  readonly key: string;
  readonly kind: "borderline_section" | "borderline_balance" | "remainder";
  readonly stage: "primary" | "junior";
  readonly schoolName: string | null;
  readonly sectionId: string | null;
  readonly indicator: ResourceIndicator;
  readonly value: number | null;
  readonly limit: number;
}

/** The reason of such a pass. */
export const watchPage = ({ kind, stage, indicator, sectionId }: Watch): string => {
  const of = kind === "borderline_balance" ? "balance" : "section";
  const why = encodeURIComponent(whyValue(of, stage, indicator, sectionId));
  return of === "section" ? `/assessment/schools?stage=${stage}&why=${why}` : `/assessment/balance?why=${why}`;
};

export const watchesOf = (assessment: CountyAssessment): readonly Watch[] =>
  stages.flatMap((stage) => {
    const { sections, balance } = assessment.stages[stage];
    const bySection = sections.flatMap((section) =>
      resourceIndicators.flatMap((indicator): Watch[] => {
        const { value, standard, borderline, state } = section.indicators[indicator];
        const shared = { stage, schoolName: section.schoolName, sectionId: section.id, indicator, value, limit: standard };
        if (borderline) return [{ ...shared, key: `b:${section.id}:${indicator}`, kind: "borderline_section" }];
        return section.usesRemainder && state === "remainder" ? [{ ...shared, key: `r:${section.id}`, kind: "remainder" }] : [];
      }),
    );
    const byBalance = resourceIndicators.flatMap((indicator): Watch[] => {
      const { cv, limit, borderline } = balance[indicator];
      return borderline
        ? [
            {
              key: `c:${stage}:${indicator}`,
              kind: "borderline_balance",
              stage,
              schoolName: null,
              sectionId: null,
              indicator,
              value: cv,
              limit,
            },
          ]
        : [];
    });
    return [...bySection, ...byBalance];
  });
