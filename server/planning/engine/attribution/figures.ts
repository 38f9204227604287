import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { AttributedOutcome, AttributionSettings } from "../../contract";
import type { LeanYear } from "../lean-year";

/** One figure of one year that is taken apart. */
export interface Figure {
  readonly outcome: AttributedOutcome["outcome"];
  readonly stage: Stage | null;
  readonly indicator: ResourceIndicator | null;
  readonly year: number;
  readonly group: AttributionSettings["figures"][number];
}

/** What is known of a year beside its judgement: money of the year and of all years up to it (万元), and P(pass), NaN when not asked. */
export interface BesideYear {
  readonly costWan: number;
  readonly cumulativeWan: number;
  readonly passProbability: number;
  /** The same of all parts. */
  readonly overallPassProbability: number;
}

interface FigureKind extends Omit<Figure, "year"> {
  readonly read: (lean: LeanYear, beside: BesideYear) => number;
}

const single = (outcome: Figure["outcome"], group: Figure["group"], read: (lean: LeanYear, beside: BesideYear) => number): FigureKind => ({
  outcome,
  stage: null,
  indicator: null,
  group,
  read,
});

const ofIndicators = (outcome: "mean" | "cv", group: "means" | "cvs"): readonly FigureKind[] =>
  stages.flatMap((stage) =>
    resourceIndicators.map(
      (indicator, position): FigureKind => ({
        outcome,
        stage,
        indicator,
        group,
        read: ({ stages: judged }) => judged[stage].balances[position]?.[outcome] ?? Number.NaN,
      }),
    ),
  );

/** What is read of every year, in the order of the answer. What cannot be judged is not met. */
const kinds: readonly FigureKind[] = [
  single("resource_met", "verdicts", ({ verdict }) => Number(verdict === "met")),
  single("overall_met", "verdicts", ({ overall }) => Number(overall.verdict === "met")),
  single("distance", "county", ({ distance }) => distance),
  single("failing", "county", ({ failing }) => failing),
  single("items_met", "county", ({ items }) => Object.values(items).filter((verdict) => verdict === "met").length),
  single("pass_probability", "verdicts", (_lean, { passProbability }) => passProbability),
  single("overall_pass_probability", "verdicts", (_lean, { overallPassProbability }) => overallPassProbability),
  ...ofIndicators("mean", "means"),
  ...ofIndicators("cv", "cvs"),
  single("cost", "cost", (_lean, { costWan }) => costWan),
  single("cumulative_cost", "cost", (_lean, { cumulativeWan }) => cumulativeWan),
];

/** Whether a figure is known only where futures are drawn. */
export const isDrawn = (outcome: Figure["outcome"]): boolean => outcome === "pass_probability" || outcome === "overall_pass_probability";

export const figuresAYear = kinds.length;

/** Positions, within a year's figures, of the two verdicts. */
export const goalPositions = { resource: 0, overall: 1 } as const;

/** The figures of the years asked for, as they lie in a coalition's values. */
export const figuresOf = (years: readonly number[]): readonly Figure[] =>
  years.flatMap((year) => kinds.map(({ outcome, stage, indicator, group }) => ({ outcome, stage, indicator, group, year })));

/** Writes a year's figures from `at` on; NaN where a figure cannot be evaluated. */
export const writeFigures = (values: Float64Array, at: number, lean: LeanYear, beside: BesideYear): void => {
  kinds.forEach(({ read }, position) => {
    values[at + position] = read(lean, beside);
  });
};

/** Equal, or unknown both, or no farther apart than arithmetic leads. */
const same = (left: number, right: number): boolean =>
  Object.is(left, right) || Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));

/** True when one of the figures watched is another one. */
export const differs = (watched: readonly number[], left: Float64Array, right: Float64Array): boolean =>
  watched.some((figure) => !same(left[figure] ?? Number.NaN, right[figure] ?? Number.NaN));
