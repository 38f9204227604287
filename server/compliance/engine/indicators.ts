import { type IndicatorState, indicatorStateSchema } from "@server/compliance/contract";
import type { Stage } from "@server/statistics/contract";
import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { compare, type Fraction, nearTolerance, toNumber } from "./exact";
import type { IndicatorLines, Line, Rules, StageIndicator } from "./rules-in-force";
import type { SectionMemory } from "./section-memory";
import { belowBits, closeBits, indicatorCount, lanes, metBits, missingBits, type SectionRows } from "./section-rows";
import { exactSection, exactValue, type Section, suppliedResource } from "./sections";

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

/** Where the figures of the sections stand: the rows of their schools, then those of the campuses that some add up with it. */
interface Returns {
  readonly heads: Int32Array;
  readonly campuses: readonly { readonly section: number; readonly row: number }[];
  /** Sections that share what their school has with another stage. */
  readonly mixed: readonly number[];
}

const returnsIn = (sections: readonly Section[]): Returns => {
  const heads = new Int32Array(sections.length);
  const campuses: { section: number; row: number }[] = [];
  const mixed: number[] = [];
  sections.forEach(({ unit: { members }, mixed: isMixed }, section) => {
    const [head = -1, ...others] = members;
    heads[section] = head;
    for (const row of others) campuses.push({ section, row });
    if (isMixed) mixed.push(section);
  });
  return { heads, campuses, mixed };
};

/** Sections stay what they are while their figures move on: where these stand is found once. */
const knownReturns = new WeakMap<readonly Section[], Returns>();
const returnsOf = (sections: readonly Section[]): Returns => {
  let returns = knownReturns.get(sections);
  if (returns === undefined) {
    returns = returnsIn(sections);
    knownReturns.set(sections, returns);
  }
  return returns;
};

/** Adds a term to the resource of every section. */
const addTerm = (figures: Float64Array, position: number, { heads, campuses }: Returns, column: Float64Array, sign: 1 | -1): void => {
  for (let section = 0, at = position; section < heads.length; section++, at += lanes) {
    figures[at] = cellAt(figures, at) + sign * cellAt(column, codeAt(heads, section));
  }
  for (const { section, row } of campuses) {
    const at = section * lanes + position;
    figures[at] = cellAt(figures, at) + sign * cellAt(column, row);
  }
};

const scale = (figures: Float64Array, position: number, sections: number, factor: number): void => {
  for (let section = 0, at = position; section < sections; section++, at += lanes) figures[at] = cellAt(figures, at) * factor;
};

/**
 * Writes the resources (base unit) of the sections of one stage and their pupils into the rows, from row 0 on; NaN
 * where a figure is missing. Figures are added up column by column; few schools have more than what they report.
 */
export const writeFigures = (
  columns: CountyColumns,
  indicators: readonly StageIndicator[],
  stage: Stage,
  sections: readonly Section[],
  { figures }: Pick<SectionMemory, "figures">,
): void => {
  const returns = returnsOf(sections);
  figures.fill(0, 0, sections.length * lanes);
  for (let position = 0; position < indicators.length; position++) {
    const rule = indicators[position]?.rule;
    if (rule === undefined) continue;
    const { numerator } = rule;
    if (numerator.from === "teachers") {
      const teachers = columns.teachers[stage];
      for (const { field, sign } of numerator.terms) addTerm(figures, position, returns, teachers[field], sign);
    } else for (const { field, sign } of numerator.terms) addTerm(figures, position, returns, columns.facilities[field], sign);
    if (rule.toBase !== 1) scale(figures, position, sections.length, rule.toBase);
    if (rule.numerator.from !== "facilities") continue;
    for (const index of returns.mixed) {
      const at = index * lanes + position;
      const portion = sections[index]?.portion;
      if (portion !== undefined) figures[at] = (cellAt(figures, at) * portion.part) / portion.whole;
    }
  }
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index];
    if (section === undefined) continue;
    figures[index * lanes + indicatorCount] = section.pupils;
    if (section.unit.supplement === null) continue;
    indicators.forEach(({ rule }, position) => {
      figures[index * lanes + position] = suppliedResource(columns, rule, section);
    });
  }
};

