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
const figureOf = (cells: YearCells, members: readonly number[], years: number, year: number): number =>
  members.length === 1 ? (cells[(members[0] as number) * years + year] as number) : sumAt(cells, members, years, year);

/** No school has more in any year: what its stages have at most, though not in the same year. */
const mostOf = ({ primary, junior }: MovingYears["most"]["pupils"], members: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < members.length; i++) {
    const row = members[i] as number;
    sum += (primary[row] as number) + (junior[row] as number);
  }
  return sum;
};

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
    const known = new Map<number, number>();
    return { members: unit.members, least: leastOf(ground, unit), hasPrimary, hasJunior, rooms, plenty, known };
  });
  return ({ pupils, classes, most }, codes) => {
    for (let i = 0; i < schools.length; i++) {
      const school = schools[i];
      if (school === undefined) continue;
      const { members, least, hasPrimary, hasJunior, rooms, plenty, known } = school;
      if (mostOf(most.classes, members) <= plenty) continue;
      let [before, found] = [-1, undecided];
      for (const year of judged) {
        if (codes[year] === verdictCode.notMet) continue;
        if (least > 0 && figureOf(pupils.primary, members, years, year) + figureOf(pupils.junior, members, years, year) < least) continue;
        const primary = hasPrimary ? figureOf(classes.primary, members, years, year) : 0;
        const junior = hasJunior ? figureOf(classes.junior, members, years, year) : 0;
        if (primary + junior <= plenty) continue;
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
    const plenty = Math.min(...bounds.map(({ limit }) => limit)) * (1 - 2 * nearTolerance);
    return { members: unit.members, least: leastOf(ground, unit), bounds, plenty };
  });
  return ({ pupils, most }, codes) => {
    for (let i = 0; i < schools.length; i++) {
      const school = schools[i];
      if (school === undefined) continue;
      const { members, least, bounds, plenty } = school;
      if (mostOf(most.pupils, members) <= plenty) continue;
      for (const year of judged) {
        const primary = figureOf(pupils.primary, members, years, year);
        const junior = figureOf(pupils.junior, members, years, year);
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
      let cells: YearCells | null = null;
      for (const year of judged) {
        const cell = row * years + year;
        const primary = pupils.primary[cell] as number;
        const junior = pupils.junior[cell] as number;
        if (primary + junior >= asked.full || codes[year] === verdictCode.notMet) continue;
        cells ??= funds(row);
        codes[year] = worse(codes[year] as number, asked.judge(primary, junior, cells[cell] as number));
      }
    }
  };
};

/** Σ part ÷ Σ whole ≥ limit of the county in every year, as `countyShare` says; `empty` where there is nobody. */
const judgeShare = (
  { judged, years }: Ground,
  rows: readonly number[],
  part: YearCells,
  whole: YearCells,
  limit: number,
  empty: number,
  codes: Uint8Array,
): void => {
  for (const year of judged) {
    let [parts, wholes] = [0, 0];
    // Whether the part of each school is its whole, and whether it may be one.
    let [isAll, isSure] = [true, true];
    for (let i = 0; i < rows.length; i++) {
      const cell = (rows[i] as number) * years + year;
      const own = part[cell] as number;
      const all = whole[cell] as number;
      parts += own;
      wholes += all;
      if (own === all) continue;
      isAll = false;
      if (!(own <= all)) isSure = false;
    }
    let code: number = verdictCode.met;
    if (!isSure) code = undecided;
    else if (wholes === 0) code = empty;
    else if (!isAll || limit > 1) {
      const share = parts / wholes;
      code = isNear(share, limit) ? undecided : share > limit ? verdictCode.met : verdictCode.notMet;
    }
    codes[year] = worse(codes[year] as number, code);
  }
};

/** G9 and G12: a part of all full-time teachers. */
const judgeTeachers =
  (ground: Ground, part: "trained" | "certified", limit: number): JudgeItem =>
  (moving, codes) => {
    judgeShare(ground, ground.context.ordinary, moving[part], moving.allTeachers, limit, verdictCode.notEvaluable, codes);
  };

/** G13: those who live in the zone of their school, stage by stage. */
const judgeZones = (ground: Ground): JudgeItem => {
  const { context } = ground;
  const { columns, rules, ordinary } = context;
  const limits = { primary: rules.values["G13.inZoneShare.primary"], junior: rules.values["G13.inZoneShare.junior"] };
  const boards = columns.further["conditions.boarding"];
  const asked = ordinary.filter(
    (row) => columns.schools[row]?.locality !== "rural" && isPublic(context, row) && (boards[row] as number) !== 1,
  );
  const rowsOf = (stage: Stage): readonly number[] => asked.filter((row) => (columns.pupils[stage][row] as number) !== 0);
  const rows = { primary: rowsOf("primary"), junior: rowsOf("junior") };
  const isSure = asked.every((row) => !Number.isNaN(boards[row] as number));
  return ({ pupils, inZone }, codes) => {
    if (!isSure) codes.fill(undecided);
    for (const stage of stages) {
      let cells: YearCells | null = null;
      for (const row of rows[stage]) cells = inZone[stage](row);
      if (cells !== null) judgeShare(ground, rows[stage], cells, pupils[stage], limits[stage], verdictCode.met, codes);
    }
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
