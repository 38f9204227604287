import { cellAt } from "./cells";
import { add, divide, type Fraction, multiply, one, reduce, subtract, zero } from "./exact";
import { coefficient } from "./section-rows";

/** Total, quotient and coefficient of variation (差异系数) of a resource over sections. NaN where a figure is missing. */
export interface Spread {
  readonly total: number;
  /** Σ resource / Σ pupils: the county mean is total by total, never the mean of the schools. */
  readonly ratio: number;
  readonly cv: number;
}

/** Without sections, or with a total of zero, the CV is NaN. */
export const spreadOf = (resource: Float64Array, sections: readonly { readonly pupils: number }[]): Spread => {
  let people = 0;
  let total = 0;
  sections.forEach((section, row) => {
    people += section.pupils;
    total += cellAt(resource, row);
  });
  const ratio = total / people;
  let squares = 0;
  sections.forEach(({ pupils }, row) => {
    const deviation = cellAt(resource, row) / pupils - ratio;
    squares += pupils * deviation * deviation;
  });
  const cv = coefficient(squares, people, ratio);
  return { total: sections.length === 0 ? Number.NaN : total, ratio, cv: Number.isFinite(cv) ? cv : Number.NaN };
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
