import type { LeverOf } from "../../contract";
import { addFacility, tellRoomsBeyond } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";

/** 配备网络多媒体教室: rooms count for R7, their equipment for R6. */
export const equipMultimedia: LeverModel<LeverOf<"equip_multimedia">> = {
  type: "equip_multimedia",
  phase: "fittings",
  units: ({ rooms }) => rooms,
  reach: ofQuantity((lever, reached) => ({ ...lever, rooms: lever.rooms * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    addFacility(year, lever.id, lever.schoolCode, row, "multimediaRooms", lever.rooms);
    addFacility(year, lever.id, lever.schoolCode, row, "equipmentValueWan", lever.rooms * lever.bookValueWanPerRoom);
    tellRoomsBeyond(year, lever.id, lever.schoolCode, row);
  },
  cost: (lever, year) => capitalCost(lever, lever.rooms * lever.costWanPerRoom, year),
  summary: (lever) => ({
    key: "equip_multimedia.plain",
    params: {
      schoolCode: lever.schoolCode,
      rooms: lever.rooms,
      effectYear: effectYear(lever),
      costWan: lever.rooms * lever.costWanPerRoom,
    },
  }),
};
