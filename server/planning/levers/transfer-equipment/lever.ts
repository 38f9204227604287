import type { LeverOf } from "../../contract";
import { add } from "../../engine/state";
import { take } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";
import { sameSchoolIssues } from "../same-school";

/** 设备调拨: what one school gives the other gets. */
export const transferEquipment: LeverModel<LeverOf<"transfer_equipment">> = {
  type: "transfer_equipment",
  phase: "transfers",
  takes: true,
  units: ({ valueWan }) => valueWan,
  reach: ofQuantity((lever, reached) => ({
    ...lever,
    valueWan: lever.valueWan * reached,
    multimediaRooms: lever.multimediaRooms * reached,
  })),
  schools: (lever) => [
    { field: "fromCode", code: lever.fromCode },
    { field: "toCode", code: lever.toCode },
  ],
  issues: (lever) => sameSchoolIssues(lever),
  apply: (lever, { state, rowOf, lacking }) => {
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    const { equipmentValueWan, multimediaRooms } = state.facilities;
    const value = take(equipmentValueWan, fromRow, lever.valueWan, (asked, present) => lacking(lever.id, "valueWan", asked, present));
    const rooms = take(multimediaRooms, fromRow, lever.multimediaRooms, (asked, present) =>
      lacking(lever.id, "multimediaRooms", asked, present),
    );
    add(equipmentValueWan, toRow, value);
    add(multimediaRooms, toRow, rooms);
  },
  cost: (lever, year) => capitalCost(lever, lever.costWan, year),
  summary: (lever) => ({
    key: "transfer_equipment.plain",
    params: {
      fromCode: lever.fromCode,
      toCode: lever.toCode,
      valueWan: lever.valueWan,
      rooms: lever.multimediaRooms,
      effectYear: effectYear(lever),
    },
  }),
};
