import type { CountyColumns } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { at, type ByStage, type Column, type CountyState, gradeCount } from "./state";

/** Upper ends of the size bands, a hair above them. */
const bandEnds = Float64Array.from(classSizeBands, ({ to }) => (to === null ? Number.POSITIVE_INFINITY : to * (1 + 1e-12)));

/** Larger than the end of every band but the last, which has none. */
const largest = Math.max(...classSizeBands.map(({ to }) => to ?? 0)) + 1;

/** Band of every whole size up to the largest. */
const bandOfWhole = Int8Array.from({ length: largest + 1 }, (_, size) => classSizeBands.findIndex(({ to }) => to === null || size <= to));

/** Position of the size band of a class, −1 for an unknown size; a mean between two whole numbers means that some class has the larger one. */
export const bandOf = (size: number): number => {
  if (Number.isNaN(size)) return -1;
  const band = bandOfWhole[Math.max(0, Math.min(largest, Math.ceil(size))) | 0] ?? -1;
  return band > 0 && size <= at(bandEnds, band - 1) ? band - 1 : band;
};

type Source = Stage | "unsplit";

/** Room for 班额分段 of a year, used again for every year: what it holds of one is gone with the next. */
export interface SizeMemory {
  readonly bands: Readonly<Record<Source, readonly Column[]>>;
  readonly largestMean: ByStage<Column>;
  /** The bands of a stage, one after the other. */
  readonly cells: ByStage<Column>;
  /** Rows that taught each stage when the bands were last written; none before that. */
  taught: ByStage<Int32Array> | null;
}

const columnsIn = (cells: Column, rows: number): readonly Column[] =>
  classSizeBands.map((_, band) => cells.subarray(band * rows, (band + 1) * rows));

export const sizeMemory = (rows: number): SizeMemory => {
  const cells = (): Column => new Float64Array(classSizeBands.length * rows);
  const [primary, junior] = [cells(), cells()];
  return {
    bands: { primary: columnsIn(primary, rows), junior: columnsIn(junior, rows), unsplit: columnsIn(cells(), rows) },
    largestMean: { primary: new Float64Array(rows), junior: new Float64Array(rows) },
    cells: { primary, junior },
    taught: null,
  };
};

/** Whether the rows of a list, and no others, are marked. */
const areMarked = (rows: Int32Array, marks: Uint8Array): boolean => {
  let next = 0;
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== 1) continue;
    if (rows[next] !== row) return false;
    next += 1;
  }
  return next === rows.length;
};

const markedRows = (marks: Uint8Array): Int32Array => {
  const rows: number[] = [];
  for (let row = 0; row < marks.length; row += 1) if (marks[row] === 1) rows.push(row);
  return Int32Array.from(rows);
};

/** Rows that teach each stage. Where they are others than before, all rows take again what was reported: those that do not teach keep it. */
const taughtIn = (memory: SizeMemory, { taught }: CountyState, { classSizes }: CountyColumns): ByStage<Int32Array> => {
  const before = memory.taught;
  if (before !== null && areMarked(before.primary, taught.primary) && areMarked(before.junior, taught.junior)) return before;
  for (const source of ["primary", "junior", "unsplit"] as const) {
    memory.bands[source].forEach((column, band) => {
      column.set(classSizes[source][band] ?? []);
    });
  }
  memory.largestMean.primary.set(classSizes.largestMean.primary);
  memory.largestMean.junior.set(classSizes.largestMean.junior);
  const rows = { primary: markedRows(taught.primary), junior: markedRows(taught.junior) };
  // A projected return tells its stages apart.
  for (const stage of ["primary", "junior"] as const) {
    for (const row of rows[stage]) for (const column of memory.bands.unsplit) column[row] = Number.NaN;
  }
  memory.taught = rows;
  return rows;
};

/** Counts the classes of a grade into the bands of its stage, all of them at the grade's mean size. Answers whether all sizes are known. */
const countGrade = (cells: Column, means: Column, taught: Int32Array, classes: Column, pupils: Column): boolean => {
  const rows = means.length;
  let isKnown = true;
  for (let i = 0; i < taught.length; i += 1) {
    const row = taught[i] ?? 0;
    const count = at(classes, row);
    if (count === 0) continue;
    const size = at(pupils, row) / count;
    const band = bandOf(size);
    if (band < 0) {
      // What is not known of one grade makes all bands unknown: until then the first one keeps the mark.
      cells[row] = Number.NaN;
      isKnown = false;
      continue;
    }
    const cell = band * rows + row;
    cells[cell] = at(cells, cell) + count;
    if (!(size <= at(means, row))) means[row] = size;
  }
  return isKnown;
};

const countClasses = (memory: SizeMemory, state: CountyState, stage: Stage, taught: Int32Array): void => {
  const cells = memory.cells[stage];
  const means = memory.largestMean[stage];
  for (const column of memory.bands[stage]) for (let i = 0; i < taught.length; i += 1) column[taught[i] ?? 0] = 0;
  for (let i = 0; i < taught.length; i += 1) means[taught[i] ?? 0] = Number.NaN;
  let isKnown = true;
  for (let grade = 0; grade < gradeCount[stage]; grade += 1) {
    const classes = state.classes[stage][grade];
    const pupils = state.pupils[stage][grade];
    if (classes !== undefined && pupils !== undefined) isKnown = countGrade(cells, means, taught, classes, pupils) && isKnown;
  }
  if (isKnown) return;
  for (const row of taught) if (Number.isNaN(at(cells, row))) for (const column of memory.bands[stage]) column[row] = Number.NaN;
};

/** Writes 班额分段 of the projected classes; rows that do not teach a stage keep what they reported. */
export const writeSizes = (memory: SizeMemory, state: CountyState, base: CountyColumns): void => {
  const taught = taughtIn(memory, state, base);
  countClasses(memory, state, "primary", taught.primary);
  countClasses(memory, state, "junior", taught.junior);
};
