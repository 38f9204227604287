import type { Stage } from "@server/statistics/contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { isMet, isNotMet, notMet } from "./check";
import type { ItemContext } from "./context";
import { isOn } from "./reliefs";
import { oldBuildingRelief, smallRuralRelief } from "./room-demands";
import { checkRelieved, checkUnder, judgeUnit, proven, type RoomContext, roomContext } from "./special-rooms";

/** How G3 is asked of a school whose classes change and whose rooms do not. */
export interface RoomsOfUnit {
  /** So many rooms has the school for certain that every stage may count; −1 where its classes have to be looked at more closely. */
  readonly certain: number;
  /** Classes that one room serves. */
  readonly full: number;
  /** Verdict code with so many classes; null where it hangs on how large they are. */
  readonly judge: (primary: number, junior: number) => number | null;
}

export const roomsOfUnits = (items: ItemContext): ((unit: Unit) => RoomsOfUnit) => {
  const classes = { primary: items.columns.classes.primary.slice(), junior: items.columns.classes.junior.slice() };
  const context = roomContext({ ...items, columns: { ...items.columns, classes } });
  return (unit) => roomsOfUnit(context, unit, classes);
};

const roomsOfUnit = (context: RoomContext, unit: Unit, classes: Readonly<Record<Stage, Float64Array>>): RoomsOfUnit => {
  const { columns, rules, asked, certain } = context;
  const hangsOnSizes =
    isOn(rules, smallRuralRelief) && rules.values["relief.G3.smallRural.localities"].includes(schoolAt(columns, unit.head).locality);
  return {
    certain: unit.members.length === 1 ? cellAt(certain, unit.head) : -1,
    full: asked.full,
    judge: (primary, junior) => {
      for (const row of unit.members) {
        classes.primary[row] = row === unit.head ? primary : 0;
        classes.junior[row] = row === unit.head ? junior : 0;
      }
      if (!hangsOnSizes) return proven(context, unit, judgeUnit(context, unit).check).deciding;
      const plain = checkUnder(context, unit, asked.plain);
      if (isMet(plain)) return proven(context, unit, plain).deciding;
      return isNotMet(checkRelieved(context, unit, [oldBuildingRelief, smallRuralRelief])) ? notMet.deciding : null;
    },
  };
};
