import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt, totalOf } from "../cells";
import { type CountyColumns, schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { whileSame } from "../while-same";
import { type Check, eachCheck, isMet, isNotMet, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, further, type Input, type ItemContext, inputOf, type SchoolCheck, schoolCounts } from "./context";
import { builtBy, type Condition, isOn } from "./reliefs";
import {
  type Areas,
  areasOf,
  oldBuildingRelief,
  type ReliefId,
  type RoomRules,
  roomRules,
  smallRuralRelief,
  tellDemands,
} from "./room-demands";
import {
  contradictsTotal,
  missingRooms,
  possibleRooms,
  type RoomColumns,
  type RoomKind,
  roomColumns,
  sureRooms,
  totalPath,
} from "./room-stock";

/** G3: 每12个班级配备音乐、美术专用教室各1间以上. */

const kinds: readonly RoomKind[] = ["music", "art"];

const classesOf = ({ classes }: CountyColumns, { pupils, members }: Unit, stage: Stage): number =>
  pupils[stage] === 0 ? 0 : totalOf(classes[stage], members);

type Rooms = Readonly<Record<RoomKind, RoomColumns>>;

/** The rooms of the returns, and the least areas that the rules ask for. */
interface Stock {
  readonly rooms: Rooms;
  readonly plain: RoomRules["plain"];
}

/**
 * So many rooms of each kind has a return for certain that every stage may count; −1 where its rooms by area are more
 * than their total, which proves nothing. Rooms stay while classes come and go.
 */
const certainRooms = whileSame(
  ({ rooms }: Stock) => kinds.flatMap((kind) => [...rooms[kind].bands.map((band) => band.rooms), rooms[kind].total]),
  ({ rooms, plain }) =>
    rooms.music.total.map((_, row) => {
      if (kinds.some((kind) => contradictsTotal(rooms[kind], row))) return -1;
      return Math.min(...kinds.map((kind) => sureRooms(rooms[kind], [row], Math.max(plain[kind].primary, plain[kind].junior))));
    }),
);

/** What the schools are judged on, read once. */
export interface RoomContext extends ItemContext {
  readonly rooms: Rooms;
  readonly asked: RoomRules;
  readonly certain: Float64Array;
}

export const roomContext = ({ columns, inclusion, rules, ordinary }: ItemContext): RoomContext => {
  const rooms = roomColumns(columns);
  const asked = roomRules(rules);
  const certain = certainRooms({ rooms, plain: asked.plain }, asked.plainKey);
  return { columns, inclusion, rules, ordinary, rooms, asked, certain };
};

/**
 * True for a school without campuses whose certain rooms are enough for each stage to have its own: no reading of the
 * rules asks for more. So it is with most schools, which need no closer look.
 */
const hasPlenty = ({ columns: { classes }, asked: { full }, certain }: RoomContext, { head, members, pupils }: Unit): boolean => {
  if (members.length !== 1) return false;
  const primary = pupils.primary === 0 ? 0 : cellAt(classes.primary, head);
  const junior = pupils.junior === 0 ? 0 : cellAt(classes.junior, head);
  const need = Math.ceil(primary / full) + Math.ceil(junior / full);
  return need > 0 && cellAt(certain, head) >= need;
};

const checkDemand = (rooms: RoomColumns, { members }: Unit, area: number, need: number): Check => {
  // A stage with classes of unknown number needs one room at least.
  if (Number.isNaN(need)) return possibleRooms(rooms, members, area) < 1 ? notMet : open;
  if (sureRooms(rooms, members, area) >= need) return met;
  return possibleRooms(rooms, members, area) < need ? notMet : open;
};

export const checkUnder = ({ columns, rooms, asked }: RoomContext, unit: Unit, areas: Readonly<Record<RoomKind, Areas>>): Check => {
  const primary = classesOf(columns, unit, "primary");
  const junior = classesOf(columns, unit, "junior");
  let result: Check | null = null;
  for (const kind of kinds) {
    tellDemands(asked, primary, junior, areas[kind], (area, need) => {
      if (result === notMet) return;
      const check = checkDemand(rooms[kind], unit, area, need);
      if (result === null || check !== met) result = check;
    });
  }
  return result ?? open;
};

export const checkRelieved = (context: RoomContext, unit: Unit, reliefs: readonly ReliefId[]): Check =>
  checkUnder(context, unit, { music: areasOf(context.rules, "music", reliefs), art: areasOf(context.rules, "art", reliefs) });

const bandAt = (bands: readonly Float64Array[], band: number, row: number): number => bands[band]?.[row] ?? Number.NaN;

/** 最大班额低于: from the classes by size where they say it, else from the return's own flag (which stands for 30 only). */
const everyClassBelow = (context: ItemContext, unit: Unit, limit: number): Condition => {
  const { classSizes, pupils } = context.columns;
  let allBelow = true;
  for (const row of unit.members) {
    for (const stage of stages) {
      if (cellAt(pupils[stage], row) === 0) continue;
      const largestMean = cellAt(classSizes.largestMean[stage], row);
      if (largestMean >= limit) return false;
      let counted = 0;
      for (let band = 0; band < classSizeBands.length; band++) {
        const { from = 0, to = null } = classSizeBands[band] ?? {};
        const own = bandAt(classSizes[stage], band, row);
        const some = Number.isNaN(own) ? bandAt(classSizes.unsplit, band, row) : own;
        if (some > 0 && from >= limit) return false;
        if (!(some === 0) && (to ?? Number.POSITIVE_INFINITY) >= limit) allBelow = false;
        counted += some;
      }
      if (!(counted > 0)) allBelow = false;
    }
  }
  const stated = limit === 30 ? unit.members.map((row) => further(context, "conditions.everyClassUnder30", row)) : [Number.NaN];
  if (stated.some((flag) => flag === 0)) return false;
  return allBelow || stated.every((flag) => flag === 1) ? true : null;
};

const isSmallRural = (context: ItemContext, unit: Unit): Condition => {
  const { values } = context.rules;
  if (!values["relief.G3.smallRural.localities"].includes(schoolAt(context.columns, unit.head).locality)) return false;
  const most = values["relief.G3.smallRural.maximumPupils"];
  const pupils = unit.pupils.primary + unit.pupils.junior;
  const classes = everyClassBelow(context, unit, values["relief.G3.smallRural.classBelow"]);
  if (most === 0 || classes === false) return classes;
  return Number.isNaN(pupils) ? null : pupils <= most ? classes : false;
};

const conditionOf = (context: ItemContext, unit: Unit, relief: ReliefId): Condition =>
  relief === oldBuildingRelief
    ? builtBy(context, unit, context.rules.values["relief.G3.oldBuilding.builtBy"], { path: "conditions.builtBy2016", year: 2016 })
    : isSmallRural(context, unit);

/** Later years first, open-ended first of all: the relief that a school can go by longest. */
const longest = (context: ItemContext, a: ReliefId, b: ReliefId): number => {
  const end = (id: ReliefId): number => context.rules.reliefEnds.get(id) ?? Number.POSITIVE_INFINITY;
  return end(a) === end(b) ? 0 : end(b) > end(a) ? 1 : -1;
};

interface Judged {
  readonly check: Check;
  readonly used: readonly ReliefId[];
  /** Reliefs whose condition is not known and would matter. */
  readonly doubtful: readonly ReliefId[];
}

const no: readonly ReliefId[] = [];
const plainMet: Judged = { check: met, used: no, doubtful: no };
const plainNotMet: Judged = { check: notMet, used: no, doubtful: no };
const plainOpen: Judged = { check: open, used: no, doubtful: no };
const plainly = (check: Check): Judged => (check === met ? plainMet : check === notMet ? plainNotMet : plainOpen);

const granted = [oldBuildingRelief, smallRuralRelief] as const;

export const judgeUnit = (context: RoomContext, unit: Unit): Judged => {
  const plain = checkUnder(context, unit, context.asked.plain);
  if (isMet(plain)) return plainly(plain);
  const conditions = granted
    .filter((id) => isOn(context.rules, id))
    .map((id) => ({ id, holds: conditionOf(context, unit, id) }))
    .filter(({ holds }) => holds !== false);
  if (conditions.length === 0) return plainly(plain);
  const sure = conditions.filter(({ holds }) => holds === true).map(({ id }) => id);
  const alone = [...sure].sort((a, b) => longest(context, a, b)).find((id) => isMet(checkRelieved(context, unit, [id])));
  if (alone !== undefined) return { check: met, used: [alone], doubtful: [] };
  const withSure = checkRelieved(context, unit, sure);
  if (isMet(withSure)) return { check: met, used: sure, doubtful: [] };
  const withAll = checkRelieved(
    context,
    unit,
    conditions.map(({ id }) => id),
  );
  if (isNotMet(withAll)) return { check: notMet, used: [], doubtful: [] };
  return { check: open, used: [], doubtful: conditions.filter(({ holds }) => holds === null).map(({ id }) => id) };
};

const conditionInputs = (context: ItemContext, unit: Unit, doubtful: readonly ReliefId[]): readonly Input[] =>
  doubtful.flatMap((id) =>
    id === oldBuildingRelief
      ? [inputOf(context, unit.head, "conditions.builtBy2016")]
      : unit.members
          .filter((row) => Number.isNaN(further(context, "conditions.everyClassUnder30", row)))
          .map((row) => inputOf(context, row, "conditions.everyClassUnder30")),
  );

const missingClasses = (context: ItemContext, unit: Unit): readonly Input[] =>
  unit.members.flatMap((row) =>
    stages
      .filter((stage) => Number.isNaN(cellAt(context.columns.classes[stage], row)))
      .map((stage) => inputOf(context, row, `classes.${stage}ByGrade`)),
  );

/** Rooms of the standard area that a kind lacks for certain, by the largest demand. */
const lackOf = (
  context: RoomContext,
  unit: Unit,
  kind: RoomKind,
): { readonly need: number; readonly sure: number; readonly lack: number } => {
  const { columns, rooms, asked } = context;
  let worst = { need: Number.NaN, sure: Number.NaN, lack: 0 };
  tellDemands(asked, classesOf(columns, unit, "primary"), classesOf(columns, unit, "junior"), asked.plain[kind], (area, need) => {
    const sure = sureRooms(rooms[kind], unit.members, area);
    if (need - sure > worst.lack || Number.isNaN(worst.need)) worst = { need, sure, lack: Math.max(0, need - sure) };
  });
  return worst;
};

interface Entry extends Judged {
  readonly unit: Unit;
}

const contradicts = ({ rooms }: RoomContext, { members }: Unit): boolean => {
  for (const row of members) if (contradictsTotal(rooms.music, row) || contradictsTotal(rooms.art, row)) return true;
  return false;
};

/** Rooms by area that are more than their total cannot prove that there are enough. */
export const proven = (context: RoomContext, unit: Unit, check: Check): Check =>
  isMet(check) && contradicts(context, unit) ? open : check;

const entryOf = (context: RoomContext, unit: Unit): Entry => {
  const { check, used, doubtful } = judgeUnit(context, unit);
  return { unit, check: proven(context, unit, check), used, doubtful };
};

const schoolCheck = (context: RoomContext, { unit, check }: Entry): SchoolCheck => {
  const [music, art] = isMet(check) ? [] : kinds.map((kind) => lackOf(context, unit, kind));
  return {
    row: unit.head,
    stage: null,
    check,
    severity: (music?.lack ?? 0) + (art?.lack ?? 0),
    figures: {
      classes: classesOf(context.columns, unit, "primary") + classesOf(context.columns, unit, "junior"),
      musicNeeded: music?.need ?? Number.NaN,
      musicRooms: music?.sure ?? Number.NaN,
      artNeeded: art?.need ?? Number.NaN,
      artRooms: art?.sure ?? Number.NaN,
    },
  };
};

const missingInputs = (context: RoomContext, { unit, check, doubtful }: Entry): readonly Input[] =>
  isOpen(check)
    ? [
        ...missingClasses(context, unit),
        ...conditionInputs(context, unit, doubtful),
        ...kinds.flatMap((kind) => missingRooms(context, unit.members, kind)),
      ]
    : [];

export const specialRooms = (items: ItemContext): Finding => {
  const context = roomContext(items);
  const { units } = context.inclusion;
  return finding(
    eachCheck(units, (unit) => (hasPlenty(context, unit) ? met : proven(context, unit, judgeUnit(context, unit).check))),
    () => {
      const { values } = context.rules;
      const entries = units.map((unit) => entryOf(context, unit));
      const schools = entries.map((entry) => schoolCheck(context, entry));
      return {
        figures: schoolCounts(schools),
        limits: { classesPerRoom: values["G3.classesPerRoom"], musicArea: values["G3.area.music"], artArea: values["G3.area.art"] },
        schools,
        missing: entries.flatMap((entry) => missingInputs(context, entry)),
        contradictory: kinds.flatMap((kind) =>
          entries
            .flatMap(({ unit }) => unit.members)
            .filter((row) => contradictsTotal(context.rooms[kind], row))
            .map((row) => inputOf(context, row, totalPath(kind))),
        ),
        reliefs: entries.flatMap(({ unit, check, used }) => (isMet(check) ? used.map((id) => ({ id, row: unit.head })) : [])),
      };
    },
  );
};
