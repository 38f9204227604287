/** Reads of typed arrays at rows that exist by construction; a row out of range reads as missing. */
export const cellAt = (column: Float64Array, row: number): number => column[row] ?? Number.NaN;

/** As `cellAt` for row numbers and codes; −1 out of range. */
export const codeAt = (column: Int32Array | Uint8Array, row: number): number => column[row] ?? -1;

/** Missing (NaN) leaves the engine as null. */
export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
