import { type IndicatorState, indicatorStateSchema } from "@server/compliance/contract";
import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { compare, type Fraction, nearTolerance, toNumber } from "./exact";
import type { IndicatorLines, Rules, StageIndicator } from "./rules-in-force";
import { exactSection, exactValue, reportedResource, type Section, suppliedResource, termColumns } from "./sections";

/** Results of one indicator for the sections of one stage, in their order. NaN is not evaluable. */
export interface IndicatorColumns {
  readonly indicator: StageIndicator;
  /** Resource of the section, base unit. */
  readonly resource: Float64Array;
  /** Value in the unit of the standard; on a limit or a rounding tie it is the double nearest to the exact value. */
  readonly value: Float64Array;
  /** Index into `stateNames`. */
  readonly state: Uint8Array;
  /** 1 where rounding first would change the state (临界). */
  readonly borderline: Uint8Array;
}

export const stateNames: readonly IndicatorState[] = indicatorStateSchema.options;
export const stateCode = { met: 0, remainder: 1, below: 2, notEvaluable: 3 } as const;

const stateOf = (value: number, lines: IndicatorLines): number =>
  value >= lines.standard.value ? stateCode.met : value >= lines.floor.value ? stateCode.remainder : stateCode.below;

const exactStateOf = (value: Fraction, lines: IndicatorLines): number =>
  compare(value, lines.standard.exact) >= 0
    ? stateCode.met
    : compare(value, lines.floor.exact) >= 0
      ? stateCode.remainder
      : stateCode.below;

const near = (value: number, line: number): boolean => Math.abs(value - line) <= line * nearTolerance;

/** A quotient of two whole numbers below 2^53 is the nearest double already: comparing it is exact. */
const isNearestQuotient = (dividend: number, divisor: number): boolean =>
  Number.isSafeInteger(dividend) && Number.isInteger(divisor) && divisor <= 1e6;

/** Computes and judges one indicator for the sections of one stage. */
export const judgeIndicator = (
  columns: CountyColumns,
  rules: Rules,
  indicator: StageIndicator,
  sections: readonly Section[],
): IndicatorColumns => {
  const { rule, deciding, other } = indicator;
  const unit = 10 ** rules.valueDecimals;
  const splits = rule.numerator.from === "facilities";
  const resource = new Float64Array(sections.length);
  const value = new Float64Array(sections.length);
  const state = new Uint8Array(sections.length);
  const borderline = new Uint8Array(sections.length);
  const [first] = sections;
  const terms = first === undefined ? [] : termColumns(columns, rule, first.stage);

  sections.forEach((section, index) => {
    const { unit: school } = section;
    const whole = school.supplement === null ? reportedResource(terms, school) * rule.toBase : 0;
    const plain = splits ? (whole * section.portion.part) / section.portion.whole : whole;
    const own = school.supplement === null ? plain : suppliedResource(columns, rule, section);
    const quotient = (own * rule.scale) / section.pupils;
    resource[index] = own;
    value[index] = quotient;
    if (Number.isNaN(quotient)) {
      state[index] = stateCode.notEvaluable;
      return;
    }
    const shown = quotient * unit;
    const doubtful =
      near(quotient, deciding.standard.value) ||
      near(quotient, deciding.floor.value) ||
      near(quotient, other.standard.value) ||
      near(quotient, other.floor.value) ||
      Math.abs(shown - Math.floor(shown) - 0.5) <= Math.abs(shown) * nearTolerance;
    const shared = section.mixed && (splits || school.supplement !== null);
    if (doubtful && !(!shared && isNearestQuotient(own * rule.scale, section.pupils))) {
      const exact = exactValue(rule, exactSection(columns, rules, rule, section));
      value[index] = toNumber(exact);
      state[index] = exactStateOf(exact, deciding);
      borderline[index] = Number(exactStateOf(exact, other) !== state[index]);
      return;
    }
    state[index] = stateOf(quotient, deciding);
    borderline[index] = Number(stateOf(quotient, other) !== state[index]);
  });
  return { indicator, resource, value, state, borderline };
};

/** Relative distance below the standard: 0 when met, NaN when not evaluable. */
export const shortfallAt = ({ indicator, value, state }: IndicatorColumns, index: number): number => {
  const code = codeAt(state, index);
  if (code === stateCode.met) return 0;
  return code === stateCode.notEvaluable ? Number.NaN : 1 - cellAt(value, index) / indicator.standard;
};
