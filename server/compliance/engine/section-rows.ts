/**
 * The hot loop: many sections at once, in flat memory. One row is one section (a stage of a counted school
 * in one year); a group is one stage of one county in one year. No objects. Where a value comes so near to a
 * limit that doubles or rounding could decide, its bit in `close` is set and `exact.ts` has the last word.
 * `vector/source.ts` is the same loop for vectors, bit for bit.
 */

export const indicatorCount = 7;
/** Numbers a row: the seven indicators, then the pupils. */
export const lanes = 8;
const pupilsLane = 7;

export interface SectionRows {
  /** Group g holds the rows from `starts[g]` to before `starts[g + 1]`. */
  readonly starts: Int32Array;
  /**
   * Row r, indicator i: `figures[r * lanes + i]` is the resource in base units, after merging and splitting, NaN
   * when missing; the eighth number is the pupils of the section, NaN when missing, never zero.
   */
  readonly figures: Float64Array;
  /** Value of the indicator, likewise. The eighth number means nothing. */
  readonly value: Float64Array;
  /** Four sets of indicator bits a row: met, below the floor, missing, close; see `metBits` and its like. */
  readonly states: Int32Array;
  /** Row verdict: 0 met, 1 not met, 2 not evaluable, as in `verdictCode`. */
  readonly verdict: Uint8Array;
  /** Group g, indicator i: Σ resource (base unit) at `g * lanes + i`; county mean and CV likewise, NaN when not evaluable. */
  readonly total: Float64Array;
  readonly mean: Float64Array;
  readonly cv: Float64Array;
  /**
   * Group g, at `g * tallyCount`: three sets of indicator bits (CV above the limit, not evaluable, close), then the
   * rows that fail and the rows that cannot be judged.
   */
  readonly tallies: Int32Array;
}

export const tallyCount = 3;

/** A limit: at or above `line` is met; within `half` of `centre` the exact comparison decides. */
export interface FlatLine {
  readonly line: number;
  readonly centre: number;
  readonly half: number;
}

/** Limits of one stage, indicator by indicator. */
export interface StageLimits {
  /** Pupils that the value refers to: 100 for 每百名学生, 1 for 生均. */
  readonly scale: readonly number[];
  readonly standard: readonly FlatLine[];
  readonly floor: readonly FlatLine[];
  readonly minimumMet: number;
  readonly cv: FlatLine;
}

/** Where the limits stand when packed: eight lines of lanes, then four numbers. */
const limitAt = { scale: 0, standard: 1, floor: 4, plain: 7, cv: 8 * lanes } as const;
export const limitCount = 8 * lanes + 4;

/** Limits as the loop reads them: `limitCount` numbers. */
export interface FlatLimits {
  readonly minimumMet: number;
  readonly packed: Float64Array;
}

const beyond = ({ line, centre, half }: FlatLine): number => Math.max(line, centre + 2 * half);

export const flatLimits = ({ scale, standard, floor, minimumMet, cv }: StageLimits): FlatLimits => {
  const packed = new Float64Array(limitCount);
  packed.set([...scale, 1], limitAt.scale);
  for (const [lines, at] of [
    [standard, limitAt.standard],
    [floor, limitAt.floor],
  ] as const)
    lines.forEach(({ line, centre, half }, indicator) => {
      packed[at * lanes + indicator] = line;
      packed[(at + 1) * lanes + indicator] = centre;
      packed[(at + 2) * lanes + indicator] = half;
    });
  // Above these a value is met and close to nothing: the vectors look no further at a row that is above all of them.
  packed.set(
    [...standard.map((line, indicator) => Math.max(beyond(line), beyond(floor[indicator] ?? line))), Number.NEGATIVE_INFINITY],
    limitAt.plain * lanes,
  );
  packed.set([cv.line, cv.centre, cv.half, minimumMet], limitAt.cv);
  return { minimumMet, packed };
};

export const metBits = (states: number): number => states & 0x7f;
export const belowBits = (states: number): number => (states >>> 8) & 0x7f;
export const missingBits = (states: number): number => (states >>> 16) & 0x7f;
export const closeBits = (states: number): number => states >>> 24;

