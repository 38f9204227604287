import type { LeverOf } from "../../contract";
import { add, at } from "../../engine/state";
import { addFacility, type ClaimPath } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, type LeverYear, ofQuantity } from "../lever";

export type BuildSpecialRooms = LeverOf<"build_special_rooms">;

/** Area bands of the return, largest first; a smaller room is in none of them. */
const bands: Readonly<Record<BuildSpecialRooms["kind"], readonly { readonly from: number; readonly path: ClaimPath }[]>> = {
  music: [
    { from: 96, path: "specialRooms.music96" },
    { from: 73, path: "specialRooms.music73" },
    { from: 61, path: "specialRooms.music61" },
    { from: 54, path: "specialRooms.music54" },
  ],
  art: [
    { from: 90, path: "specialRooms.art90" },
    { from: 67, path: "specialRooms.art67" },
    { from: 61, path: "specialRooms.art61" },
    { from: 54, path: "specialRooms.art54" },
  ],
};

/** Column that a room of this area is counted in; null below the smallest band. */
export const bandOfRoom = (kind: BuildSpecialRooms["kind"], areaM2: number): ClaimPath | null =>
  bands[kind].find(({ from }) => areaM2 >= from)?.path ?? null;

const areaM2 = (lever: BuildSpecialRooms): number => lever.rooms * lever.areaPerRoomM2;
const capitalWan = (lever: BuildSpecialRooms): number => (areaM2(lever) * lever.unitCostYuanPerM2) / 10_000;

/** Ordinary classrooms that can be converted: not more than there are; all that is asked for where that is not reported. */
const convertible = (lever: BuildSpecialRooms, { state, lacking }: LeverYear, row: number): number => {
  const present = at(state.facilities.ordinaryClassrooms, row);
  if (!(lever.rooms > present + 1e-9)) return lever.rooms;
  lacking(lever.id, "rooms", lever.rooms, present, "convertsMoreThanThere");
  return present;
};

/** 建音乐、美术专用教室: in a new building, or in rooms that are ordinary classrooms no more. */
export const buildSpecialRooms: LeverModel<BuildSpecialRooms> = {
  type: "build_special_rooms",
  phase: "conversions",
  takes: ({ newBuilding }) => !newBuilding,
  units: ({ rooms }) => rooms,
  reach: ofQuantity((lever, reached) => ({ ...lever, rooms: lever.rooms * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    const rooms = lever.newBuilding ? lever.rooms : convertible(lever, year, row);
    const band = bandOfRoom(lever.kind, lever.areaPerRoomM2);
    if (band !== null) add(year.state.further[band], row, rooms);
    addFacility(year, lever.id, lever.schoolCode, row, lever.kind === "music" ? "musicRooms" : "artRooms", rooms);
    if (lever.newBuilding) addFacility(year, lever.id, lever.schoolCode, row, "teachingAreaM2", areaM2(lever));
    else addFacility(year, lever.id, lever.schoolCode, row, "ordinaryClassrooms", -rooms);
  },
  cost: (lever, year) => capitalCost(lever, capitalWan(lever), year),
  summary: (lever) => ({
    key: lever.kind === "music" ? "build_special_rooms.music" : "build_special_rooms.art",
    params: {
      schoolCode: lever.schoolCode,
      rooms: lever.rooms,
      areaM2: lever.areaPerRoomM2,
      effectYear: effectYear(lever),
      costWan: capitalWan(lever),
    },
  }),
};
