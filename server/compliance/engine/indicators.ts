import { type IndicatorState, indicatorStateSchema } from "@server/compliance/contract";
import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { compare, type Fraction, nearTolerance, toNumber } from "./exact";
import type { IndicatorRule } from "./rule-set";
import type { IndicatorLines, Rules, StageIndicator } from "./rules-in-force";
import { closeBits, lanes, missingBits, type SectionRows } from "./section-rows";
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

/** A quotient of two whole numbers below 2^53 is the nearest double already: comparing it is exact. */
const isNearestQuotient = (dividend: number, divisor: number): boolean =>
  Number.isSafeInteger(dividend) && Number.isInteger(divisor) && divisor <= 1e6;

/** Resource (base unit) of one indicator for the sections of one stage; NaN where a figure is missing. */
export const resourceColumn = (columns: CountyColumns, rule: IndicatorRule, sections: readonly Section[]): Float64Array => {
  const splits = rule.numerator.from === "facilities";
  const [first] = sections;
  const resource = new Float64Array(sections.length);
  if (first === undefined) return resource;
  const terms = termColumns(columns, rule, first.stage);
  sections.forEach((section, index) => {
    const { unit, mixed, portion } = section;
    if (unit.supplement !== null) resource[index] = suppliedResource(columns, rule, section);
    else {
      const whole = reportedResource(terms, unit) * rule.toBase;
      resource[index] = splits && mixed ? (whole * portion.part) / portion.whole : whole;
    }
  });
  return resource;
};

/** Rounding to the displayed decimals stands on a knife's edge. */
const onTie = (value: number, unit: number): boolean => {
  const shown = value * unit;
  return Math.abs(shown - Math.floor(shown) - 0.5) <= Math.abs(shown) * nearTolerance;
};

/**
 * Values and states of one indicator in the group that the hot loop has just judged, with the last word of the
 * exact comparison where it was too close to a limit; its bits in `rows` are put right.
 */
export const settleIndicator = (
  columns: CountyColumns,
  rules: Rules,
  indicator: StageIndicator,
  sections: readonly Section[],
  resource: Float64Array,
  rows: SectionRows,
  position: number,
): IndicatorColumns => {
  const { rule, deciding, other } = indicator;
  const unit = 10 ** rules.valueDecimals;
  const splits = rule.numerator.from === "facilities";
  const value = new Float64Array(sections.length);
  const state = new Uint8Array(sections.length);
  const borderline = new Uint8Array(sections.length);
  const bit = 1 << position;

  sections.forEach((section, index) => {
    const bits = codeAt(rows.states, index);
    const quotient = cellAt(rows.value, index * lanes + position);
    value[index] = quotient;
    if ((missingBits(bits) & bit) !== 0) {
      state[index] = stateCode.notEvaluable;
      return;
    }
    const close = (closeBits(bits) & bit) !== 0;
    if (!close && !onTie(quotient, unit)) {
      state[index] = stateOf(quotient, deciding);
      return;
    }
    const shared = section.mixed && (splits || section.unit.supplement !== null);
    if (!shared && isNearestQuotient(cellAt(resource, index) * rule.scale, section.pupils)) {
      state[index] = stateOf(quotient, deciding);
      borderline[index] = close ? Number(stateOf(quotient, other) !== state[index]) : 0;
    } else {
      const exact = exactValue(rule, exactSection(columns, rules, rule, section));
      value[index] = toNumber(exact);
      state[index] = exactStateOf(exact, deciding);
      borderline[index] = Number(exactStateOf(exact, other) !== state[index]);
    }
    if (close) rows.states[index] = withState(bits, position, state[index]);
  });
  return { indicator, resource, value, state, borderline };
};

/** The bits of a row with one indicator's state set anew. */
const withState = (bits: number, position: number, state: number | undefined): number =>
  (bits & ~(0x101 << position)) | (Number(state === stateCode.met) << position) | (Number(state === stateCode.below) << (position + 8));

/** Relative distance below the standard: 0 when met, NaN when not evaluable. */
export const shortfallAt = ({ indicator, value, state }: IndicatorColumns, index: number): number => {
  const code = codeAt(state, index);
  if (code === stateCode.met) return 0;
  return code === stateCode.notEvaluable ? Number.NaN : 1 - cellAt(value, index) / indicator.standard;
};
