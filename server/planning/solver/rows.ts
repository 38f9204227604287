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
});

/** Adds a column and answers its position. */
export const addColumn = (programme: Programme, cost: number, lower: number, upper: number, whole: boolean): number => {
  programme.cost.push(cost);
  programme.lower.push(lower);
  programme.upper.push(upper);
  programme.whole.push(whole);
  return programme.cost.length - 1;
};

/** Adds a row; entries of the same column are added up, as the solver takes each column once. */
export const addRow = (programme: Programme, lower: number, upper: number, entries: readonly Entry[]): void => {
  const sums = new Map<number, number>();
  for (const [column, value] of entries) if (value !== 0) sums.set(column, (sums.get(column) ?? 0) + value);
  for (const [column, value] of sums) {
    if (value === 0) continue;
    programme.indices.push(column);
    programme.values.push(value);
  }
  programme.starts.push(programme.indices.length);
  programme.rowLower.push(lower);
  programme.rowUpper.push(upper);
};

/** Value of a row's left side under a solution. */
export const sumOver = (entries: readonly Entry[], values: Float64Array): number =>
  entries.reduce((sum, [column, value]) => sum + value * (values[column] ?? 0), 0);
