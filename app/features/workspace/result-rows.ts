import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { assuranceItems, qualityItems } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import type { YearSummary } from "./simulation-protocol";

/** So many of so many. */
export interface Count {
  readonly met: number;
  readonly of: number;
}

export const sectionsMet = ({ stages: { primary, junior } }: YearSummary): Count => ({
  met: primary.sectionsMet + junior.sectionsMet,
  of: primary.sectionsTotal + junior.sectionsTotal,
});

export const balancesMet = (year: YearSummary): Count => ({
  met: stages.reduce(
    (sum, stage) => sum + resourceIndicators.filter((indicator) => year.stages[stage].cvVerdict[indicator] === "met").length,
    0,
  ),
  of: stages.length * resourceIndicators.length,
});

/** 政府保障程度 or 教育质量: items met; null where the items are not judged. */
export const itemsMet = (year: YearSummary, kind: "assurance" | "quality"): Count | null => {
  const { items } = year;
  if (items === null) return null;
  const ids = kind === "assurance" ? assuranceItems : qualityItems;
  return { met: ids.filter((id) => items[id] === "met").length, of: ids.length };
};

export interface BalanceRow {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  readonly baseline: number | null;
  readonly trial: number | null;
}

/** CVs of a year, those that the levers change most first, then those that fail. */
export const balanceRows = (baseline: YearSummary, trial: YearSummary, most: number): readonly BalanceRow[] =>
  stages
    .flatMap((stage) =>
      resourceIndicators.map((indicator) => ({
        stage,
        indicator,
        baseline: baseline.stages[stage].cv[indicator],
        trial: trial.stages[stage].cv[indicator],
        fails: trial.stages[stage].cvVerdict[indicator] !== "met" ? 1 : 0,
      })),
    )
    .map((row) => ({ ...row, change: row.baseline === null || row.trial === null ? 0 : Math.abs(row.trial - row.baseline) }))
    .sort((a, b) => b.fails - a.fails || b.change - a.change)
    .slice(0, most);

/** The CV that decides most: of those that fail the one that is nearest to its limit, else the one changed most. */
export const focusBalance = (rows: readonly BalanceRow[]): BalanceRow | null => rows[0] ?? null;
