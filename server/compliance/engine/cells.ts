/** Reads of typed arrays at rows that exist by construction; a row out of range reads as missing. */
export const cellAt = (column: Float64Array, row: number): number => column[row] ?? Number.NaN;

/** As `cellAt` for row numbers and codes; −1 out of range. */
export const codeAt = (column: Int32Array | Uint8Array, row: number): number => column[row] ?? -1;

/** A column of one figure a school; null is missing. `Float64Array.from` asks an iterator for each and takes ten times as long. */
export const columnOf = <T>(schools: readonly T[], read: (school: T) => number | null): Float64Array => {
  const column = new Float64Array(schools.length);
  for (let row = 0; row < column.length; row++) column[row] = read(schools[row] as T) ?? Number.NaN;
  return column;
};

/** Missing (NaN) leaves the engine as null. */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Sum of a column over rows; NaN when one is missing. */
export const totalOf = (column: Float64Array, rows: readonly number[]): number => {
  let total = 0;
  for (let i = 0; i < rows.length; i++) total += cellAt(column, rows[i] ?? -1);
  return total;
};
