import type { Stage } from "@server/statistics/contract";
import { isCvNearLimit, plainCvVerdict } from "../balance";
import type { CountyColumns, TeacherField } from "../columns";
import type { Unit } from "../inclusion";
import { isAt } from "../indicators";
import type { Rules } from "../rules-in-force";
import { sectionMemory } from "../section-memory";
import { closeBits, indicatorCount, lanes, missingBits, tallyCount } from "../section-rows";
import { sectionsOf } from "../sections";
import { weightsOf, wholeWeight } from "../split";
import { allOf, verdictCode } from "../verdicts";
import type { MovingYears, YearCells } from "./moving";

/** County mean and coefficient of variation (校际差异系数) of one indicator. */
export interface JudgedBalance {
  mean: number;
  cv: number;
  verdict: number;
}

/** One stage of one year. It is overwritten by the next future. */
export interface JudgedStage {
  /** Row of the school of each section. */
  heads: Int32Array;
  states: Int32Array;
  sectionVerdicts: Uint8Array;
  readonly balances: readonly JudgedBalance[];
  pupils: number;
  verdict: number;
}

/** One section, and what of it does not move. */
interface Ground {
  readonly head: number;
  readonly members: readonly number[];
  /** Pupils below which a teaching point does not count; 0 for other schools. */
  readonly minimum: number;
  /** Facilities in base units by indicator, before stages share them. */
  readonly facilities: Float64Array;
  readonly isShared: boolean;
  /** Weights of a pupil of the section and of both stages, and what the others who share weigh together. */
  readonly own: number;
  readonly primary: number;
  readonly junior: number;
  readonly senior: number;
  readonly kindergarten: number;
}

/** Facilities of a school for each indicator, added up as `writeFigures` does. */
const facilitiesOf = (columns: CountyColumns, rules: Rules, stage: Stage, members: readonly number[]): Float64Array => {
  const figures = new Float64Array(indicatorCount);
  rules.stages[stage].indicators.forEach(({ rule: { numerator, toBase } }, position) => {
    if (numerator.from !== "facilities") return;
    let sum = 0;
    for (const { field, sign } of numerator.terms) for (const row of members) sum += sign * (columns.facilities[field][row] as number);
    figures[position] = sum * toBase;
  });
  return figures;
};

const groundOf = (columns: CountyColumns, rules: Rules, stage: Stage, units: readonly Unit[]): readonly Ground[] =>
  sectionsOf(units, stage, rules).map(({ unit, mixed }): Ground => {
    const weights = mixed ? weightsOf(unit, rules.split) : null;
    const { primary, junior, senior, kindergarten } = weights ?? {};
    const fixed = (weight: number | undefined, pupils: number): number => (wholeWeight(weight) > 0 ? wholeWeight(weight) * pupils : 0);
    return {
      head: unit.head,
      members: unit.members,
      minimum: columns.schools[unit.head]?.type === "teaching_point" ? rules.teachingPointMinimum : 0,
      facilities: facilitiesOf(columns, rules, stage, unit.members),
      isShared: weights !== null,
      own: wholeWeight(weights?.[stage]),
      primary: wholeWeight(primary),
      junior: wholeWeight(junior),
      senior: fixed(senior, unit.pupils.senior),
      kindergarten: fixed(kindergarten, unit.pupils.kindergarten),
    };
  });

/** A column of teachers that an indicator adds up. */
interface Term {
  readonly position: number;
  readonly field: TeacherField;
  readonly sign: 1 | -1;
}

const termsOf = (rules: Rules, stage: Stage): readonly Term[] =>
  rules.stages[stage].indicators.flatMap(({ rule: { numerator } }, position) =>
    numerator.from === "teachers" ? numerator.terms.map(({ field, sign }) => ({ position, field, sign })) : [],
  );

/** A cell of a school, that of its campuses added. */
export const sumAt = (cells: YearCells, members: readonly number[], years: number, year: number): number => {
  let sum = 0;
  for (let i = 0; i < members.length; i++) sum += cells[(members[i] ?? -1) * years + year] as number;
  return sum;
};

/** Three indicators of teachers and four of facilities are written in one go, for each loop asks every array anew what it is. */
const columnsInARow = { teachers: 3, facilities: 4 } as const;

/** Whether a stage has no more indicators of a kind than are written. */
export const fitsARow = (rules: Rules, stage: Stage): boolean =>
  (["teachers", "facilities"] as const).every(
    (kind) => rules.stages[stage].indicators.filter(({ rule: { numerator } }) => numerator.from === kind).length <= columnsInARow[kind],
  );