/** Indicators in a set of bits. */
export const bitCount = Uint8Array.from({ length: 256 }, (_, mask) => {
  let bits = 0;
  for (let rest = mask; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
});

/** Judges the sections of one group. What the close bits of `states` and `tallies` do not mark is final. */
export type JudgeGroup = (rows: SectionRows, group: number, limits: FlatLimits) => void;

/** Values and states of one indicator in the rows of one group. Answers with the resource of all rows. */
const judgeValues = ({ figures, value, states }: SectionRows, lane: number, from: number, to: number, packed: Float64Array): number => {
  const limit = (line: number): number => packed[line * lanes + lane] as number;
  const scale = limit(limitAt.scale);
  const line = limit(limitAt.standard);
  const centre = limit(limitAt.standard + 1);
  const half = limit(limitAt.standard + 2);
  const floorLine = limit(limitAt.floor);
  const floorCentre = limit(limitAt.floor + 1);
  const floorHalf = limit(limitAt.floor + 2);
  const toPupils = pupilsLane - lane;
  let total = 0;
  for (let row = from, at = from * lanes + lane; row < to; row++, at += lanes) {
    const own = figures[at] as number;
    const x = (own * scale) / (figures[at + toPupils] as number);
    value[at] = x;
    total += own;
    states[row] =
      (states[row] as number) |
      ((+(x >= line) |
        (+(x < floorLine) << 8) |
        (+Number.isNaN(x) << 16) |
        ((+(Math.abs(x - centre) <= half) | +(Math.abs(x - floorCentre) <= floorHalf)) << 24)) <<
        lane);
  }
  return total;
};

/** Σ pupils · (value − mean)² of one indicator in the rows of one group. */
const weightedSquares = ({ figures, value }: SectionRows, lane: number, from: number, to: number, mean: number): number => {
  let squares = 0;
  for (let at = from * lanes; at < to * lanes; at += lanes) {
    const deviation = (value[at + lane] as number) - mean;
    squares += (figures[at + pupilsLane] as number) * deviation * deviation;
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
export const judgeRows = ({ starts, states, verdict, tallies }: SectionRows, group: number, { minimumMet }: FlatLimits): void => {
  const to = starts[group + 1] as number;
  let failing = 0;
  let open = 0;
  for (let row = starts[group] as number; row < to; row++) {
    const state = states[row] as number;
    const missing = missingBits(state);
    const reachable = (bitCount[metBits(state)] as number) + (bitCount[missing] as number);
    const fails = +(belowBits(state) !== 0) | +(reachable < minimumMet);
    const gap = +(missing !== 0) & (fails ^ 1);
    verdict[row] = fails | (gap << 1);
    failing += fails;
    open += gap;
  }
  tallies[group * tallyCount + 1] = failing;
  tallies[group * tallyCount + 2] = open;
};

/** The loop in TypeScript. */
export const judgeGroupPlainly: JudgeGroup = (rows, group, limits) => {
  const { figures, states, total, mean, cv, tallies } = rows;
  const { packed } = limits;
  const from = rows.starts[group] as number;
  const to = rows.starts[group + 1] as number;
  states.fill(0, from, to);
  let people = 0;
  for (let row = from; row < to; row++) people += figures[row * lanes + pupilsLane] as number;
  const [line, centre, half] = [packed[limitAt.cv] as number, packed[limitAt.cv + 1] as number, packed[limitAt.cv + 2] as number];
  let balances = 0;
  for (let lane = 0; lane < indicatorCount; lane++) {
    const sum = judgeValues(rows, lane, from, to, packed);
    const average = (sum * (packed[lane] as number)) / people;
    const spread = coefficient(weightedSquares(rows, lane, from, to, average), people, average);
    const at = group * lanes + lane;
    total[at] = sum;
    mean[at] = average;
    cv[at] = spread;
    balances |= (+(spread > line) | (+Number.isNaN(spread) << 8) | (+(Math.abs(spread - centre) <= half) << 16)) << lane;
  }
  tallies[group * tallyCount] = balances;
  judgeRows(rows, group, limits);
};
