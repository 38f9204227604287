import { type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { wholeOfYear } from "@server/compliance/whole-contract";
import { spanOf } from "@server/kernel/span";
import { type Stage, stages } from "@server/statistics/contract";
import { compareLevers } from "./compare-levers";
import type { FiguresOfAll, IndicatorComparison, ProjectionComparison } from "./comparison-dto";
import type { Projection, YearCost, YearOutcome } from "./projection-document";

/** A year that all scenarios cover, one outcome a scenario. */
interface SharedYear {
  readonly year: number;
  readonly outcomes: readonly YearOutcome[];
}

const sharedYears = (all: readonly Projection[]): readonly SharedYear[] =>
  (all[0]?.years ?? []).flatMap((year) => {
    const outcomes = all.flatMap(({ trial }) => trial.find((outcome) => outcome.year === year) ?? []);
    return outcomes.length === all.length ? [{ year, outcomes }] : [];
  });

/** Largest difference from the first, relative to it. */
const relative = ([first, ...others]: FiguresOfAll): number => {
  if (first === null || first === undefined) return 0;
  const most = Math.max(0, ...others.map((other) => (other === null ? 0 : Math.abs(other - first))));
  return most === 0 ? 0 : most / Math.max(Math.abs(first), 1e-12);
};

const differ = (values: readonly unknown[]): boolean => values.some((value) => value !== values[0]);

const indicatorComparison = (shared: readonly SharedYear[], stage: Stage, indicator: ResourceIndicator): IndicatorComparison => {
  const years = shared.map(({ year, outcomes }) => {
    const of = outcomes.map((outcome) => outcome.stages[stage]);
    return {
      year,
      mean: of.map(({ mean }) => mean[indicator]),
      cv: of.map(({ cv }) => cv[indicator]),
      cvVerdict: of.map(({ cvVerdict }) => cvVerdict[indicator]),
      sectionsMet: of.map(({ indicatorMet }) => indicatorMet[indicator]),
    };
  });
  return {
    stage,
    indicator,
    conclusionDiffers: years.some(({ cvVerdict, sectionsMet }) => differ(cvVerdict) || differ(sectionsMet)),
    largestDifference: years.reduce((largest, { mean, cv }) => Math.max(largest, relative(mean), relative(cv)), 0),
    years,
  };
};

const flipsOf = (shared: readonly SharedYear[]): ProjectionComparison["flips"] => {
  type Section = YearOutcome["sections"][number];
  const found = new Map<string, { section: Section; years: { year: number; of: (Verdict | null)[] }[] }>();
  for (const { year, outcomes } of shared) {
    const byId = outcomes.map(({ sections }) => new Map(sections.map((section) => [section.id, section])));
    for (const section of new Map(outcomes.flatMap(({ sections }) => sections.map((one) => [one.id, one] as const))).values()) {
      const of = byId.map((sections) => sections.get(section.id)?.verdict ?? null);
      if (!differ(of)) continue;
      const entry = found.get(section.id) ?? { section, years: [] };
      entry.years.push({ year, of });
      found.set(section.id, entry);
    }
  }
  return [...found.values()]
    .map(({ section: { id, schoolCode, schoolName, stage }, years }) => ({ sectionId: id, schoolCode, schoolName, stage, years }))
    .sort((left, right) => (left.sectionId < right.sectionId ? -1 : 1));
};

const costOf = (all: readonly Projection[]): ProjectionComparison["cost"] => {
  const years = [...new Set(all.flatMap(({ cost }) => cost.map(({ year }) => year)))].sort((a, b) => a - b);
  const amounts = (year: number, read: (cost: YearCost) => number) =>
    all.map(({ cost }) => {
      const entry = cost.find((one) => one.year === year);
      return entry === undefined ? 0 : read(entry);
    });
  return years.map((year) => ({
    year,
    capital: amounts(year, ({ capitalWan }) => capitalWan),
    recurrent: amounts(year, ({ recurrentWan }) => recurrentWan),
  }));
};

/** Projections side by side, over the years that all cover; the first is what the others are held against. */
export const compareProjections = (all: readonly Projection[]): ProjectionComparison => {
  const shared = sharedYears(all);
  return {
    years: shared.map(({ year }) => year),
    verdicts: shared.map(({ year, outcomes }) => ({ year, of: outcomes.map(wholeOfYear) })),
    levers: compareLevers(all),
    indicators: stages
      .flatMap((stage) => resourceIndicators.map((indicator) => indicatorComparison(shared, stage, indicator)))
      .sort((a, b) => Number(b.conclusionDiffers) - Number(a.conclusionDiffers) || b.largestDifference - a.largestDifference),
    flips: flipsOf(shared),
    cost: costOf(all),
    totalCost: all.map(({ cost }) => cost.reduce((sum, { totalWan }) => sum + totalWan, 0)),
    passing: all.map(({ trial, compliance }) => ({
      whole: spanOf(trial.map((outcome) => ({ year: outcome.year, met: wholeOfYear(outcome).verdict === "met" }))),
      resource: compliance.trial,
    })),
  };
};
