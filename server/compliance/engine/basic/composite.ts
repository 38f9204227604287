import { add, compare, type Fraction, fractionOf, multiply, nearTolerance, reduce, zero } from "../exact";
import type { CvLine } from "../rules-in-force";
import { verdictCode } from "../verdicts";

/** 综合差异系数 against its limit: the simple mean of coefficients, each the square root of a fraction. */

/** Largest whole number whose square is at most `value` (≥ 0). */
const wholeRoot = (value: bigint): bigint => {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** The root as a fraction; null when it is irrational. */
const rationalRoot = (square: Fraction): Fraction | null => {
  const { n, d } = reduce(square);
  const [top, bottom] = [wholeRoot(n), wholeRoot(d)];
  return top * top === n && bottom * bottom === d ? { n: top, d: bottom } : null;
};

/**
 * Sign of Σ √square − total, without rounding. Roots that are irrational cannot add up to a fraction (they
 * are all positive), so only rational ones can meet the total; the others are squeezed until they differ.
 */
export const compareRootSum = (squares: readonly Fraction[], total: Fraction): -1 | 0 | 1 => {
  const roots = squares.map(rationalRoot);
  if (!roots.includes(null))
    return compare(
      roots.reduce<Fraction>((sum, root) => add(sum, root ?? zero), zero),
      total,
    );
  for (let digits = 40n; ; digits *= 2n) {
    const unit = 10n ** digits;
    const low = squares.reduce((sum, { n, d }) => sum + wholeRoot((n * unit * unit) / d), 0n);
    const wanted = total.n * unit;
    if (low * total.d > wanted) return 1;
    if ((low + BigInt(squares.length)) * total.d < wanted) return -1;
  }
};

export interface Composite {
  /** NaN when one of the coefficients is. */
  readonly cv: number;
  readonly verdict: number;
  readonly borderline: boolean;
}

/**
 * Mean of the coefficients against the limit. With some of them missing it is not evaluable, unless the
 * known ones alone exceed the limit: what is missing can only add to them.
 */
export const judgeComposite = (
  cvs: readonly number[],
  exactSquares: () => readonly Fraction[],
  deciding: CvLine,
  other: CvLine,
): Composite => {
  const count = cvs.length;
  const cv = cvs.reduce((sum, one) => sum + one, 0) / count;
  if (Number.isNaN(cv)) {
    const known = cvs.reduce((sum, one) => sum + (one || 0), 0) / count;
    const exceeded = known > deciding.value * (1 + nearTolerance);
    return { cv, verdict: exceeded ? verdictCode.notMet : verdictCode.notEvaluable, borderline: false };
  }
  const verdictOf = (met: boolean): number => (met ? verdictCode.met : verdictCode.notMet);
  const near = (line: CvLine): boolean => Math.abs(cv - line.value) <= nearTolerance;
  if (!near(deciding) && !near(other)) {
    const met = cv < deciding.value;
    return { cv, verdict: verdictOf(met), borderline: cv < other.value !== met };
  }
  const squares = exactSquares();
  const times = fractionOf(count);
  const signAt = (line: CvLine): number => compareRootSum(squares, multiply(line.exact, times));
  const within = (line: CvLine): boolean => (line.open ? signAt(line) < 0 : signAt(line) <= 0);
  const met = within(deciding);
  const onLine = [deciding, other].find((line) => signAt(line) === 0);
  return { cv: onLine?.value ?? cv, verdict: verdictOf(met), borderline: within(other) !== met };
};
