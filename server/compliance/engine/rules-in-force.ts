import { type ExtraIndicator, type ExtraVeto, resourceIndicators } from "@server/compliance/contract";
import { type ParameterValues, parameterKeys } from "@server/compliance/rules-contract";
import { type SchoolType, type Stage, stages } from "@server/statistics/contract";
import { ceiling, type Fraction, fractionOf, multiply, nearTolerance, subtract, toNumber } from "./exact";
import { entryInForce, type IndicatorRule, inForce, lastDayOf, type RuleSet, type StageWeights } from "./rule-set";
import { type FlatLimits, type FlatLine, flatLimits } from "./section-rows";

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
  /** The same limits for the hot loop. */
  readonly flat: FlatLimits;
}

/** Upper limit of a CV; `open` when the limit itself is no longer allowed. */
export interface CvLine extends Line {
  readonly open: boolean;
}

/** The values of a rule set on one day, ready to compute with. */
export interface Rules {
  /** The day judged (ISO date). */
  readonly date: string;
  /** Every parameter of the registry. */
  readonly values: ParameterValues;
  /** Year in which each relief in force ends, by parameter key (`relief.R3.on`); null when open-ended. A relief that is off is not there. */
  readonly reliefEnds: ReadonlyMap<string, number | null>;
  readonly extraVetoes: readonly ExtraVeto[];
  readonly extraIndicators: readonly ExtraIndicator[];
  readonly stages: Readonly<Record<Stage, StageRules>>;
  readonly minimumMet: number;
  readonly valueDecimals: number;
  readonly split: {
    readonly primaryJunior: StageWeights;
    readonly juniorSenior: StageWeights;
    readonly allStages: StageWeights;
    /** Weight of children in attached kindergarten classes; 0: not counted. */
    readonly kindergarten: number;
  };
  readonly excludedTypes: readonly SchoolType[];
  /** 举办者类型 codes that count. */
  readonly owners: readonly number[];
  readonly teachingPointMinimum: number;
  readonly mergeSmallTeachingPoints: boolean;
  readonly mergeCampuses: boolean;
  readonly excludePartialSchools: boolean;
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

/** An upper limit of a CV as compared unrounded, and as compared at its displayed decimals. */
export const cvLines = (limit: Fraction, decimals: number): { readonly unrounded: CvLine; readonly displayed: CvLine } => ({
  unrounded: { ...line(limit), open: false },
  displayed: roundedUpperLine(limit, decimals),
});

/** Where `deciding` and `other` could differ, or doubles could err by `tolerance`, the exact comparison decides. */
const flatLine = (deciding: Line, other: Line, tolerance: number): FlatLine => ({
  line: deciding.value,
  centre: (deciding.value + other.value) / 2,
  half: Math.abs(deciding.value - other.value) / 2 + tolerance,
});

/** All 举办者类型. */
const everyOwner: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const valuesOn = (ruleSet: RuleSet, date: string): ParameterValues =>
  Object.fromEntries(parameterKeys.map((key) => [key, inForce<unknown>(ruleSet.values[key], date)])) as ParameterValues;

/** Year of the last day on which each relief that is on may still be used; null when it is open-ended. */
const reliefEndsOn = (ruleSet: RuleSet, date: string): Rules["reliefEnds"] =>
  new Map(
    parameterKeys
      .filter((key) => /^relief\..*\.on$/.test(key) && inForce<unknown>(ruleSet.values[key], date) === true)
      .map((key) => {
        const last = lastDayOf<unknown>(ruleSet.values[key], date);
        return [key, last === null ? null : Number(last.slice(0, 4))];
      }),
  );

/** Day on which a county of a statistics year is judged when none is named: 1 September, the day of the returns. */
export const defaultDate = (statisticsYear: number): string => `${statisticsYear}-09-01`;

const resolve = (ruleSet: RuleSet, date: string): Rules => {
  const values = valuesOn(ruleSet, date);
  const compareDisplayed = values["rounding.compare"] === "displayed";
  const valueDecimals = values["rounding.valueDecimals"];
  const cvDecimals = values["rounding.cvDecimals"];
  const floorShare = fractionOf(values["schoolRule.floorShare"]);

  const stageIndicator = (rule: IndicatorRule, stage: Stage): StageIndicator => {
    const standard = fractionOf(values[`${rule.id}.standard.${stage}`]);
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
    const { unrounded, displayed } = cvLines(fractionOf(values[`CV.limit.${stage}`]), cvDecimals);
    const [cvDeciding, cvOther] = compareDisplayed ? [displayed, unrounded] : [unrounded, displayed];
    const indicators = resourceIndicators.flatMap((id) =>
      ruleSet.indicators.filter((rule) => rule.id === id).map((rule) => stageIndicator(rule, stage)),
    );
    const flat = (line: keyof IndicatorLines): FlatLine[] =>
      indicators.map(({ deciding, other }) => flatLine(deciding[line], other[line], 2 * nearTolerance * deciding[line].value));
    return {
      indicators,
      cvLimit: unrounded.value,
      cvDeciding,
      cvOther,
      flat: flatLimits({
        scale: indicators.map(({ rule }) => rule.scale),
        standard: flat("standard"),
        floor: flat("floor"),
        minimumMet: values["schoolRule.minimumMet"],
        cv: flatLine(cvDeciding, cvOther, 2 * nearTolerance),
      }),
    };
  };

  const [primary, junior] = stages;
  const owners = values["inclusion.owners"];
  return {
    date,
    values,
    reliefEnds: reliefEndsOn(ruleSet, date),
    extraVetoes: ruleSet.extraVetoes,
    extraIndicators: ruleSet.extraIndicators,
    stages: { primary: stageRules(primary), junior: stageRules(junior) },
    minimumMet: values["schoolRule.minimumMet"],
    valueDecimals,
    split: {
      primaryJunior: values["split.primaryJunior"],
      juniorSenior: values["split.juniorSenior"],
      allStages: values["split.allStages"],
      kindergarten: values["split.kindergarten"],
    },
    excludedTypes: values["inclusion.excludedTypes"],
    owners: owners === "all" ? everyOwner : owners,
    teachingPointMinimum: values["inclusion.teachingPointMinimum"],
    mergeSmallTeachingPoints: values["inclusion.smallTeachingPoints"] === "merged",
    mergeCampuses: values["inclusion.campuses"] === "merged",
    excludePartialSchools: values["inclusion.partialSchools"] === "excluded",
  };
};

/** A rule set never changes: what it says of a day is worked out once. */
const resolved = new WeakMap<RuleSet, Map<string, Rules>>();

/** Resolves a rule set for one day (ISO date). */
export const rulesInForce = (ruleSet: RuleSet, date: string): Rules => {
  const days = resolved.get(ruleSet) ?? new Map<string, Rules>();
  const rules = days.get(date) ?? resolve(ruleSet, date);
  resolved.set(ruleSet, days.set(date, rules));
  return rules;
};

/** Whether a rule set says the same of two days: of all but the date. */
export const holdsAlike = ({ values }: RuleSet, day: string, other: string): boolean =>
  parameterKeys.every((key) => entryInForce<unknown>(values[key], day) === entryInForce<unknown>(values[key], other));

/** What follows from the rules of a day alone, worked out once for each. */
export const perRules = <T>(of: (rules: Rules) => T): ((rules: Rules) => T) => {
  const known = new WeakMap<Rules, { readonly value: T }>();
  return (rules) => {
    let found = known.get(rules);
    if (found === undefined) {
      found = { value: of(rules) };
      known.set(rules, found);
    }
    return found.value;
  };
};
