/**
 * The hot loop: many sections at once, in flat columns. One row is one section (a stage of a counted
 * school in one year); a group is one stage of one county in one year. No objects, and no branch that
 * depends on the data. Where a value comes so near to a limit that doubles or rounding could decide, its
 * bit in `close` is set and `exact.ts` has the last word.
 */

export const indicatorCount = 7;

export interface SectionRows {
  /** Pupils of the section; NaN when missing. Never zero. */
  readonly pupils: Float64Array;
  /** Resource of the section in base units, indicator by indicator, after merging and splitting; NaN when missing. */
  readonly resource: readonly Float64Array[];
  /** Group g holds the rows from `starts[g]` to before `starts[g + 1]`. */
  readonly starts: Int32Array;
}

/** A limit: at or above `line` is met; within `half` of `centre` the exact comparison decides. */
export interface FlatLine {
  readonly line: number;
  readonly centre: number;
  readonly half: number;
}

/** Limits of one stage, indicator by indicator. */
export interface FlatLimits {
  /** Pupils that the value refers to: 100 for 每百名学生, 1 for 生均. */
  readonly scale: readonly number[];
  readonly standard: readonly FlatLine[];
  readonly floor: readonly FlatLine[];
  readonly minimumMet: number;
  readonly cv: FlatLine;
}

export interface FlatResult {
  /** Value of indicator i in row r: `value[i][r]`. */
  readonly value: readonly Float64Array[];
  /** Four sets of indicator bits a row: met, below the floor, missing, close; see `metBits` and its like. */
  readonly states: Int32Array;
  /** Row verdict: 0 met, 1 not met, 2 not evaluable, as in `verdictCode`. */
  readonly verdict: Uint8Array;
  /** Group g, indicator i: `cv[g * 7 + i]`, the county mean likewise. NaN is not evaluable. */
  readonly cv: Float64Array;
  readonly mean: Float64Array;
  /** Σ resource, base unit. */
  readonly total: Float64Array;
  /** Three sets of indicator bits a group: CV above the limit, not evaluable, close. */
  readonly balances: Int32Array;
  /** Rows that fail, and rows that cannot be judged, in each group. */
  readonly failing: Int32Array;
  readonly open: Int32Array;
}

export const metBits = (states: number): number => states & 0xff;
export const belowBits = (states: number): number => (states >>> 8) & 0xff;
export const missingBits = (states: number): number => (states >>> 16) & 0xff;
export const closeBits = (states: number): number => states >>> 24;

/** Room for the results of `rows` sections in `groups` groups, to be used again and again. */
export const flatResult = (rows: number, groups: number): FlatResult => ({
  value: Array.from({ length: indicatorCount }, () => new Float64Array(rows)),
  states: new Int32Array(rows),
  verdict: new Uint8Array(rows),
  cv: new Float64Array(groups * indicatorCount),
  mean: new Float64Array(groups * indicatorCount),
  total: new Float64Array(groups * indicatorCount),
  balances: new Int32Array(groups),
  failing: new Int32Array(groups),
  open: new Int32Array(groups),
});

/** Indicators in a set of bits. */
export const bitCount = Uint8Array.from({ length: 256 }, (_, mask) => {
  let bits = 0;
  for (let rest = mask; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
});

/** Values and states of one indicator in the rows of one group. Answers with the resource of all rows. */
const judgeValues = (rows: SectionRows, out: FlatResult, indicator: number, from: number, to: number, limits: FlatLimits): number => {
  const { pupils } = rows;
  const { states } = out;
  const resource = rows.resource[indicator] as Float64Array;
  const value = out.value[indicator] as Float64Array;
  const scale = limits.scale[indicator] as number;
  const { line, centre, half } = limits.standard[indicator] as FlatLine;
  const floor = limits.floor[indicator] as FlatLine;
  const { line: floorLine, centre: floorCentre, half: floorHalf } = floor;
  let total = 0;
  for (let row = from; row < to; row++) {
    const own = resource[row] as number;
    const x = (own * scale) / (pupils[row] as number);
    value[row] = x;
    total += own;
    states[row] =
      (states[row] as number) |
      ((+(x >= line) |
        (+(x < floorLine) << 8) |
        (+Number.isNaN(x) << 16) |
        ((+(Math.abs(x - centre) <= half) | +(Math.abs(x - floorCentre) <= floorHalf)) << 24)) <<
        indicator);
  }
  return total;
};

/** Σ pupils · (value − mean)². */
export const weightedSquares = (pupils: Float64Array, value: Float64Array, from: number, to: number, mean: number): number => {
  let squares = 0;
  for (let row = from; row < to; row++) {
    const deviation = (value[row] as number) - mean;
    squares += (pupils[row] as number) * deviation * deviation;
  }
  return squares;
};

/** CV = √(Σ pupils·(value − mean)² ÷ Σ pupils) ÷ mean; not evaluable without a resource. */
export const coefficient = (squares: number, people: number, mean: number): number =>
  mean > 0 ? Math.sqrt(squares / people) / mean : Number.NaN;

/**
 * Verdicts of the rows of one group from their states. School rule (第六条): not met if a known value is
 * below the floor or if even all missing ones could not bring the met indicators to the minimum; not
 * evaluable if anything else is missing; else met.
 */
export const judgeRows = ({ starts }: Pick<SectionRows, "starts">, group: number, minimumMet: number, out: FlatResult): void => {
  const from = starts[group] as number;
  const to = starts[group + 1] as number;
  const { states, verdict } = out;
  let failing = 0;
  let open = 0;
  for (let row = from; row < to; row++) {
    const state = states[row] as number;
    const missing = missingBits(state);
    const reachable = (bitCount[metBits(state)] as number) + (bitCount[missing] as number);
    const fails = +(belowBits(state) !== 0) | +(reachable < minimumMet);
    const gap = +(missing !== 0) & (fails ^ 1);
    verdict[row] = fails | (gap << 1);
    failing += fails;
    open += gap;
  }
  out.failing[group] = failing;
  out.open[group] = open;
};

/** Judges the sections of one group. What `closeBits` and the close bits of `balances` do not mark is final. */
export const judgeGroup = (rows: SectionRows, group: number, limits: FlatLimits, out: FlatResult): void => {
  const from = rows.starts[group] as number;
  const to = rows.starts[group + 1] as number;
  const { pupils } = rows;
  out.states.fill(0, from, to);
  let people = 0;
  for (let row = from; row < to; row++) people += pupils[row] as number;
  const { line, centre, half } = limits.cv;
  let balances = 0;
  for (let indicator = 0; indicator < indicatorCount; indicator++) {
    const total = judgeValues(rows, out, indicator, from, to, limits);
    const mean = (total * (limits.scale[indicator] as number)) / people;
    const squares = weightedSquares(pupils, out.value[indicator] as Float64Array, from, to, mean);
    const cv = coefficient(squares, people, mean);
    const at = group * indicatorCount + indicator;
    out.total[at] = total;
    out.mean[at] = mean;
    out.cv[at] = cv;
    balances |= (+(cv > line) | (+Number.isNaN(cv) << 8) | (+(Math.abs(cv - centre) <= half) << 16)) << indicator;
  }
  out.balances[group] = balances;
  judgeRows(rows, group, limits.minimumMet, out);
};
