/** A mixed-integer programme being written down: minimise cost · x with rows between bounds. */
export interface Programme {
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly whole: boolean[];
  readonly rowLower: number[];
  readonly rowUpper: number[];
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
  /** Where a column's last entry stands among `indices`. */
  readonly lastAt: number[];
}

/** Column and coefficient. */
export type Entry = readonly [column: number, value: number];

/** Sets columns that follow from those before them. */
export type Fill = (values: Float64Array) => void;

export const emptyProgramme = (): Programme => ({
  cost: [],
  lower: [],
  upper: [],
  whole: [],
  rowLower: [],
  rowUpper: [],
  starts: [0],
  indices: [],
  values: [],
  lastAt: [],
});

/** Adds a column and answers its position. */
export const addColumn = (programme: Programme, cost: number, lower: number, upper: number, whole: boolean): number => {
  programme.cost.push(cost);
  programme.lower.push(lower);
  programme.upper.push(upper);
  programme.whole.push(whole);
  programme.lastAt.push(-1);
  return programme.cost.length - 1;
};

/** Leaves out the entries from `start` on that have added up to nothing. */
const dropZeros = ({ indices, values }: Programme, start: number): void => {
  let end = start;
  for (let at = start; at < indices.length; at += 1) {
    const [column, value] = [indices[at] ?? 0, values[at] ?? 0];
    if (value === 0) continue;
    indices[end] = column;
    values[end] = value;
    end += 1;
  }
  indices.length = end;
  values.length = end;
};

/** Adds a row; entries of the same column are added up, as the solver takes each column once. */
export const addRow = (programme: Programme, lower: number, upper: number, entries: readonly Entry[]): void => {
  const { indices, values, lastAt } = programme;
  const start = indices.length;
  let cancelled = false;
  for (const [column, value] of entries) {
    if (value === 0) continue;
    const at = lastAt[column] ?? -1;
    // What was left out of an earlier row may have stood beyond its end.
    if (at < start || indices[at] !== column) {
      lastAt[column] = indices.length;
      indices.push(column);
      values.push(value);
      continue;
    }
    const sum = (values[at] ?? 0) + value;
    values[at] = sum;
    if (sum === 0) cancelled = true;
  }
  if (cancelled) dropZeros(programme, start);
  programme.starts.push(indices.length);
  programme.rowLower.push(lower);
  programme.rowUpper.push(upper);
};

/** Value of a row's left side under a solution. */
export const sumOver = (entries: readonly Entry[], values: Float64Array): number =>
  entries.reduce((sum, [column, value]) => sum + value * (values[column] ?? 0), 0);
