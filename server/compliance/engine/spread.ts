import { cellAt } from "./cells";
import { add, divide, type Fraction, multiply, one, reduce, subtract, zero } from "./exact";

/** Total, quotient and coefficient of variation (差异系数) of a resource over sections. NaN where a figure is missing. */
export interface Spread {
  readonly total: number;
  /** Σ resource / Σ pupils: the county mean is total by total, never the mean of the schools. */
  readonly ratio: number;
  readonly cv: number;
}

/** S² = Σ (P/N)·(x − ratio)²; CV = S / ratio. Without sections, or with a total of zero, the CV is NaN. */
export const spreadOf = (resource: Float64Array, sections: readonly { readonly pupils: number }[]): Spread => {
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
  return { total: sections.length === 0 ? Number.NaN : total, ratio, cv: Number.isFinite(cv) && total > 0 ? cv : Number.NaN };
};

/** CV² = N·Σ(R²/P)/T² − 1 without rounding. Only for figures that are all there and a total above zero. */
export const exactSquareOf = (sections: readonly { readonly resource: Fraction; readonly pupils: Fraction }[]): Fraction => {
  let pupils = zero;
  let total = zero;
  let squares = zero;
  for (const section of sections) {
    pupils = reduce(add(pupils, section.pupils));
    total = reduce(add(total, section.resource));
    squares = reduce(add(squares, divide(multiply(section.resource, section.resource), section.pupils)));
  }
  return subtract(divide(multiply(pupils, squares), multiply(total, total)), one);
};