/** Rounding to the displayed decimals stands on a knife's edge. */
const onTie = (value: number, unit: number): boolean => {
  const shown = value * unit;
  return Math.abs(shown - Math.floor(shown) - 0.5) <= Math.abs(shown) * nearTolerance;
};

/** True where nothing but one rounded quotient stands between the figures and the value. */
const isPlainQuotient = ({ rule }: StageIndicator, section: Section, resource: number): boolean => {
  const shared = section.mixed && (rule.numerator.from === "facilities" || section.unit.supplement !== null);
  return !shared && isNearestQuotient(resource * rule.scale, section.pupils);
};

/** So near to a limit that doubles could be wrong. */
export const isAt = (value: number, line: Line): boolean => Math.abs(value - line.value) <= 2 * nearTolerance * line.value;

/**
 * The last word of the exact comparison on the states of the rows that the hot loop has just judged, where a value
 * was too close to a limit: of those that only rounding could move across it the loop is right. Answers whether
 * there was one.
 */
export const settleStates = (
  columns: CountyColumns,
  rules: Rules,
  indicators: readonly StageIndicator[],
  sections: readonly Section[],
  { states, value, figures }: SectionRows,
): boolean => {
  let settled = false;
  for (let index = 0; index < sections.length; index++) {
    const bits = codeAt(states, index);
    const close = closeBits(bits) & ~missingBits(bits);
    const section = sections[index];
    if (close === 0 || section === undefined) continue;
    for (let position = 0; position < indicators.length; position++) {
      const indicator = indicators[position];
      if (indicator === undefined || (close & (1 << position)) === 0) continue;
      const at = index * lanes + position;
      const { standard, floor } = indicator.deciding;
      if (!isAt(cellAt(value, at), standard) && !isAt(cellAt(value, at), floor)) continue;
      settled = true;
      const state = isPlainQuotient(indicator, section, cellAt(figures, at))
        ? stateOf(cellAt(value, at), indicator.deciding)
        : exactStateOf(exactValue(indicator.rule, exactSection(columns, rules, indicator.rule, section)), indicator.deciding);
      states[index] = withState(codeAt(states, index), position, state);
    }
  }
  return settled;
};

const stateAt = (bits: number, position: number): number => {
  const bit = 1 << position;
  if ((missingBits(bits) & bit) !== 0) return stateCode.notEvaluable;
  return (metBits(bits) & bit) !== 0 ? stateCode.met : (belowBits(bits) & bit) !== 0 ? stateCode.below : stateCode.remainder;
};

/** Values and states of one indicator in the rows that the hot loop has just judged and `settleStates` has settled. */
export const indicatorColumns = (
  columns: CountyColumns,
  rules: Rules,
  indicator: StageIndicator,
  sections: readonly Section[],
  rows: SectionRows,
  position: number,
): IndicatorColumns => {
  const { rule, other } = indicator;
  const unit = 10 ** rules.valueDecimals;
  const resource = new Float64Array(sections.length);
  const value = new Float64Array(sections.length);
  const state = new Uint8Array(sections.length);
  const borderline = new Uint8Array(sections.length);
  sections.forEach((section, index) => {
    const at = index * lanes + position;
    const bits = codeAt(rows.states, index);
    const quotient = cellAt(rows.value, at);
    const own = stateAt(bits, position);
    resource[index] = cellAt(rows.figures, at);
    value[index] = quotient;
    state[index] = own;
    if (own === stateCode.notEvaluable) return;
    const close = (closeBits(bits) & (1 << position)) !== 0;
    if (!close && !onTie(quotient, unit)) return;
    if (isPlainQuotient(indicator, section, cellAt(resource, index))) {
      borderline[index] = close ? Number(stateOf(quotient, other) !== own) : 0;
    } else {
      const exact = exactValue(rule, exactSection(columns, rules, rule, section));
      value[index] = toNumber(exact);
      borderline[index] = Number(exactStateOf(exact, other) !== own);
    }
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
