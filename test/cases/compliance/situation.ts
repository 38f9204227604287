import type {
  BalanceResult,
  CountyAssessment,
  InclusionDecision,
  IndicatorResult,
  IndicatorState,
  ResourceIndicator,
  RuleLayer,
  SectionAssessment,
  Sunset,
  Verdict,
} from "@server/compliance/contract";
import type { ParameterKey, ParameterValue } from "@server/compliance/rules-contract";
import type { Stage } from "@server/statistics/contract";
import type { SchoolSketch } from "./build";

/** What a row of 表Ⅱ-2 must say; indicator keys give the state or the value. */
export interface ExpectedSection {
  readonly verdict?: Verdict;
  readonly metCount?: number;
  readonly missingCount?: number;
  readonly usesRemainder?: boolean;
  readonly pupils?: number | null;
  readonly mixedStage?: boolean;
  readonly splitShare?: number | null;
  readonly mergedFrom?: readonly string[];
  readonly states?: Partial<Record<ResourceIndicator, IndicatorState>>;
  readonly values?: Partial<Record<ResourceIndicator, number | null>>;
  readonly numerators?: Partial<Record<ResourceIndicator, number | null>>;
  readonly needed?: Partial<Record<ResourceIndicator, number | null>>;
  readonly missing?: Partial<Record<ResourceIndicator, readonly string[]>>;
  /** What the verdict would be without reliefs and when they end; null when it would be the same. */
  readonly relief?: SectionAssessment["relief"];
  readonly reliefs?: Partial<Record<ResourceIndicator, IndicatorResult["relief"]>>;
}

export interface ExpectedStage {
  readonly verdict?: Verdict;
  readonly sectionsVerdict?: Verdict;
  readonly balanceVerdict?: Verdict;
  readonly sectionsTotal?: number;
  readonly pupils?: number | null;
  readonly cv?: Partial<Record<ResourceIndicator, number | null>>;
  readonly cvVerdict?: Partial<Record<ResourceIndicator, Verdict>>;
  readonly cvBorderline?: Partial<Record<ResourceIndicator, boolean>>;
  readonly cvRelief?: Partial<Record<ResourceIndicator, BalanceResult["relief"]>>;
}

/** One situation: a sentence, a county, what must come out. */
export interface Situation {
  readonly name: string;
  readonly schools: readonly SchoolSketch[];
  /** The rule set judged by, 2017 when left out, and values of it that are tried. */
  readonly ruleSet?: "quality-2017" | "quality-2019";
  readonly readings?: Readonly<Partial<{ [K in ParameterKey]: ParameterValue<K> }>>;
  readonly layers?: readonly RuleLayer[];
  /** Statistics year and day judged on, when not the ordinary ones. */
  readonly year?: number;
  readonly date?: string;
  readonly county?: {
    readonly ruleSet?: CountyAssessment["ruleSet"];
    readonly judgedOn?: string;
    readonly sunsets?: readonly Sunset[];
    readonly verdict?: Verdict;
    readonly failing?: number;
    readonly notEvaluable?: number;
    readonly distance?: number;
  };
  readonly stages?: Partial<Record<Stage, ExpectedStage>>;
  /** By section id, `null` when there must be no such row. */
  readonly sections?: Readonly<Record<string, ExpectedSection | null>>;
  /** By school code: what is left aside of its return. */
  readonly notes?: Readonly<Record<string, InclusionDecision["notes"]>>;
  /** By school code: decision, reason and, when merged, the code of the other school. */
  readonly inclusion?: Readonly<Record<string, readonly [InclusionDecision["decision"], InclusionDecision["reason"], (string | null)?]>>;
}
