import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { allChecks, type Check, isMet, isNotMet, isOpen, met, notMet, open } from "./check";
import {
  type Finding,
  finding,
  further,
  type Input,
  type ItemContext,
  inputOf,
  type ReliefUse,
  type SchoolCheck,
  schoolCounts,
  totalOf,
} from "./context";
import { builtBy, type Condition, isOn } from "./reliefs";
import { contradictoryRooms, missingRooms, type RoomKind, roomStock } from "./room-stock";

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
  const rooms = (count: number): number => Math.ceil(count / values["G3.classesPerRoom"]);
  const taught = stages.filter((stage) => classes[stage] !== 0);
  const own = taught.map((stage) => ({ area: areas[stage], need: rooms(classes[stage]) }));
  const mode = values["G3.mixedStages"];
  if (mode === "shared" || taught.length < 2) return own;
  const [smaller, larger] = [...own].sort((a, b) => a.area - b.area);
  if (smaller === undefined || larger === undefined) return own;
  return mode === "added"
    ? [larger, { area: smaller.area, need: smaller.need + larger.need }]
    : [{ area: larger.area, need: rooms(classes.primary + classes.junior) }];
};

const checkDemand = (context: ItemContext, unit: Unit, kind: RoomKind, { area, need }: Demand): Check => {
  const { sure, possible } = roomStock(context, unit.members, kind, area);
  // A stage with classes of unknown number needs one room at least.
  if (Number.isNaN(need)) return possible < 1 ? notMet : open;
  return sure >= need ? met : possible < need ? notMet : open;
};

const checkUnder = (context: ItemContext, unit: Unit, reliefs: readonly ReliefId[]): Check => {
  const classes = classesOf(context, unit);
  return allChecks(
    kinds.flatMap((kind) =>
      demandsOf(context, classes, areasOf(context, kind, reliefs)).map((demand) => checkDemand(context, unit, kind, demand)),
    ),
  );
};

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
      for (const [band, { from, to }] of classSizeBands.entries()) {
        const classes = [stage, "unsplit" as const].map((key) => cellAt(classSizes[key][band] ?? new Float64Array(), row));
        const some = classes.find((count) => !Number.isNaN(count)) ?? Number.NaN;
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

const judgeUnit = (context: ItemContext, unit: Unit): Judged => {
  const plain = checkUnder(context, unit, []);
  const granted = [oldBuildingRelief, smallRuralRelief] as const;
  const conditions = granted
    .filter((id) => isOn(context.rules, id))
    .map((id) => ({ id, holds: conditionOf(context, unit, id) }))
    .filter(({ holds }) => holds !== false);
  if (isMet(plain) || conditions.length === 0) return { check: plain, used: [], doubtful: [] };
  const sure = conditions.filter(({ holds }) => holds === true).map(({ id }) => id);
  const alone = [...sure].sort((a, b) => longest(context, a, b)).find((id) => isMet(checkUnder(context, unit, [id])));
  if (alone !== undefined) return { check: met, used: [alone], doubtful: [] };
  const withSure = checkUnder(context, unit, sure);
  if (isMet(withSure)) return { check: met, used: sure, doubtful: [] };
  const withAll = checkUnder(
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
  context: ItemContext,
  unit: Unit,
  kind: RoomKind,
): { readonly need: number; readonly sure: number; readonly lack: number } =>
  demandsOf(context, classesOf(context, unit), areasOf(context, kind, [])).reduce(
    (worst, { area, need }) => {
      const { sure } = roomStock(context, unit.members, kind, area);
      return need - sure > worst.lack || Number.isNaN(worst.need) ? { need, sure, lack: Math.max(0, need - sure) } : worst;
    },
    { need: Number.NaN, sure: Number.NaN, lack: 0 },
  );

export const specialRooms = (context: ItemContext): Finding => {
  const missing: Input[] = [];
  const contradictory: Input[] = [];
  const reliefs: ReliefUse[] = [];
  const schools = context.inclusion.units.map((unit): SchoolCheck => {
    const wrong = kinds.flatMap((kind) => contradictoryRooms(context, unit.members, kind));
    const { check: found, used, doubtful } = judgeUnit(context, unit);
    const check = wrong.length > 0 && isMet(found) ? open : found;
    contradictory.push(...wrong);
    if (isMet(check)) reliefs.push(...used.map((id) => ({ id, row: unit.head })));
    if (isOpen(check)) {
      missing.push(...missingClasses(context, unit), ...conditionInputs(context, unit, doubtful));
      for (const kind of kinds) missing.push(...missingRooms(context, unit.members, kind));
    }
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
  });
  const { values } = context.rules;
  return finding(allChecks(schools.map(({ check }) => check)), {
    figures: schoolCounts(schools),
    limits: { classesPerRoom: values["G3.classesPerRoom"], musicArea: values["G3.area.music"], artArea: values["G3.area.art"] },
    schools,
    missing,
    contradictory,
    reliefs,
  });
};
