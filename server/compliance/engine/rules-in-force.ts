import { resourceIndicators } from "@server/compliance/contract";
import { type SchoolType, type Stage, stages } from "@server/statistics/contract";
import { ceiling, type Fraction, fractionOf, multiply, subtract, toNumber } from "./exact";
import { type IndicatorRule, inForce, type RuleSet, type StageWeights } from "./rule-set";

/** A limit as a double for the fast comparison and as a fraction for the exact one. */
export interface Line {
  readonly value: number;
  readonly exact: Fraction;
}

/** A pair of lines that the value of an indicator is held against. */
export interface IndicatorLines {
  readonly standard: Line;
  readonly floor: Line;
}

export interface StageIndicator {
  readonly rule: IndicatorRule;
  /** The published limits, as shown. */
  readonly standard: number;
  readonly floor: number;
  /** Lines that decide, and lines of the other way of rounding: where they differ the case is borderline (临界). */
  readonly deciding: IndicatorLines;
  readonly other: IndicatorLines;
}

export interface StageRules {
  readonly indicators: readonly StageIndicator[];
  readonly cvLimit: number;
  readonly cvDeciding: CvLine;
  readonly cvOther: CvLine;
}

/** Upper limit of a CV; `open` when the limit itself is no longer allowed. */
export interface CvLine extends Line {
  readonly open: boolean;
}

/** The values of a rule set for one statistics year, ready to compute with. */
export interface Rules {
  readonly stages: Readonly<Record<Stage, StageRules>>;
  readonly minimumMet: number;
  readonly valueDecimals: number;
  readonly split: { readonly primaryJunior: StageWeights; readonly juniorSenior: StageWeights; readonly allStages: StageWeights };
  readonly excludedTypes: readonly SchoolType[];
  readonly teachingPointMinimum: number;
  readonly mergeSmallTeachingPoints: boolean;
  readonly mergeCampuses: boolean;
}

const line = (exact: Fraction): Line => ({ value: toNumber(exact), exact });

const half = (decimals: number): Fraction => ({ n: 5n, d: 10n ** BigInt(decimals + 1) });

/** Least unrounded value whose half-up rounding reaches `limit`. */
const roundedLowerLine = (limit: Fraction, decimals: number): Line => {
  const unit = 10n ** BigInt(decimals);
  return line(subtract({ n: ceiling(multiply(limit, { n: unit, d: 1n })), d: unit }, half(decimals)));
};

/** A CV is rounded to at most `limit` below this value, and no longer at it. */
const roundedUpperLine = (limit: Fraction, decimals: number): CvLine => {
  const unit = 10n ** BigInt(decimals);
  const lastShown = -ceiling({ n: -limit.n * unit, d: limit.d });
  return { ...line(subtract({ n: lastShown, d: unit }, { n: -5n, d: unit * 10n })), open: true };
};

/** Resolves a rule set for one statistics year. */
export const rulesInForce = (ruleSet: RuleSet, statisticsYear: number): Rules => {
  const value = <T>(series: Parameters<typeof inForce<T>>[0]): T => inForce(series, statisticsYear);
  const compareDisplayed = value(ruleSet.rounding.compare) === "displayed";
  const valueDecimals = value(ruleSet.rounding.valueDecimals);
  const cvDecimals = value(ruleSet.rounding.cvDecimals);
  const floorShare = fractionOf(value(ruleSet.schoolRule.floorShare));

  const stageIndicator = (rule: IndicatorRule, stage: Stage): StageIndicator => {
    const standard = fractionOf(value(rule.standard[stage]));
    const floor = multiply(standard, floorShare);
    const unrounded: IndicatorLines = { standard: line(standard), floor: line(floor) };
    const displayed: IndicatorLines = {
      standard: roundedLowerLine(standard, valueDecimals),
      floor: roundedLowerLine(floor, valueDecimals),
    };
    return {
      rule,
      standard: unrounded.standard.value,
      floor: unrounded.floor.value,
      deciding: compareDisplayed ? displayed : unrounded,
      other: compareDisplayed ? unrounded : displayed,
    };
  };

  const stageRules = (stage: Stage): StageRules => {
    const limit = fractionOf(value(ruleSet.balanceRule.limit[stage]));
    const unrounded: CvLine = { ...line(limit), open: false };
    const displayed = roundedUpperLine(limit, cvDecimals);
    return {
      indicators: resourceIndicators.flatMap((id) =>
        ruleSet.indicators.filter((rule) => rule.id === id).map((rule) => stageIndicator(rule, stage)),
      ),
      cvLimit: unrounded.value,
      cvDeciding: compareDisplayed ? displayed : unrounded,
      cvOther: compareDisplayed ? unrounded : displayed,
    };
  };

  const [primary, junior] = stages;
  return {
    stages: { primary: stageRules(primary), junior: stageRules(junior) },
    minimumMet: value(ruleSet.schoolRule.minimumMet),
    valueDecimals,
    split: {
      primaryJunior: value(ruleSet.split.primaryJunior),
      juniorSenior: value(ruleSet.split.juniorSenior),
      allStages: value(ruleSet.split.allStages),
    },
    excludedTypes: value(ruleSet.inclusion.excludedTypes),
    teachingPointMinimum: value(ruleSet.inclusion.teachingPointMinimum),
    mergeSmallTeachingPoints: value(ruleSet.inclusion.smallTeachingPoints) === "merged",
    mergeCampuses: value(ruleSet.inclusion.campuses) === "merged",
  };
};
