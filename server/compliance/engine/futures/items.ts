import type { ItemId } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import { nearTolerance } from "../exact";
import type { Unit } from "../inclusion";
import { type ItemContext, isPublic } from "../items/context";
import { roomsOfUnits } from "../items/rooms-by-classes";
import { sizeBounds } from "../items/school-size";
import { fundsAsked } from "../items/small-school-funds";
import { verdictCode } from "../verdicts";
import type { MovingYears, YearCells } from "./moving";
import { sumAt } from "./sections";

/** Items that hang on what moves. All others are the same in every future, as long as `whyNot` has nothing against it. */
export const movingItems = ["G3", "G4", "G6", "G9", "G12", "G13"] as const satisfies readonly ItemId[];
export type MovingItem = (typeof movingItems)[number];

/** The answer where only the whole judgement can tell. */
export const undecided = 3;

/** Writes the verdict codes of one item by year. */
export type JudgeItem = (moving: MovingYears, codes: Uint8Array) => void;

/** What counts for the years that are judged by the same rules. */
interface Ground {
  readonly context: ItemContext;
  readonly units: readonly Unit[];
  readonly judged: readonly number[];
  readonly years: number;
}

/** Of two answers the one that decides for both: a failure, else what is not decided, else a gap. */
export const worse = (code: number, other: number): number =>
  code === verdictCode.notMet || other === verdictCode.notMet ? verdictCode.notMet : Math.max(code, other);

/** Pupils below which a school does not count: only teaching points may come to have too few. */
const leastOf = ({ context: { columns, rules } }: Ground, { head }: Unit): number =>
  columns.schools[head]?.type === "teaching_point" ? rules.teachingPointMinimum : 0;

/** A figure of a school: of its return, or of the returns that are added up for it. */
const figureOf = (cells: YearCells, { head, members }: Pick<Unit, "head" | "members">, years: number, year: number): number =>
  members.length === 1 ? (cells[head * years + year] as number) : sumAt(cells, members, years, year);

/** More classes than any school has. */
const manyClasses = 4096;

/** G3 of every school: by its classes alone, each number of them judged once. */
const judgeRooms = (ground: Ground): JudgeItem => {
  const { context, units, judged, years } = ground;
  const roomsOf = roomsOfUnits(context);
  const schools = units.map((unit) => {
    const rooms = roomsOf(unit);
    const [hasPrimary, hasJunior] = [unit.pupils.primary !== 0, unit.pupils.junior !== 0];
    // Each of two stages rounds up by less than one room.
    const plenty = (rooms.certain - (hasPrimary && hasJunior ? 1 : 0)) * rooms.full * (1 - 2 * nearTolerance);
    return { unit, least: leastOf(ground, unit), hasPrimary, hasJunior, rooms, plenty, known: new Map<number, number>() };
  });
  return ({ pupils, classes }, codes) => {
    for (let i = 0; i < schools.length; i++) {
      const school = schools[i];
      if (school === undefined) continue;
      const { unit, least, hasPrimary, hasJunior, rooms, plenty, known } = school;
      let [before, found] = [-1, undecided];
      for (const year of judged) {
        if (codes[year] === verdictCode.notMet) continue;
        if (least > 0 && figureOf(pupils.primary, unit, years, year) + figureOf(pupils.junior, unit, years, year) < least) continue;
        const primary = hasPrimary ? figureOf(classes.primary, unit, years, year) : 0;
        const junior = hasJunior ? figureOf(classes.junior, unit, years, year) : 0;
        if (primary + junior > 0 && primary + junior <= plenty) continue;
        const key = primary * manyClasses + junior;
        if (key !== before) {
          found = known.get(key) ?? rooms.judge(primary, junior) ?? undecided;
          known.set(key, found);
          before = key;
        }
        codes[year] = worse(codes[year] as number, found);
      }
    }
  };
};

/** Whether a figure lies so near to a limit that its last digits decide. */
const isNear = (value: number, limit: number): boolean =>
  Math.abs(value - limit) <= Math.max(Math.abs(value), Math.abs(limit)) * nearTolerance;

const upTo = (value: number, limit: number): number =>
  isNear(value, limit) ? undecided : value < limit ? verdictCode.met : verdictCode.notMet;

/** G4 of every school. */
const judgeSizes = (ground: Ground): JudgeItem => {
  const { context, units, judged, years } = ground;
  const schools = units.map((unit) => {
    const bounds = sizeBounds(context, unit);
    // A school that is smaller as a whole than each of its limits keeps them all.
    return { unit, least: leastOf(ground, unit), bounds, plenty: Math.min(...bounds.map(({ limit }) => limit)) * (1 - 2 * nearTolerance) };
  });
  return ({ pupils }, codes) => {
    for (let i = 0; i < schools.length; i++) {
      const school = schools[i];
      if (school === undefined) continue;
      const { unit, least, bounds, plenty } = school;
      for (const year of judged) {
        const primary = figureOf(pupils.primary, unit, years, year);
        const junior = figureOf(pupils.junior, unit, years, year);
        if (primary + junior <= plenty || primary + junior < least) continue;
        for (const { stage, limit, relieved } of bounds) {
          const own = stage === null ? primary + junior : stage === "primary" ? primary : junior;
          const plain = upTo(own, limit);
          if (plain === verdictCode.met) continue;
          const eased = relieved === null ? undecided : relieved === limit ? plain : upTo(own, relieved);
          codes[year] = worse(codes[year] as number, plain === undecided ? undecided : eased);
        }
      }
    }
  };
};

