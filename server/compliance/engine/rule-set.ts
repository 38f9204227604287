import type { ClauseReference, ExtraIndicator, ExtraVeto, ResourceIndicator } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import type { Dated, DatedSeries, ParameterSeries } from "@server/compliance/rules-contract";
import type { Stage } from "@server/statistics/contract";
import type { FacilityField, TeacherField } from "./columns";

/**
 * A rule set (规则集) is dated data: what a document demands, since when, until when, and how sure we
 * are. The engine knows no number of its own.
 */

/** Figures whose signed sum is the resource of an indicator, in the unit in which they are reported. */
export type Numerator =
  | {
      /** 分学段统计: each stage reports its own teachers. */
      readonly from: "teachers";
      readonly terms: readonly { readonly field: TeacherField; readonly sign: 1 | -1 }[];
    }
  | {
      /** 全校统计: one figure a school, split between the stages of a mixed-stage school. */
      readonly from: "facilities";
      readonly terms: readonly { readonly field: FacilityField; readonly sign: 1 | -1 }[];
    };

/** One resource indicator: value = scale × toBase × Σ terms × share of the section ÷ pupils of the section. */
export interface IndicatorRule {
  readonly id: ResourceIndicator;
  readonly numerator: Numerator;
  /** Base units in one reported unit: 10 000 yuan in one 万元. */
  readonly toBase: number;
  /** Base unit of the resource, and how many of the smallest steps in which more can be had make one. */
  readonly baseUnit: "persons" | "m2" | "yuan" | "rooms";
  readonly grainsPerUnit: number;
  /** Pupils that the value refers to: 100 for 每百名学生, 1 for 生均. */
  readonly scale: number;
  readonly clause: ClauseReference;
}

/** Weights by which the stages of one school share its rooms, fields and equipment. */
export type StageWeights = Readonly<Partial<Record<Stage | "senior" | "kindergarten", number | undefined>>>;

export interface RuleSet {
  readonly id: string;
  /** Raised whenever a value or a reading of the set changes, and extended by every layer put on it; judgements are stored under it. */
  readonly version: string;
  readonly title: Readonly<Record<"zh-CN" | "en", string>>;
  readonly indicators: readonly IndicatorRule[];
  readonly clauses: {
    /** 至少达到六项、余项不低于85%. */
    readonly school: ClauseReference;
    /** 校际差异系数上限. */
    readonly balance: ClauseReference;
    /** 一贯制学校、完全中学资源拆分. */
    readonly split: ClauseReference;
    readonly items: Readonly<Record<ItemId, ClauseReference>>;
    /** 一票否决事项. */
    readonly vetoes: ClauseReference;
    /** 申报资格. */
    readonly eligibility: ClauseReference;
  };
  /** Every parameter of the registry with its dated values. */
  readonly values: ParameterSeries;
  /** What layers added (地方附加). */
  readonly extraVetoes: readonly ExtraVeto[];
  readonly extraIndicators: readonly ExtraIndicator[];
}

/** The entry in force on a day (ISO date). Days before the first entry are judged by the first. */
export const entryInForce = <T>(series: DatedSeries<T>, date: string): Dated<T> =>
  series.find(({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo)) ?? series[0];

/** The value in force on a day (ISO date). */
export const inForce = <T>(series: DatedSeries<T>, date: string): T => entryInForce(series, date).value;

/** Last day of an unbroken run of entries that hold a value like the one of `date`; null when it is open-ended. */
export const lastDayOf = <T>(series: DatedSeries<T>, date: string): string | null => {
  const current = entryInForce(series, date);
  let last = current.validTo;
  for (const entry of series.slice(series.indexOf(current) + 1)) {
    if (entry.value !== current.value) break;
    last = entry.validTo;
  }
  return last;
};
