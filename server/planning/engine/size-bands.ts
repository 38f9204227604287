import type { CountyColumns } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { at, type ByStage, bothStages, type Column, type CountyState, gradeCount } from "./state";

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

/** The band of the largest class where there is none. */
const noClass = -1;

type Source = Stage | "unsplit";

/** Room for 班额分段 of a year, used again for every year: what it holds of one is gone with the next. */
export interface SizeMemory {
  readonly bands: Readonly<Record<Source, readonly Column[]>>;
  readonly largestMean: ByStage<Column>;
  readonly topBand: ByStage<Column>;
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
    topBand: { primary: new Float64Array(rows), junior: new Float64Array(rows) },
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

/** Rows of schools that have closed: they had pupils, or nobody knows how many, and have none. */
const closedRows = ({ taught, pupils }: CountyState, base: CountyColumns, stage: Stage): readonly number[] =>
  base.schools.flatMap((_, row) =>
    taught[stage][row] !== 1 && at(base.pupils[stage], row) !== 0 && pupils[stage][0]?.[row] === 0 ? [row] : [],
  );

/**
 * Rows that teach each stage. Where they are others than before, all rows take again what was reported: those that do not
 * teach keep it, and closed ones have no classes.
 */
const taughtIn = (memory: SizeMemory, state: CountyState, base: CountyColumns): ByStage<Int32Array> => {
  const { taught } = state;
  const { classSizes } = base;
  const before = memory.taught;
  if (before !== null && areMarked(before.primary, taught.primary) && areMarked(before.junior, taught.junior)) return before;
  for (const source of ["primary", "junior", "unsplit"] as const) {
    memory.bands[source].forEach((column, band) => {
      column.set(classSizes[source][band] ?? []);
    });
  }
  memory.largestMean.primary.set(classSizes.largestMean.primary);
  memory.largestMean.junior.set(classSizes.largestMean.junior);
  memory.topBand.primary.fill(Number.NaN);
  memory.topBand.junior.fill(Number.NaN);
  const rows = { primary: markedRows(taught.primary), junior: markedRows(taught.junior) };
  // A projected return tells its stages apart.
  for (const stage of ["primary", "junior"] as const) {
    for (const row of rows[stage]) for (const column of memory.bands.unsplit) column[row] = Number.NaN;
    for (const row of closedRows(state, base, stage)) {
      for (const column of memory.bands[stage]) column[row] = 0;
      for (const column of memory.bands.unsplit) column[row] = Number.NaN;
    }
  }
  memory.taught = rows;
  return rows;
};

/** Writes the largest mean of a grade, and the band in which it lies where the sizes of all grades are known. */
const measureStage = ({ largestMean, topBand }: SizeMemory, state: CountyState, stage: Stage, taught: Int32Array): void => {
  const means = largestMean[stage];
  const tops = topBand[stage];
  for (let i = 0; i < taught.length; i += 1) means[taught[i] ?? 0] = Number.NaN;
  for (let i = 0; i < taught.length; i += 1) tops[taught[i] ?? 0] = noClass;
  for (let grade = 0; grade < gradeCount[stage]; grade += 1) {
    const classes = state.classes[stage][grade];
    const pupils = state.pupils[stage][grade];
    if (classes === undefined || pupils === undefined) continue;
    for (let i = 0; i < taught.length; i += 1) {
      const row = taught[i] ?? 0;
      const count = at(classes, row);
      if (count === 0) continue;
      const size = at(pupils, row) / count;
      if (Number.isNaN(size)) tops[row] = Number.NaN;
      else if (!(size <= at(means, row))) means[row] = size;
    }
  }
  for (let i = 0; i < taught.length; i += 1) {
    const row = taught[i] ?? 0;
    if (at(tops, row) === noClass) tops[row] = bandOf(at(means, row));
  }
};

/** Counts the classes of a stage into its bands, all of a grade at its mean size; what is not known of one grade makes all bands unknown. */
const countStage = ({ cells: ofStages, topBand, bands }: SizeMemory, state: CountyState, stage: Stage, taught: Int32Array): void => {
  const cells = ofStages[stage];
  const tops = topBand[stage];
  const rows = tops.length;
  for (const column of bands[stage]) {
    for (let i = 0; i < taught.length; i += 1) {
      const row = taught[i] ?? 0;
      column[row] = Number.isNaN(at(tops, row)) ? Number.NaN : 0;
    }
  }
  for (let grade = 0; grade < gradeCount[stage]; grade += 1) {
    const classes = state.classes[stage][grade];
    const pupils = state.pupils[stage][grade];
    if (classes === undefined || pupils === undefined) continue;
    for (let i = 0; i < taught.length; i += 1) {
      const row = taught[i] ?? 0;
      const count = at(classes, row);
      if (count === 0 || Number.isNaN(at(tops, row))) continue;
      const cell = bandOf(at(pupils, row) / count) * rows + row;
      cells[cell] = at(cells, cell) + count;
    }
  }
};

/**
 * 班额分段 of the projected classes; rows that do not teach a stage keep what they reported. How large the largest class
 * is mostly tells enough: the bands are counted when they are asked for.
 */
export const sizesOf = (memory: SizeMemory, state: CountyState, base: CountyColumns): CountyColumns["classSizes"] => {
  const taught = taughtIn(memory, state, base);
  for (const stage of bothStages) measureStage(memory, state, stage, taught[stage]);
  let counted: SizeMemory["bands"] | null = null;
  const bands = (): SizeMemory["bands"] => {
    if (counted === null) for (const stage of bothStages) countStage(memory, state, stage, taught[stage]);
    counted = memory.bands;
    return counted;
  };
  return {
    get primary() {
      return bands().primary;
    },
    get junior() {
      return bands().junior;
    },
    get unsplit() {
      return bands().unsplit;
    },
    largestMean: memory.largestMean,
    topBand: memory.topBand,
  };
};