/** G6 of every small school among the ordinary returns. */
const judgeFunds = ({ context, judged, years }: Ground): JudgeItem => {
  const asked = fundsAsked(context);
  const rows = context.ordinary.filter(asked.isInScope);
  return ({ pupils, funds }, codes) => {
    for (const row of rows) {
      for (const year of judged) {
        const cell = row * years + year;
        const primary = pupils.primary[cell] as number;
        const junior = pupils.junior[cell] as number;
        if (primary + junior >= asked.full || codes[year] === verdictCode.notMet) continue;
        codes[year] = worse(codes[year] as number, asked.judge(primary, junior, funds[cell] as number));
      }
    }
  };
};

/** Σ part ÷ Σ whole ≥ limit of the county in every year, as `countyShare` says; `empty` where there is nobody. */
const countyShares = (judged: readonly number[], years: number) => {
  const parts = new Float64Array(years);
  const wholes = new Float64Array(years);
  /** Whether each school's part is its whole, and whether it may be one. */
  const isAll = new Uint8Array(years);
  const isSure = new Uint8Array(years);
  const codeOf = (year: number, limit: number, empty: number): number => {
    if (isSure[year] !== 1) return undecided;
    const whole = wholes[year] as number;
    if (whole === 0) return empty;
    if (isAll[year] === 1 && limit <= 1) return verdictCode.met;
    const share = (parts[year] as number) / whole;
    return isNear(share, limit) ? undecided : share > limit ? verdictCode.met : verdictCode.notMet;
  };
  return (rows: readonly number[], part: YearCells, whole: YearCells, limit: number, empty: number, codes: Uint8Array): void => {
    parts.fill(0);
    wholes.fill(0);
    isAll.fill(1);
    isSure.fill(1);
    for (let i = 0; i < rows.length; i++) {
      const first = (rows[i] ?? 0) * years;
      for (let year = 0; year < years; year++) {
        const own = part[first + year] as number;
        const all = whole[first + year] as number;
        parts[year] = (parts[year] as number) + own;
        wholes[year] = (wholes[year] as number) + all;
        if (own === all) continue;
        isAll[year] = 0;
        if (!(own <= all)) isSure[year] = 0;
      }
    }
    for (const year of judged) codes[year] = worse(codes[year] as number, codeOf(year, limit, empty));
  };
};

/** G9 and G12: a part of all full-time teachers. */
const judgeTeachers = ({ context, judged, years }: Ground, part: "trained" | "certified", limit: number): JudgeItem => {
  const judgeShare = countyShares(judged, years);
  return (moving, codes) => {
    judgeShare(context.ordinary, moving[part], moving.allTeachers, limit, verdictCode.notEvaluable, codes);
  };
};

/** G13: those who live in the zone of their school, stage by stage. */
const judgeZones = ({ context, judged, years }: Ground): JudgeItem => {
  const { columns, rules, ordinary } = context;
  const limits = { primary: rules.values["G13.inZoneShare.primary"], junior: rules.values["G13.inZoneShare.junior"] };
  const boards = columns.further["conditions.boarding"];
  const judgeShare = countyShares(judged, years);
  const asked = ordinary.filter(
    (row) => columns.schools[row]?.locality !== "rural" && isPublic(context, row) && (boards[row] as number) !== 1,
  );
  const rowsOf = (stage: Stage): readonly number[] => asked.filter((row) => (columns.pupils[stage][row] as number) !== 0);
  const rows = { primary: rowsOf("primary"), junior: rowsOf("junior") };
  const isSure = asked.every((row) => !Number.isNaN(boards[row] as number));
  return ({ pupils, inZone }, codes) => {
    if (!isSure) codes.fill(undecided);
    for (const stage of stages) judgeShare(rows[stage], inZone[stage], pupils[stage], limits[stage], verdictCode.met, codes);
  };
};

/** Judges the items that move, of the years that are judged by the same rules; codes begin as met. */
export const itemJudges = (ground: Ground): Readonly<Record<MovingItem, JudgeItem>> => {
  const { values } = ground.context.rules;
  return {
    G3: judgeRooms(ground),
    G4: judgeSizes(ground),
    G6: judgeFunds(ground),
    G9: judgeTeachers(ground, "trained", values["G9.trainedShare"]),
    G12: judgeTeachers(ground, "certified", values["G12.certifiedShare"]),
    G13: judgeZones(ground),
  };
};
