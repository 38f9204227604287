import { add, ceiling, compare, divide, type Fraction, fractionOf, multiply, nearTolerance, subtract, toNumber } from "../exact";

/** A figure as a double, and the same without any rounding for where a line is near. NaN is missing. */
export interface Quantity {
  readonly value: number;
  readonly exact: () => Fraction;
}

export const quantity = (value: number): Quantity => ({ value, exact: () => fractionOf(value) });
export const plus = (a: Quantity, b: Quantity): Quantity => ({ value: a.value + b.value, exact: () => add(a.exact(), b.exact()) });
export const minus = (a: Quantity, b: Quantity): Quantity => ({ value: a.value - b.value, exact: () => subtract(a.exact(), b.exact()) });
export const times = (a: Quantity, b: Quantity): Quantity => ({ value: a.value * b.value, exact: () => multiply(a.exact(), b.exact()) });
/** a ÷ b; missing when b is zero. */
export const over = (a: Quantity, b: Quantity): Quantity => ({
  value: b.value === 0 ? Number.NaN : a.value / b.value,
  exact: () => divide(a.exact(), b.exact()),
});
export const sumOf = (values: readonly number[]): Quantity => {
  const value = values.reduce((sum, term) => sum + term, 0);
  // A sum of whole numbers is exact in doubles as long as it stays one.
  const whole = Number.isSafeInteger(value) && values.every(Number.isInteger);
  return { value, exact: () => (whole ? fractionOf(value) : values.map(fractionOf).reduce(add, { n: 0n, d: 1n })) };
};

/** Sign of a − b, exact where the two are close; NaN when one is missing. */
export const signOf = (a: Quantity, b: Quantity): number => {
  const difference = a.value - b.value;
  if (Number.isNaN(difference) || Math.abs(difference) > Math.max(Math.abs(a.value), Math.abs(b.value)) * nearTolerance) {
    return Math.sign(difference);
  }
  return compare(a.exact(), b.exact());
};

/** 四舍五入: rounded half-up. */
export const roundedHalfUp = (value: Fraction, decimals: number): Fraction => {
  const unit = 10n ** BigInt(decimals);
  return { n: -ceiling({ n: -(value.n * unit * 2n + value.d), d: value.d * 2n }), d: unit };
};

/** The double nearest to a quantity: the same for every order in which its terms are added. */
export const nearest = (of: Quantity): number => (Number.isNaN(of.value) ? Number.NaN : toNumber(of.exact()));
