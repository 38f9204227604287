/**
 * Exact comparison at a limit. Binary fractions cannot hold 4.2 or 31/3, so a value that lies on its
 * limit may come out a hair below it. Sums and quotients are done in doubles; only where one falls
 * within `nearTolerance` of a line is it done again here, with fractions of big integers.
 *
 * A double stands for a figure that somebody wrote down or that arithmetic rounded. It is read as the
 * simplest fraction within a few units of its last place: 12.34 as 617/50, 10.333333333333334 as 31/3.
 */

/** n/d with d > 0, not necessarily in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Relative distance to a line below which doubles are not trusted; far above their error, far below any real difference. */
export const nearTolerance = 1e-9;

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
/** a ÷ b for b ≠ 0. */
export const divide = (a: Fraction, b: Fraction): Fraction =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
/** Sign of a − b. */
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** Least whole number not below a. */
export const ceiling = (a: Fraction): bigint => {
  const quotient = a.n / a.d;
  return a.n > 0n && quotient * a.d !== a.n ? quotient + 1n : quotient;
};

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
};
/** Lowest terms: keeps long sums short. */
export const reduce = (a: Fraction): Fraction => {
  const divisor = gcd(a.n, a.d);
  return divisor > 1n ? { n: a.n / divisor, d: a.d / divisor } : a;
};

const significantBits = (value: bigint): number => value.toString(16).length * 4;

/** The double nearest to a fraction. */
export const toNumber = (a: Fraction): number => {
  if (a.n < 0n) return -toNumber({ n: -a.n, d: a.d });
  // 68 quotient bits and a sticky bit for the rest leave the rounding to Number(bigint), which is exact.
  const shift = Math.max(0, 68 + significantBits(a.d) - significantBits(a.n));
  const scaled = a.n << BigInt(shift);
  const quotient = scaled / a.d;
  return Number(quotient * a.d === scaled ? quotient : quotient | 1n) * 2 ** -shift;
};

const simplestBetween = (low: Fraction, high: Fraction): Fraction => {
  const floor = low.n / low.d;
  if (floor * low.d === low.n) return { n: floor, d: 1n };
  if ((floor + 1n) * high.d <= high.n) return { n: floor + 1n, d: 1n };
  const inner = simplestBetween({ n: high.d, d: high.n - floor * high.d }, { n: low.d, d: low.n - floor * low.d });
  return { n: floor * inner.n + inner.d, d: inner.n };
};

/** Digits of a figure in a return, and many more. */
const writtenDigits = 12;

/** Whether somebody can have written a figure down. What arithmetic made, as projections do, has lost its last digits. */
export const isWritten = (value: number): boolean => Number(value.toPrecision(writtenDigits)) === value;

const readingWidth = 2n ** 50n;

/** The simplest fraction that a finite double stands for. */
export const fractionOf = (value: number): Fraction => {
  if (Number.isInteger(value)) return { n: BigInt(value), d: 1n };
  if (!Number.isFinite(value)) throw new RangeError("fractionOf: a missing figure has no fraction");
  if (value < 0) {
    const mirrored = fractionOf(-value);
    return { n: -mirrored.n, d: mirrored.d };
  }
  let scaled = value;
  let d = 1n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    d *= 2n;
  }
  const n = BigInt(scaled);
  return simplestBetween({ n: n * (readingWidth - 1n), d: d * readingWidth }, { n: n * (readingWidth + 1n), d: d * readingWidth });
};
