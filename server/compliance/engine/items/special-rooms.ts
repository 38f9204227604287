import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { type Check, eachCheck, isMet, isNotMet, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, further, type Input, type ItemContext, inputOf, type SchoolCheck, schoolCounts, totalOf } from "./context";
import { builtBy, type Condition, isOn } from "./reliefs";
import { contradictsTotal, missingRooms, type RoomColumns, type RoomKind, roomColumns, roomStock, totalPath } from "./room-stock";

/** G3: 每12个班级配备音乐、美术专用教室各1间以上. */

const kinds: readonly RoomKind[] = ["music", "art"];
export const oldBuildingRelief = "relief.G3.oldBuilding.on";
export const smallRuralRelief = "relief.G3.smallRural.on";
type ReliefId = typeof oldBuildingRelief | typeof smallRuralRelief;

/** So many rooms of at least this area. */
interface Demand {
  readonly area: number;
  readonly need: number;
}

type Areas = Readonly<Record<Stage, number>>;

const areasOf = ({ rules: { values } }: ItemContext, kind: RoomKind, reliefs: readonly ReliefId[]): Areas => {
  const of = (stage: Stage): number =>
    Math.min(
      values[`G3.area.${kind}`],
      reliefs.includes(oldBuildingRelief) ? values[`relief.G3.oldBuilding.area.${kind}`] : Number.POSITIVE_INFINITY,
      reliefs.includes(smallRuralRelief) ? values[`relief.G3.smallRural.${stage}.${kind}`] : Number.POSITIVE_INFINITY,
    );
  return { primary: of("primary"), junior: of("junior") };
};

const classesOf = ({ columns }: ItemContext, unit: Unit): Readonly<Record<Stage, number>> => ({
  primary: unit.pupils.primary === 0 ? 0 : totalOf(columns.classes.primary, unit.members),
  junior: unit.pupils.junior === 0 ? 0 : totalOf(columns.classes.junior, unit.members),
});

/** Rooms of one kind that the classes of a school ask for. A stage whose classes are missing asks for an unknown number (NaN). */
const demandsOf = ({ rules: { values } }: ItemContext, classes: Readonly<Record<Stage, number>>, areas: Areas): readonly Demand[] => {
  const full = values["G3.classesPerRoom"];
  const primary = { area: areas.primary, need: Math.ceil(classes.primary / full) };
  const junior = { area: areas.junior, need: Math.ceil(classes.junior / full) };
  if (classes.junior === 0) return classes.primary === 0 ? [] : [primary];
  if (classes.primary === 0) return [junior];
  const mode = values["G3.mixedStages"];
  if (mode === "shared") return [primary, junior];
  const [smaller, larger] = primary.area > junior.area ? [junior, primary] : [primary, junior];
  return mode === "added"
    ? [larger, { area: smaller.area, need: smaller.need + larger.need }]
    : [{ area: larger.area, need: Math.ceil((classes.primary + classes.junior) / full) }];
};

/** What the schools are judged on, read once. */
interface RoomContext extends ItemContext {
  readonly rooms: Readonly<Record<RoomKind, RoomColumns>>;
  /** Least areas without any relief. */
  readonly plain: Readonly<Record<RoomKind, Areas>>;
}

const roomContext = (context: ItemContext): RoomContext => ({
  ...context,
  rooms: roomColumns(context.columns),
  plain: { music: areasOf(context, "music", []), art: areasOf(context, "art", []) },
});

const checkDemand = ({ rooms }: RoomContext, unit: Unit, kind: RoomKind, { area, need }: Demand): Check => {
  const { sure, possible } = roomStock(rooms[kind], unit.members, area);
  // A stage with classes of unknown number needs one room at least.
  if (Number.isNaN(need)) return possible < 1 ? notMet : open;
  return sure >= need ? met : possible < need ? notMet : open;
};

const checkUnder = (context: RoomContext, unit: Unit, areas: Readonly<Record<RoomKind, Areas>>): Check => {
  const classes = classesOf(context, unit);
  let result = open;
  let first = true;
  for (const kind of kinds) {
    for (const demand of demandsOf(context, classes, areas[kind])) {
      const check = checkDemand(context, unit, kind, demand);
      if (isNotMet(check)) return notMet;
      if (first || isOpen(check)) result = check;
      first = false;
    }
  }
  return result;
};

const checkRelieved = (context: RoomContext, unit: Unit, reliefs: readonly ReliefId[]): Check =>
  checkUnder(context, unit, { music: areasOf(context, "music", reliefs), art: areasOf(context, "art", reliefs) });

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
const plainly = (check: Check): Judged => ({ check, used: no, doubtful: no });

const granted = [oldBuildingRelief, smallRuralRelief] as const;

const judgeUnit = (context: RoomContext, unit: Unit): Judged => {
  const plain = checkUnder(context, unit, context.plain);
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
): { readonly need: number; readonly sure: number; readonly lack: number } =>
  demandsOf(context, classesOf(context, unit), context.plain[kind]).reduce(
    (worst, { area, need }) => {
      const { sure } = roomStock(context.rooms[kind], unit.members, area);
      return need - sure > worst.lack || Number.isNaN(worst.need) ? { need, sure, lack: Math.max(0, need - sure) } : worst;
    },
    { need: Number.NaN, sure: Number.NaN, lack: 0 },
  );

interface Entry extends Judged {
  readonly unit: Unit;
}

const contradicts = ({ rooms }: RoomContext, { members }: Unit): boolean => {
  for (const row of members) if (contradictsTotal(rooms.music, row) || contradictsTotal(rooms.art, row)) return true;
  return false;
};

/** Rooms by area that are more than their total cannot prove that there are enough. */
const entryOf = (context: RoomContext, unit: Unit): Entry => {
  const { check, used, doubtful } = judgeUnit(context, unit);
  return { unit, check: isMet(check) && contradicts(context, unit) ? open : check, used, doubtful };
};

const schoolCheck = (context: RoomContext, { unit, check }: Entry): SchoolCheck => {
  const [music, art] = isMet(check) ? [] : kinds.map((kind) => lackOf(context, unit, kind));
  const { primary, junior } = classesOf(context, unit);
  return {
    row: unit.head,
    stage: null,
    check,
    severity: (music?.lack ?? 0) + (art?.lack ?? 0),
    figures: {
      classes: primary + junior,
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
    eachCheck(units, (unit) => entryOf(context, unit).check),
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
