import { type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { IndicatorComparison, Pair, Projection, ProjectionComparison, YearCost, YearOutcome } from "./contract";

const pair = (left: number | null, right: number | null): Pair => ({
  left,
  right,
  difference: left === null || right === null ? null : right - left,
});

interface SharedYear {
  readonly year: number;
  readonly left: YearOutcome;
  readonly right: YearOutcome;
}

const sharedYears = (left: Projection, right: Projection): readonly SharedYear[] =>
  left.trial.flatMap((outcome) => {
    const other = right.trial.find((candidate) => candidate.year === outcome.year);
    return other === undefined ? [] : [{ year: outcome.year, left: outcome, right: other }];
  });

const relative = ({ left, difference }: Pair): number =>
  difference === null || difference === 0 ? 0 : Math.abs(difference) / Math.max(Math.abs(left ?? 0), 1e-12);

const indicatorComparison = (shared: readonly SharedYear[], stage: Stage, indicator: ResourceIndicator): IndicatorComparison => {
  const years = shared.map(({ year, left, right }) => ({
    year,
    mean: pair(left.stages[stage].mean[indicator], right.stages[stage].mean[indicator]),
    cv: pair(left.stages[stage].cv[indicator], right.stages[stage].cv[indicator]),
    cvVerdict: { left: left.stages[stage].cvVerdict[indicator], right: right.stages[stage].cvVerdict[indicator] },
    sectionsMet: pair(left.stages[stage].indicatorMet[indicator], right.stages[stage].indicatorMet[indicator]),
  }));
  return {
    stage,
    indicator,
    conclusionDiffers: years.some((entry) => entry.cvVerdict.left !== entry.cvVerdict.right || entry.sectionsMet.difference !== 0),
    largestDifference: years.reduce((largest, entry) => Math.max(largest, relative(entry.mean), relative(entry.cv)), 0),
    years,
  };
};

const flipsOf = (shared: readonly SharedYear[]): ProjectionComparison["flips"] => {
  const found = new Map<
    string,
    { section: YearOutcome["sections"][number]; years: { year: number; left: Verdict | null; right: Verdict | null }[] }
  >();
  for (const { year, left, right } of shared) {
    const rightOf = new Map(right.sections.map((section) => [section.id, section]));
    const leftIds = new Set(left.sections.map((section) => section.id));
    for (const section of [...left.sections, ...right.sections.filter(({ id }) => !leftIds.has(id))]) {
      const verdicts = {
        year,
        left: leftIds.has(section.id) ? section.verdict : null,
        right: rightOf.get(section.id)?.verdict ?? null,
      };
      if (verdicts.left === verdicts.right) continue;
      const entry = found.get(section.id) ?? { section, years: [] };
      entry.years.push(verdicts);
      found.set(section.id, entry);
    }
  }
  return [...found.values()]
    .map(({ section, years }) => ({
      sectionId: section.id,
      schoolCode: section.schoolCode,
      schoolName: section.schoolName,
      stage: section.stage,
      years,
    }))
    .sort((left, right) => (left.sectionId < right.sectionId ? -1 : 1));
};

const costOf = (left: Projection, right: Projection): ProjectionComparison["cost"] => {
  const years = [...new Set([...left.cost, ...right.cost].map((entry) => entry.year))].sort((a, b) => a - b);
  return years.map((year) => {
    const amount = (projection: Projection, read: (cost: YearCost) => number): number => {
      const entry = projection.cost.find((cost) => cost.year === year);
      return entry === undefined ? 0 : read(entry);
    };
    const both = (read: (cost: YearCost) => number): Pair => pair(amount(left, read), amount(right, read));
    return {
      year,
      capital: both((cost) => cost.capitalWan),
      recurrent: both((cost) => cost.recurrentWan),
      total: both((cost) => cost.totalWan),
    };
  });
};

const totalOf = (projection: Projection): number => projection.cost.reduce((sum, entry) => sum + entry.totalWan, 0);

/** Two projections side by side: right minus left, over the years that both cover. */
export const compareProjections = (left: Projection, right: Projection): ProjectionComparison => {
  const shared = sharedYears(left, right);
  const indicators = stages
    .flatMap((stage) => resourceIndicators.map((indicator) => indicatorComparison(shared, stage, indicator)))
    .sort((a, b) => Number(b.conclusionDiffers) - Number(a.conclusionDiffers) || b.largestDifference - a.largestDifference);
  return {
    years: shared.map((entry) => entry.year),
    verdicts: shared.map((entry) => ({
      year: entry.year,
      left: entry.left.verdict,
      right: entry.right.verdict,
      failing: pair(entry.left.failing, entry.right.failing),
      distance: pair(entry.left.distance, entry.right.distance),
    })),
    indicators,
    flips: flipsOf(shared),
    cost: costOf(left, right),
    totalCost: pair(totalOf(left), totalOf(right)),
    firstYear: { left: left.compliance.trial.firstYear, right: right.compliance.trial.firstYear },
    lasts: { left: left.compliance.trial.lasts, right: right.compliance.trial.lasts },
  };
};
