import type { ResourceIndicator, Verdict } from "@server/compliance/contract";
import type { Whole } from "@server/compliance/whole-contract";
import type { Span } from "@server/kernel/span";
import type { Stage } from "@server/statistics/contract";
import type { Projection } from "./projection-document";

/** One figure of each compared scenario, in their order; null where it is unknown. */
export type FiguresOfAll = readonly (number | null)[];

/** One indicator of one stage in all compared scenarios, year by year. */
export interface IndicatorComparison {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  /** The CV verdict, or the number of sections that meet the indicator, differs in some year. */
  readonly conclusionDiffers: boolean;
  /** Largest relative difference of mean or CV from the first scenario over the years, 0 when all are equal. */
  readonly largestDifference: number;
  readonly years: readonly {
    readonly year: number;
    readonly mean: FiguresOfAll;
    readonly cv: FiguresOfAll;
    readonly cvVerdict: readonly Verdict[];
    readonly sectionsMet: FiguresOfAll;
  }[];
}

/** One lever as one scenario has it: in words, and what it costs over the horizon in 万元. */
export interface LeverOfOne {
  readonly outline: Projection["levers"][number];
  readonly costWan: number;
}

/** A lever of the same kind at the same place, as each scenario has it; null where a scenario has none. */
export interface LeverComparison {
  readonly key: string;
  /** All scenarios have it, in the same amount and year. */
  readonly same: boolean;
  readonly of: readonly (LeverOfOne | null)[];
}

/** Up to four scenarios side by side; lists have one entry a scenario, in the order asked. */
export interface ProjectionComparison {
  /** Years that all cover. */
  readonly years: readonly number[];
  /** Of the whole: resource part, items and vetoes. */
  readonly verdicts: readonly { readonly year: number; readonly of: readonly Whole[] }[];
  /** Those that differ first, the dearest of them first. */
  readonly levers: readonly LeverComparison[];
  /** Rows whose conclusions differ first, then by size of difference. */
  readonly indicators: readonly IndicatorComparison[];
  /** Sections judged differently in some year; null where a scenario does not judge the section. */
  readonly flips: readonly {
    readonly sectionId: string;
    readonly schoolCode: string;
    readonly schoolName: string;
    readonly stage: Stage;
    readonly years: readonly { readonly year: number; readonly of: readonly (Verdict | null)[] }[];
  }[];
  /** 万元; every year that any covers, 0 where one does not. */
  readonly cost: readonly { readonly year: number; readonly capital: readonly number[]; readonly recurrent: readonly number[] }[];
  readonly totalCost: readonly number[];
  /** When each passes, as a whole and in its resource part. */
  readonly passing: readonly { readonly whole: Span; readonly resource: Span }[];
}
