import type { CountyColumns } from "./columns";
import { compare, type Fraction, multiply, nearTolerance } from "./exact";
import type { CvLine, Rules, StageIndicator, StageRules } from "./rules-in-force";
import { exactSection, type Section } from "./sections";
import { exactSquareOf } from "./spread";
import { verdictCode } from "./verdicts";

/** County mean and student-weighted coefficient of variation (校际差异系数) of one indicator in one stage. NaN is not evaluable. */
export interface Balance {
  readonly total: number;
  readonly mean: number;
  readonly cv: number;
  readonly verdict: number;
  readonly borderline: boolean;
}

const within = (cv: number, line: CvLine): boolean => (line.open ? cv < line.value : cv <= line.value);

const squareWithin = (square: Fraction, line: CvLine): boolean => {
  const sign = compare(square, multiply(line.exact, line.exact));
  return line.open ? sign < 0 : sign <= 0;
};

const verdictOf = (met: boolean): number => (met ? verdictCode.met : verdictCode.notMet);

const near = (cv: number, line: CvLine): boolean => Math.abs(cv - line.value) <= nearTolerance;

/** So near to a limit that only the exact comparison can tell. */
export const isCvNearLimit = (cv: number, { cvDeciding, cvOther }: StageRules): boolean => near(cv, cvDeciding) || near(cv, cvOther);

/** Verdict code of a CV that is not near its limit. */
export const plainCvVerdict = (cv: number, { cvDeciding }: StageRules): number => verdictOf(within(cv, cvDeciding));

/**
 * Holds the CV of an indicator against its limit. Any missing section, a total of zero and a stage without
 * sections make it not evaluable.
 */
export const judgeBalance = (
  columns: CountyColumns,
  rules: Rules,
  stage: StageRules,
  indicator: StageIndicator,
  sections: readonly Section[],
  { total, mean, cv }: Pick<Balance, "total" | "mean" | "cv">,
): Balance => {
  const ofAll = sections.length === 0 ? Number.NaN : total;
  if (!Number.isFinite(cv)) return { total: ofAll, mean, cv: Number.NaN, verdict: verdictCode.notEvaluable, borderline: false };

  const { cvDeciding, cvOther } = stage;
  if (isCvNearLimit(cv, stage)) {
    const square = exactSquareOf(sections.map((section) => exactSection(columns, rules, indicator.rule, section)));
    const onLimit = [cvDeciding, cvOther].find((line) => compare(square, multiply(line.exact, line.exact)) === 0);
    const met = squareWithin(square, cvDeciding);
    return { total: ofAll, mean, cv: onLimit?.value ?? cv, verdict: verdictOf(met), borderline: squareWithin(square, cvOther) !== met };
  }
  const verdict = plainCvVerdict(cv, stage);
  return { total: ofAll, mean, cv, verdict, borderline: verdictOf(within(cv, cvOther)) !== verdict };
};
