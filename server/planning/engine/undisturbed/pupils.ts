import { classesOf, type FormedClasses, formedClasses } from "../classes";
import { entrantsOf, openWeights } from "../entrants";
import { juniorShares } from "../feeder";
import type { Question } from "../simulate";
import { type ByStage, type Column, type CountyState, sumInto } from "../state";
import { type YearCells, yearCells } from "./cells";
import type { DrawnYears } from "./drawn-years";

/** 学生与班级 of all years. */
export interface PupilYears {
  readonly pupils: ByStage<YearCells>;
  readonly classes: ByStage<YearCells>;
  /** The most of each school in any of the years, by row. */
  readonly most: { readonly pupils: ByStage<Column>; readonly classes: ByStage<Column> };
  /** No class of a stage is larger. */
  readonly largestClass: ByStage<number>;
  /** Answers whether everybody who teaches has pupils in every year. */
  readonly fill: (drawn: DrawnYears) => boolean;
}

const rowsIn = (taught: Uint8Array): Int32Array => Int32Array.from([...taught.keys()].filter((row) => taught[row] === 1));

/** One grade in the base year, and what makes the next one of it. */
interface Grade {
  readonly first: Column;
  /** Share of its pupils who are in the next grade a year later. */
  readonly ratio: Column;
  readonly formed: FormedClasses;
}

type Stage = keyof ByStage<unknown>;
const both = <T>(of: (stage: Stage) => T): ByStage<T> => ({ primary: of("primary"), junior: of("junior") });

