import { type UncertainInput, type UncertaintyRange, type UncertaintySettings, uncertainInputs } from "../../contract";
import { triangular, varies } from "./range";
import { common, joined, streamOf, uniformsOf, weightsOf } from "./uniform";
import { type VectorSpread, vectorSpread } from "./vector/spread";

/** Values of an input for some schools: those of school `row` in the cells `row * years` up to `(row + 1) * years`. */
export interface SchoolValues {
  /** Number of each school in the counter, by row. */
  readonly subjects: Int32Array;
  /** Rows that are asked for. */
  readonly rows: Int32Array;
  readonly cells: Float64Array;
}

/** How the value of an input within its range is found: by a draw, or at one end of it. */
export interface Chooser {
  /** Fills `out` with the values of the projected years (index 0 = the first) for a school. */
  readonly years: (input: UncertainInput, range: UncertaintyRange, subject: number, out: Float64Array) => void;
  /** The same for many schools. */
  readonly schools: (input: UncertainInput, range: UncertaintyRange, values: SchoolValues) => void;
  /** One value for all years, of a lever. */
  readonly once: (input: UncertainInput, range: UncertaintyRange, subject: number) => number;
}

/**
 * `triangular(range, joined(shared, own))` of the numbers of some years, which are overwritten: without a branch that a
 * random number takes, for the processor guesses half of them wrong. What is not wanted is multiplied by 0, which leaves
 * every bit of the other.
 */
const spreadOver = (
  { low, likely, high }: UncertaintyRange,
  { weight, rest, small, large }: ReturnType<typeof weightsOf>,
  shared: Float64Array,
  numbers: Float64Array,
  from: number,
): void => {
  const isJoined = small > 0;
  // Two even weights leave nothing between the two parabolas.
  const hasMiddle = small < large;
  const parabola = isJoined ? 2 * small * large : 1;
  const width = high - low;
  const rise = likely - low;
  const fall = high - likely;
  for (let i = 0; i < shared.length; i += 1) {
    const sum = weight * (shared[i] as number) + rest * (numbers[from + i] as number);
    let part = sum;
    if (isJoined) {
      const isBelow = +(sum < small);
      const isAbove = hasMiddle ? +(sum > large) : 1 - isBelow;
      const end = isBelow * sum + isAbove * (1 - sum);
      const curve = (end * end) / parabola;
      part = isBelow * curve + isAbove * (1 - curve);
      if (hasMiddle) part += (1 - isBelow - isAbove) * ((sum - small / 2) / large);
    }
    const isLow = +(part * width < rise);
    const isHigh = 1 - isLow;
    const root = Math.sqrt((isLow * part + isHigh * (1 - part)) * width * (isLow * rise + isHigh * fall));
    numbers[from + i] = isLow * (low + root) + isHigh * (high - root);
  }
};

/** Choosers of one question; they share their working memory, so use one before asking for the next. */
export const drawnChoosers = ({ seed, countyShare }: UncertaintySettings, horizon: number): ((draw: number) => Chooser) => {
  const uniforms = uniformsOf(seed);
  const join = joined(countyShare);
  const weights = weightsOf(countyShare);
  const first = new Float64Array(1);
  /** What all schools share, input by input, and the draw that it was last found for. */
  const shared = Object.fromEntries(uncertainInputs.map((input) => [input, { years: new Float64Array(horizon), draw: -1 }])) as Readonly<
    Record<UncertainInput, { readonly years: Float64Array; draw: number }>
  >;
  let vectors: VectorSpread | null | undefined;
  const knownLists = new WeakMap<Int32Array, Int32Array>();
  const listedOf = (subjects: Int32Array, rows: Int32Array): Int32Array => {
    let listed = knownLists.get(rows);
    if (listed === undefined) {
      listed = rows.map((row) => subjects[row] as number);
      knownLists.set(rows, listed);
    }
    return listed;
  };
  return (draw) => {
    const sharedYears = (input: UncertainInput): Float64Array => {
      const of = shared[input];
      if (of.draw !== draw) uniforms.years(draw, input, common, of.years);
      of.draw = draw;
      return of.years;
    };
    return {
      years: (input, range, subject, out) => {
        if (!varies(range)) {
          out.fill(range.likely);
          return;
        }
        if (countyShare < 1) uniforms.years(draw, input, subject, out);
        spreadOver(range, weights, sharedYears(input), out, 0);
      },
      schools: (input, range, { subjects, rows, cells }) => {
        const county = sharedYears(input);
        if (vectors === undefined) vectors = vectorSpread(uniforms.key, weights, horizon, subjects.length);
        if (vectors !== null && varies(range)) {
          const listed = listedOf(subjects, rows);
          vectors.draw(draw, streamOf[input], range, county, listed);
          const { values, stride } = vectors;
          // Where the values of all schools lie as they are asked for they are taken over in one piece.
          if (stride === horizon && rows.length === subjects.length) {
            cells.set(values.subarray(0, cells.length));
            return;
          }
          for (let i = 0; i < rows.length; i += 1) {
            const from = (rows[i] as number) * horizon;
            for (let year = 0; year < horizon; year += 1) cells[from + year] = values[i * stride + year] as number;
          }
          return;
        }
        for (let i = 0; i < rows.length; i += 1) {
          const row = rows[i] ?? 0;
          const from = row * horizon;
          if (!varies(range)) {
            cells.fill(range.likely, from, from + horizon);
            continue;
          }
          if (countyShare < 1) uniforms.years(draw, input, subjects[row] ?? common, cells, from, from + horizon);
          spreadOver(range, weights, county, cells, from);
        }
      },
      once: (input, range, subject) => {
        if (!varies(range)) return range.likely;
        uniforms.years(draw, input, subject, first);
        return triangular(range, join(sharedYears(input)[0] ?? 0, first[0] ?? 0));
      },
    };
  };
};

/** A chooser that knows no difference between schools. */
const alike = ({ years, once }: Omit<Chooser, "schools">): Chooser => ({
  years,
  once,
  schools: (input, range, { subjects, rows, cells }) => {
    const horizon = cells.length / subjects.length;
    for (const row of rows) years(input, range, subjects[row] ?? common, cells.subarray(row * horizon, (row + 1) * horizon));
  },
});

/** Every input as likely. */
export const likelyChooser: Chooser = alike({
  years: (_input, range, _subject, out) => out.fill(range.likely),
  once: (_input, range) => range.likely,
});

/**
 * One input at an end of its range in every year, all others likely. The error of the entrants, which the
 * draws let grow like the root of the years, follows the edge of that growth: 1 + error · √years.
 */
export const endChooser = (chosen: UncertainInput, end: "low" | "high"): Chooser =>
  alike({
    years: (input, range, _subject, out) => {
      if (input !== chosen) out.fill(range.likely);
      else if (input !== "entrants") out.fill(range[end]);
      else {
        const edge = (years: number): number => Math.max(0, range.likely + (range[end] - range.likely) * Math.sqrt(years));
        let before = 1;
        for (let i = 0; i < out.length; i += 1) {
          const reached = edge(i + 1);
          out[i] = before === 0 ? 0 : reached / before;
          before = reached;
        }
      }
    },
    once: (input, range) => (input === chosen ? range[end] : range.likely),
  });
