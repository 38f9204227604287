import { at, type Column, type FacilityField, type FurtherPath } from "../engine/state";
import type { LeverYear } from "./lever";

/** Adds to a facility of a school; what is not reported stays unknown, and is named. */
export const addFacility = (
  { state, notice }: LeverYear,
  leverId: string,
  schoolCode: string,
  row: number,
  field: FacilityField,
  amount: number,
): void => {
  if (amount === 0) return;
  const column = state.facilities[field];
  column[row] = at(column, row) + amount;
  if (Number.isNaN(at(column, row))) notice(leverId, "targetNotReported", { schoolCode, field });
};

/**
 * Tells where more 网络多媒体教室 are counted than the school has 普通教室 and 音乐、美术教室. It is no reason to refuse: laboratories
 * and the like can be equipped too, and no return tells of them.
 */
export const tellRoomsBeyond = ({ state, notice }: LeverYear, leverId: string, schoolCode: string, row: number): void => {
  const { multimediaRooms, ordinaryClassrooms, musicRooms, artRooms } = state.facilities;
  const present = at(ordinaryClassrooms, row) + at(musicRooms, row) + at(artRooms, row);
  const rooms = at(multimediaRooms, row);
  if (rooms > present + 1e-9) notice(leverId, "roomsBeyondReported", { schoolCode, rooms, present });
};

/** Adds to a figure that is claimed by being reported: an empty cell claims nothing, so it counts from zero. */
export const addClaim = (column: Column, row: number, amount: number): void => {
  const present = at(column, row);
  column[row] = Math.max(0, (Number.isNaN(present) ? 0 : present) + amount);
};

/** What a lever asks of a figure of a school; `leverField` is the lever's own field that asks for it. */
interface Asked {
  readonly leverId: string;
  readonly schoolCode: string;
  readonly row: number;
  readonly field: FacilityField;
  readonly leverField: string;
  readonly amount: number;
}

/**
 * Takes from a figure, never below zero: what is not there is reported as lacking. Answers what was taken. Of a
 * figure that is not reported nothing is, and the school is named: nobody knows what it could give.
 */
export const take = ({ state, notice, lacking }: LeverYear, { leverId, schoolCode, row, field, leverField, amount }: Asked): number => {
  const column = state.facilities[field];
  const present = at(column, row);
  if (amount === 0) return 0;
  if (Number.isNaN(present)) {
    notice(leverId, "giverNotReported", { schoolCode, field });
    return 0;
  }
  if (amount > present * (1 + 1e-9) + 1e-9) lacking(leverId, leverField, amount, present);
  const taken = Math.min(amount, present);
  column[row] = present - taken;
  return taken;
};

/** Figure of a school that levers may claim. */
export type ClaimPath = Extract<FurtherPath, `specialRooms.${string}` | `reliefSports.${string}` | `staff.visiting${string}`>;