/** Steps the pupils of every school through all years: first who is in primary grades, then who comes from there. */
export const pupilYears = ({ model }: Question, state: CountyState, years: number): PupilYears => {
  const { progression, assumptions, entrants, observed } = model;
  const { taught, zones, feeders, caps } = state;
  const rows = zones.grade1.length;
  const grades = both((stage) =>
    state.pupils[stage].map(
      (first, grade): Grade => ({
        first,
        ratio: progression.ratios[stage][grade] ?? first,
        formed: formedClasses(observed, stage, grade, caps[stage], assumptions),
      }),
    ),
  );
  const summed = (columns: readonly Column[]): YearCells => {
    const total = new Float64Array(rows);
    sumInto(total, columns);
    return yearCells(total, years);
  };
  const pupils = both((stage) => summed(state.pupils[stage]));
  const classes = both((stage) => summed(state.classes[stage]));
  const [g1, g2, g3, g4, g5, g6] = grades.primary as [Grade, Grade, Grade, Grade, Grade, Grade];
  const [g7, g8, g9] = grades.junior as [Grade, Grade, Grade];
  const taughtRows = both((stage) => rowsIn(taught[stage]));
  const open = openWeights(zones.grade1, taught.primary, observed.pupils.primary[0] ?? zones.grade1);
  const column = (): Column => new Float64Array(rows);
  const most = { pupils: both(column), classes: both(column) };
  const entering = new Float64Array(rows * years);
  for (let year = 0; year < years; year += 1) {
    entrantsOf(entrants, year, open).forEach((persons, row) => {
      entering[row * years + year] = persons;
    });
  }
  const shares = juniorShares(zones, taught);
  const staying = 1 - assumptions.juniorLeakage;
  const intake = new Float64Array(rows * years);
  const pool = new Float64Array(years);

  /** Adds those to the intake of a year for whom a school is named; answers with those who are left. */
  const sendNamed = (row: number, year: number, arriving: number): number => {
    let left = arriving;
    for (const { toRow, share } of feeders.get(row) ?? []) {
      if (taught.junior[toRow] !== 1) continue;
      intake[toRow * years + year] = (intake[toRow * years + year] as number) + arriving * share;
      left -= arriving * share;
    }
    return left;
  };

  const fillPrimary = (row: number, { progression: errors, migration, entrants: growth }: DrawnYears): boolean => {
    let p1 = g1.first[row] as number;
    let p2 = g2.first[row] as number;
    let p3 = g3.first[row] as number;
    let p4 = g4.first[row] as number;
    let p5 = g5.first[row] as number;
    let p6 = g6.first[row] as number;
    const r1 = g1.ratio[row] as number;
    const r2 = g2.ratio[row] as number;
    const r3 = g3.ratio[row] as number;
    const r4 = g4.ratio[row] as number;
    const r5 = g5.ratio[row] as number;
    const s1 = g1.formed.sizes[row] as number;
    const s2 = g2.formed.sizes[row] as number;
    const s3 = g3.formed.sizes[row] as number;
    const s4 = g4.formed.sizes[row] as number;
    const s5 = g5.formed.sizes[row] as number;
    const s6 = g6.formed.sizes[row] as number;
    const k1 = g1.formed.kept[row] as number;
    const k2 = g2.formed.kept[row] as number;
    const k3 = g3.formed.kept[row] as number;
    const k4 = g4.formed.kept[row] as number;
    const k5 = g5.formed.kept[row] as number;
    const k6 = g6.formed.kept[row] as number;
    const isNamed = feeders.has(row);
    const ownShare = taught.junior[row] === 1 ? (zones.ownShare[row] as number) : 0;
    const first = row * years;
    let isFull = true;
    let [mostPupils, mostClasses] = [0, 0];
    for (let year = 0, cell = first; year < years; year += 1, cell += 1) {
      const arriving = p6 * staying * (migration[cell] as number);
      const left = isNamed ? sendNamed(row, year, arriving) : arriving;
      const own = ownShare === 0 ? 0 : left * ownShare;
      intake[cell] = (intake[cell] as number) + own;
      pool[year] = (pool[year] as number) + (left - own);
      const error = errors[cell] as number;
      p6 = p5 * r5 * error;
      p5 = p4 * r4 * error;
      p4 = p3 * r3 * error;
      p3 = p2 * r2 * error;
      p2 = p1 * r1 * error;
      p1 = (entering[cell] as number) * (growth[cell] as number);
      const all = p1 + p2 + p3 + p4 + p5 + p6;
      if (!(all > 0)) isFull = false;
      const formed =
        classesOf(p1, s1, k1) +
        classesOf(p2, s2, k2) +
        classesOf(p3, s3, k3) +
        classesOf(p4, s4, k4) +
        classesOf(p5, s5, k5) +
        classesOf(p6, s6, k6);
      pupils.primary[cell] = all;
      classes.primary[cell] = formed;
      mostPupils = Math.max(mostPupils, all);
      mostClasses = Math.max(mostClasses, formed);
    }
    most.pupils.primary[row] = mostPupils;
    most.classes.primary[row] = mostClasses;
    return isFull;
  };

  const fillJunior = (row: number, { progression: errors }: DrawnYears): boolean => {
    let p7 = g7.first[row] as number;
    let p8 = g8.first[row] as number;
    let p9 = g9.first[row] as number;
    const r7 = g7.ratio[row] as number;
    const r8 = g8.ratio[row] as number;
    const s7 = g7.formed.sizes[row] as number;
    const s8 = g8.formed.sizes[row] as number;
    const s9 = g9.formed.sizes[row] as number;
    const k7 = g7.formed.kept[row] as number;
    const k8 = g8.formed.kept[row] as number;
    const k9 = g9.formed.kept[row] as number;
    const share = shares[row] as number;
    let isFull = true;
    let [mostPupils, mostClasses] = [0, 0];
    for (let year = 0, cell = row * years; year < years; year += 1, cell += 1) {
      const error = errors[cell] as number;
      p9 = p8 * r8 * error;
      p8 = p7 * r7 * error;
      p7 = share === 0 ? (intake[cell] as number) : (intake[cell] as number) + share * (pool[year] as number);
      const all = p7 + p8 + p9;
      if (!(all > 0)) isFull = false;
      const formed = classesOf(p7, s7, k7) + classesOf(p8, s8, k8) + classesOf(p9, s9, k9);
      pupils.junior[cell] = all;
      classes.junior[cell] = formed;
      mostPupils = Math.max(mostPupils, all);
      mostClasses = Math.max(mostClasses, formed);
    }
    most.pupils.junior[row] = mostPupils;
    most.classes.junior[row] = mostClasses;
    return isFull;
  };

  return {
    pupils,
    classes,
    most,
    largestClass: both((stage) =>
      grades[stage].reduce(
        (largest, { formed }) => taughtRows[stage].reduce((most, row) => Math.max(most, largestIn(formed, row)), largest),
        0,
      ),
    ),
    fill: (drawn) => {
      intake.fill(0);
      pool.fill(0);
      let isFull = true;
      for (let i = 0; i < taughtRows.primary.length; i += 1) if (!fillPrimary(taughtRows.primary[i] ?? 0, drawn)) isFull = false;
      for (let i = 0; i < taughtRows.junior.length; i += 1) if (!fillJunior(taughtRows.junior[i] ?? 0, drawn)) isFull = false;
      return isFull;
    },
  };
};

const largestIn = ({ sizes }: FormedClasses, row: number): number => sizes[row] as number;