/** Judges one stage of some years; false where only the whole judgement can tell. */
export type JudgeStage = (moving: MovingYears, stages: readonly JudgedStage[]) => boolean;

/**
 * The sections of one stage in the years (their places in `moving`) that are judged by the same rules, for very many
 * futures: their figures are written into the rows of the hot loop without looking at anything that cannot have moved.
 */
export const stageJudge = (
  columns: CountyColumns,
  rules: Rules,
  stage: Stage,
  units: readonly Unit[],
  judged: readonly number[],
  years: number,
): JudgeStage => {
  const grounds = groundOf(columns, rules, stage, units);
  const terms = termsOf(rules, stage);
  const { indicators, flat } = rules.stages[stage];
  const stageRules = rules.stages[stage];
  const positions = Int32Array.from(terms, ({ position }) => position);
  /** Indicators that count teachers. */
  const ofTeachers = [...new Set(positions)];
  const signs = Float64Array.from(terms, ({ sign }) => sign);
  const shared = Int32Array.from(indicators.flatMap(({ rule }, position) => (rule.numerator.from === "facilities" ? [position] : [])));
  const judgedYears = Int32Array.from(judged);
  const most = grounds.length;
  const memory = sectionMemory(Math.max(1, most * years), 2 * years);
  const { figures } = memory;
  const heads = new Int32Array(most * years).fill(-1);
  const filled = new Int32Array(years);
  const pupils = new Float64Array(years);
  const isPrimary = stage === "primary";

  /** The columns of the terms, and what they add up to for each indicator of teachers, read once for every future. */
  const termCells: YearCells[] = [];
  const sums: YearCells[] = [];
  const rooms = ofTeachers.map(() => new Float64Array(columns.schools.length * years));
  const placesOf = ofTeachers.map((position) => [...positions.keys()].filter((place) => positions[place] === position));
  /** Two columns at a time, in their order; the last of an odd number comes alone. */
  const addUp = (sum: YearCells, places: readonly number[]): void => {
    sum.fill(0);
    for (let i = 0; i < places.length; i += 2) {
      const [place = 0, next = -1] = [places[i], places[i + 1]];
      const [cells, sign] = [termCells[place] as YearCells, signs[place] as number];
      if (next < 0) for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] as number) + sign * (cells[cell] as number);
      else {
        const [others, other] = [termCells[next] as YearCells, signs[next] as number];
        for (let cell = 0; cell < sum.length; cell++)
          sum[cell] = (sum[cell] as number) + sign * (cells[cell] as number) + other * (others[cell] as number);
      }
    }
  };
  const readTerms = ({ teachers }: MovingYears): void => {
    for (let place = 0; place < terms.length; place++) termCells[place] = teachers[stage][terms[place]?.field ?? "fullTime"];
    for (let of = 0; of < ofTeachers.length; of++) {
      const places = placesOf[of] ?? [];
      const [place = 0] = places;
      if (places.length === 1 && signs[place] === 1) sums[of] = termCells[place] as YearCells;
      else {
        sums[of] = rooms[of] as YearCells;
        addUp(rooms[of] as YearCells, places);
      }
    }
  };

  /** Writes what stays. A row that held the same section in the future before holds it still. */
  const writeFacilities = (at: number, { facilities }: Ground): void => {
    for (let position = 0; position < indicatorCount; position++) figures[at + position] = facilities[position] as number;
  };

  /** Where the parts of a row go that are written in one go; one that is lacking goes where the number of pupils is written after it. */
  const placeIn = (positions: ArrayLike<number>, place: number): number => positions[place] ?? indicatorCount;
  const [t0, t1, t2] = [0, 1, 2].map((place) => placeIn(ofTeachers, place)) as [number, number, number];
  const [f0, f1, f2, f3] = [0, 1, 2, 3].map((place) => placeIn(shared, place)) as [number, number, number, number];
  const nothing = new Float64Array(columns.schools.length * years);

  /** Teachers of a school and its campuses in one year: term by term, as `writeFigures` adds them. */
  const writeTogether = (at: number, { members }: Ground, year: number): void => {
    for (const position of ofTeachers) figures[at + position] = 0;
    for (let place = 0; place < positions.length; place++) {
      const cells = termCells[place] as YearCells;
      const position = at + (positions[place] as number);
      for (const row of members)
        figures[position] = (figures[position] as number) + (signs[place] as number) * (cells[row * years + year] as number);
    }
  };

  const writeSection = (ground: Ground, moving: MovingYears): boolean => {
    const { head, members, minimum, isShared, facilities } = ground;
    const { primary: ofPrimary, junior: ofJunior } = moving.pupils;
    const isAlone = members.length === 1;
    const [s0 = nothing, s1 = nothing, s2 = nothing] = sums;
    const [a0, a1, a2, a3] = [facilities[f0] ?? 0, facilities[f1] ?? 0, facilities[f2] ?? 0, facilities[f3] ?? 0];
    for (let i = 0; i < judgedYears.length; i++) {
      const year = judgedYears[i] as number;
      const cell = head * years + year;
      const primary = isAlone ? (ofPrimary[cell] as number) : sumAt(ofPrimary, members, years, year);
      const junior = isAlone ? (ofJunior[cell] as number) : sumAt(ofJunior, members, years, year);
      if (primary + junior < minimum) continue;
      const own = isPrimary ? primary : junior;
      if (!(own > 0)) return false;
      const slot = year * most + (filled[year] as number);
      const at = slot * lanes;
      filled[year] = (filled[year] as number) + 1;
      if (heads[slot] !== head) {
        heads[slot] = head;
        writeFacilities(at, ground);
      }
      if (isShared) {
        const part = ground.own * own;
        const whole = ground.primary * primary + ground.junior * junior + ground.senior + ground.kindergarten;
        figures[at + f0] = (a0 * part) / whole;
        figures[at + f1] = (a1 * part) / whole;
        figures[at + f2] = (a2 * part) / whole;
        figures[at + f3] = (a3 * part) / whole;
      }
      if (isAlone) {
        figures[at + t0] = s0[cell] as number;
        figures[at + t1] = s1[cell] as number;
        figures[at + t2] = s2[cell] as number;
      } else writeTogether(at, ground, year);
      figures[at + indicatorCount] = own;
      pupils[year] = (pupils[year] as number) + own;
    }
    return true;
  };

  /** True where no value of the rows lies so near to a limit that the exact comparison has to decide. */
  const areClear = (from: number, to: number): boolean => {
    for (let row = from; row < to; row++) {
      const bits = memory.states[row] as number;
      const close = closeBits(bits) & ~missingBits(bits);
      if (close === 0) continue;
      for (let position = 0; position < indicators.length; position++) {
        const lines = indicators[position]?.deciding;
        if (lines === undefined || (close & (1 << position)) === 0) continue;
        const value = memory.value[row * lanes + position] as number;
        if (isAt(value, lines.standard) || isAt(value, lines.floor)) return false;
      }
    }
    return true;
  };

  const readYear = (year: number, found: JudgedStage): boolean => {
    const group = 2 * year;
    const from = year * most;
    const to = from + (filled[year] ?? 0);
    memory.starts[group] = from;
    memory.starts[group + 1] = to;
    memory.judge(memory, group, flat);
    if (!areClear(from, to)) return false;
    let balance: number = verdictCode.met;
    for (let position = 0; position < indicators.length; position++) {
      const own = found.balances[position];
      if (own === undefined) continue;
      const cv = memory.cv[group * lanes + position] as number;
      own.mean = memory.mean[group * lanes + position] as number;
      if (!Number.isFinite(cv)) {
        own.cv = Number.NaN;
        own.verdict = verdictCode.notEvaluable;
      } else {
        if (isCvNearLimit(cv, stageRules)) return false;
        own.cv = cv;
        own.verdict = plainCvVerdict(cv, stageRules);
      }
      if (own.verdict === verdictCode.notMet || balance === verdictCode.met) balance = own.verdict;
    }
    if (found.states.length !== to - from || found.states.byteOffset !== memory.states.byteOffset + 4 * from) {
      found.heads = heads.subarray(from, to);
      found.states = memory.states.subarray(from, to);
      found.sectionVerdicts = memory.verdict.subarray(from, to);
    }
    found.pupils = pupils[year] as number;
    const failing = memory.tallies[group * tallyCount + 1] as number;
    const open = memory.tallies[group * tallyCount + 2] as number;
    const sections = failing > 0 ? verdictCode.notMet : open > 0 || to === from ? verdictCode.notEvaluable : verdictCode.met;
    found.verdict = allOf([sections, indicators.length === 0 ? verdictCode.notEvaluable : balance]);
    return true;
  };

  return (moving, stages) => {
    filled.fill(0);
    pupils.fill(0);
    readTerms(moving);
    for (const ground of grounds) if (!writeSection(ground, moving)) return false;
    for (const year of judged) {
      const found = stages[year];
      if (found === undefined || !readYear(year, found)) return false;
    }
    return true;
  };
};
