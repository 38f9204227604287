import type { ClauseReference, ResourceIndicator } from "@server/compliance/contract";
import type { SchoolType, Stage } from "@server/statistics/contract";
import type { FacilityField, TeacherField } from "./columns";

/**
 * A rule set (规则集) is dated data: what a document demands, since when, until when, and how sure we
 * are. The engine knows no number of its own.
 */

/** How well a value is established: primary text or several sources, one source only, or our own reading. */
export type Certainty = "certain" | "one-source" | "inferred";

/** Where a value stands: document number (or the document the value was found in) and its article. */
export interface Reference {
  readonly document: string;
  readonly article: string;
}

/** One value with its unit, source and days of validity (ISO dates, both inclusive; `validTo` null: still in force). */
export interface Dated<T> {
  readonly value: T;
  readonly unit: string;
  readonly source: Reference;
  readonly certainty: Certainty;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The values that a parameter has had, oldest first, without gap or overlap. */
export type DatedSeries<T> = readonly [Dated<T>, ...Dated<T>[]];

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
  readonly standard: Readonly<Record<Stage, DatedSeries<number>>>;
  readonly clause: ClauseReference;
}

/** Weights by which the stages of one school share its rooms, fields and equipment. */
export type StageWeights = Readonly<Partial<Record<Stage | "senior", number>>>;

/** Types that never count as compulsory schools. */
export type ExcludedType = Extract<SchoolType, "special" | "vocational">;

export interface RuleSet {
  readonly id: string;
  /** Raised whenever a value or a reading of the set changes; judgements are stored under it. */
  readonly version: string;
  readonly title: Readonly<Record<"zh-CN" | "en", string>>;
  readonly indicators: readonly IndicatorRule[];
  /** 至少达到六项、余项不低于85%. */
  readonly schoolRule: {
    readonly minimumMet: DatedSeries<number>;
    readonly floorShare: DatedSeries<number>;
    readonly clause: ClauseReference;
  };
  /** 校际差异系数上限. */
  readonly balanceRule: {
    readonly limit: Readonly<Record<Stage, DatedSeries<number>>>;
    readonly clause: ClauseReference;
  };
  /** 一贯制学校、完全中学资源拆分, by the stages that a school really teaches. */
  readonly split: {
    readonly primaryJunior: DatedSeries<StageWeights>;
    readonly juniorSenior: DatedSeries<StageWeights>;
    readonly allStages: DatedSeries<StageWeights>;
    readonly clause: ClauseReference;
  };
  /** 参评范围. */
  readonly inclusion: {
    readonly excludedTypes: DatedSeries<readonly ExcludedType[]>;
    readonly teachingPointMinimum: DatedSeries<number>;
    readonly smallTeachingPoints: DatedSeries<"dropped" | "merged">;
    readonly campuses: DatedSeries<"merged" | "separate">;
    /** 举办者: every owner counts, private ones too; a set that leaves some out adds its reading here. */
    readonly owners: DatedSeries<"all">;
  };
  /** 修约: official decimals and whether limits are compared before or after rounding. */
  readonly rounding: {
    readonly valueDecimals: DatedSeries<number>;
    readonly cvDecimals: DatedSeries<number>;
    readonly compare: DatedSeries<"unrounded" | "displayed">;
  };
}

/** The value in force on 1 September of a statistics year. Years before the first value are judged by the first. */
export const inForce = <T>(series: DatedSeries<T>, statisticsYear: number): T => {
  const day = `${statisticsYear}-09-01`;
  const current = series.find((entry) => entry.validFrom <= day && (entry.validTo === null || day <= entry.validTo));
  return (current ?? series[0]).value;
};
