import { add, ceiling, compare, divide, type Fraction, fractionOf, isWritten, multiply, nearTolerance, subtract, toNumber } from "../exact";

/** A figure as a double, and the same without any rounding for where a line is near. NaN is missing. */
export interface Quantity {
  readonly value: number;
  readonly exact: () => Fraction;
  /** Whether all figures behind it can have been written down by somebody. */
  readonly isWritten: () => boolean;
}

/** A figure as it was reported. */
class Reported implements Quantity {
  constructor(readonly value: number) {}
  exact(): Fraction {
    return fractionOf(this.value);
  }
  isWritten(): boolean {
    return isWritten(this.value);
  }
}

/** Two quantities put together; the exact work waits until it is asked for. */
class Combined implements Quantity {
  constructor(
    readonly value: number,
    private readonly by: (a: Fraction, b: Fraction) => Fraction,
    private readonly a: Quantity,
    private readonly b: Quantity,
  ) {}
  exact(): Fraction {
    return this.by(this.a.exact(), this.b.exact());
  }
  isWritten(): boolean {
    return this.a.isWritten() && this.b.isWritten();
  }
}

/** Many figures added up. */
class Sum implements Quantity {
  constructor(
    readonly value: number,
    private readonly terms: () => readonly number[],
  ) {}
  exact(): Fraction {
    const terms = this.terms();
    // A sum of whole numbers is exact in doubles as long as it stays one.
    if (Number.isSafeInteger(this.value) && terms.every(Number.isInteger)) return fractionOf(this.value);
    return terms.map(fractionOf).reduce(add, { n: 0n, d: 1n });
  }
  isWritten(): boolean {
    return this.terms().every(isWritten);
  }
}

export const quantity = (value: number): Quantity => new Reported(value);
export const plus = (a: Quantity, b: Quantity): Quantity => new Combined(a.value + b.value, add, a, b);
export const minus = (a: Quantity, b: Quantity): Quantity => new Combined(a.value - b.value, subtract, a, b);
export const times = (a: Quantity, b: Quantity): Quantity => new Combined(a.value * b.value, multiply, a, b);
/** a ÷ b; missing when b is zero. */
export const over = (a: Quantity, b: Quantity): Quantity => new Combined(b.value === 0 ? Number.NaN : a.value / b.value, divide, a, b);

/** A sum that has been added up already; its terms, in their order, are listed when exactness asks for them. */
export const summed = (value: number, terms: () => readonly number[]): Quantity => new Sum(value, terms);

/**
 * Sign of a − b, exact where the two are close; NaN when one is missing. Figures that nobody wrote down are equal within
 * the tolerance: what keeps its share of something that moves has that share still.
 */
export const signOf = (a: Quantity, b: Quantity): number => {
  const difference = a.value - b.value;
  if (Number.isNaN(difference) || Math.abs(difference) > Math.max(Math.abs(a.value), Math.abs(b.value)) * nearTolerance) {
    return Math.sign(difference);
  }
  return a.isWritten() && b.isWritten() ? compare(a.exact(), b.exact()) : 0;
};

/** 四舍五入: rounded half-up. */
export const roundedHalfUp = (value: Fraction, decimals: number): Fraction => {
  const unit = 10n ** BigInt(decimals);
  return { n: -ceiling({ n: -(value.n * unit * 2n + value.d), d: value.d * 2n }), d: unit };
};

/** The double nearest to a quantity: the same for every order in which its terms are added. */
export const nearest = (of: Quantity): number => (Number.isNaN(of.value) ? Number.NaN : toNumber(of.exact()));
