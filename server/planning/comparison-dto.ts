import type { ResourceIndicator, Verdict } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";

/** A figure of two scenarios; `difference` is right − left, null when either is unknown. */
export interface Pair {
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
}

/** One indicator of one stage in two scenarios, year by year. */
export interface IndicatorComparison {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  /** The CV verdict, or the number of sections that meet the indicator, differs in some year. */
  readonly conclusionDiffers: boolean;
  /** Largest relative difference of the county mean over the years, 0 when equal. */
  readonly largestDifference: number;
  readonly years: readonly {
    readonly year: number;
    readonly mean: Pair;
    readonly cv: Pair;
    readonly cvVerdict: { readonly left: Verdict; readonly right: Verdict };
    readonly sectionsMet: Pair;
  }[];
}

/** Two scenarios side by side: differences of their trials over the years that both cover. */
export interface ProjectionComparison {
  readonly years: readonly number[];
  readonly verdicts: readonly {
    readonly year: number;
    readonly left: Verdict;
    readonly right: Verdict;
    readonly failing: Pair;
    readonly distance: Pair;
  }[];
  /** Rows whose conclusions differ first, then by size of difference. */
  readonly indicators: readonly IndicatorComparison[];
  /** Sections judged differently in some year; null where a scenario does not judge the section. */
  readonly flips: readonly {
    readonly sectionId: string;
    readonly schoolCode: string;
    readonly schoolName: string;
    readonly stage: Stage;
    readonly years: readonly { readonly year: number; readonly left: Verdict | null; readonly right: Verdict | null }[];
  }[];
  /** 万元; every year that either covers, 0 where one does not. */
  readonly cost: readonly { readonly year: number; readonly capital: Pair; readonly recurrent: Pair; readonly total: Pair }[];
  readonly totalCost: Pair;
  readonly firstYear: { readonly left: number | null; readonly right: number | null };
  readonly lasts: { readonly left: boolean; readonly right: boolean };
}
