import type { LeverOf } from "../../contract";
import { addFacility, type ClaimPath } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";

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

/** 建音乐、美术专用教室. */
export const buildSpecialRooms: LeverModel<BuildSpecialRooms> = {
  type: "build_special_rooms",
  phase: "works",
  units: ({ rooms }) => rooms,
  reach: ofQuantity((lever, reached) => ({ ...lever, rooms: lever.rooms * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    const band = bandOfRoom(lever.kind, lever.areaPerRoomM2);
    if (band !== null) {
      const column = year.state.further[band];
      column[row] = (column[row] ?? Number.NaN) + lever.rooms;
    }
    addFacility(year, lever.id, lever.schoolCode, row, lever.kind === "music" ? "musicRooms" : "artRooms", lever.rooms);
    if (lever.newBuilding) addFacility(year, lever.id, lever.schoolCode, row, "teachingAreaM2", areaM2(lever));
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
