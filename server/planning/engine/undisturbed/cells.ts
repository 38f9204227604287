import type { Column } from "../state";

/** A figure of every school in every projected year: cell `row * years + year`, 0 = first projected year. */
export type YearCells = Float64Array;

/** Every year as in the base year, until something else is written. */
export const yearCells = (first: Column, years: number): YearCells => {
  const cells = new Float64Array(first.length * years);
  first.forEach((figure, row) => {
    cells.fill(figure, row * years, (row + 1) * years);
  });
  return cells;
};
