import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import { add, compare, divide, type Fraction, multiply, nearTolerance, one, reduce, subtract, zero } from "./exact";
import type { IndicatorColumns } from "./indicators";
import type { CvLine, Rules, StageRules } from "./rules-in-force";
import { exactSection, type Section } from "./sections";
import { verdictCode } from "./verdicts";

/** County mean and student-weighted coefficient of variation (校际差异系数) of one indicator in one stage. NaN is not evaluable. */
export interface Balance {
  readonly total: number;
  readonly mean: number;
  readonly cv: number;
  readonly verdict: number;
  readonly borderline: boolean;
}

/** CV² = N·Σ(R²/P)/T² − 1 of the imported figures, without rounding. */
const exactSquare = (columns: CountyColumns, rules: Rules, { indicator }: IndicatorColumns, sections: readonly Section[]): Fraction => {
  let pupils = zero;
  let total = zero;
  let squares = zero;
  for (const section of sections) {
    const exact = exactSection(columns, rules, indicator.rule, section);
    pupils = reduce(add(pupils, exact.pupils));
    total = reduce(add(total, exact.resource));
    squares = reduce(add(squares, divide(multiply(exact.resource, exact.resource), exact.pupils)));
  }
  return subtract(divide(multiply(pupils, squares), multiply(total, total)), one);
};

const within = (cv: number, line: CvLine): boolean => (line.open ? cv < line.value : cv <= line.value);

const squareWithin = (square: Fraction, line: CvLine): boolean => {
  const sign = compare(square, multiply(line.exact, line.exact));
  return line.open ? sign < 0 : sign <= 0;
};

const near = (cv: number, line: CvLine): boolean => Math.abs(cv - line.value) <= nearTolerance;

/**
 * Mean = Σ resource / Σ pupils; S² = Σ (P/N)·(x − mean)²; CV = S / mean. Any missing section, a total of
 * zero and a stage without sections make it not evaluable.
 */
export const judgeBalance = (
  columns: CountyColumns,
  rules: Rules,
  stage: StageRules,
  result: IndicatorColumns,
  sections: readonly Section[],
): Balance => {
  const { resource, indicator } = result;
  let pupils = 0;
  let total = 0;
  sections.forEach((section, index) => {
    pupils += section.pupils;
    total += cellAt(resource, index);
  });
  const ratio = total / pupils;
  let squares = 0;
  sections.forEach((section, index) => {
    const deviation = cellAt(resource, index) - ratio * section.pupils;
    squares += (deviation * deviation) / section.pupils;
  });
  const cv = Math.sqrt(squares / pupils) / ratio;
  const known = { total: sections.length === 0 ? Number.NaN : total, mean: ratio * indicator.rule.scale };
  if (!Number.isFinite(cv) || total <= 0) return { ...known, cv: Number.NaN, verdict: verdictCode.notEvaluable, borderline: false };

  const { cvDeciding, cvOther } = stage;
  const verdictOf = (met: boolean): number => (met ? verdictCode.met : verdictCode.notMet);
  if (near(cv, cvDeciding) || near(cv, cvOther)) {
    const square = exactSquare(columns, rules, result, sections);
    const onLimit = [cvDeciding, cvOther].find((line) => compare(square, multiply(line.exact, line.exact)) === 0);
    const met = squareWithin(square, cvDeciding);
    return { ...known, cv: onLimit?.value ?? cv, verdict: verdictOf(met), borderline: squareWithin(square, cvOther) !== met };
  }
  const met = within(cv, cvDeciding);
  return { ...known, cv, verdict: verdictOf(met), borderline: within(cv, cvOther) !== met };
};
