import type { LeverOf } from "../../contract";
import { addFacility, take, tellRoomsBeyond } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";
import { sameSchoolIssues } from "../same-school";

/** 设备调拨: what one school gives the other gets. */
export const transferEquipment: LeverModel<LeverOf<"transfer_equipment">> = {
  type: "transfer_equipment",
  phase: "transfers",
  takes: () => true,
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
  apply: (lever, year) => {
    const { state, rowOf } = year;
    const fromRow = rowOf.get(lever.fromCode);
    const toRow = rowOf.get(lever.toCode);
    if (fromRow === undefined || toRow === undefined || state.year !== effectYear(lever)) return;
    const move = (field: "equipmentValueWan" | "multimediaRooms", leverField: "valueWan" | "multimediaRooms"): number => {
      const giver = { leverId: lever.id, schoolCode: lever.fromCode, row: fromRow, field };
      const taken = take(year, { ...giver, leverField, amount: lever[leverField] });
      addFacility(year, lever.id, lever.toCode, toRow, field, taken);
      return taken;
    };
    move("equipmentValueWan", "valueWan");
    const rooms = move("multimediaRooms", "multimediaRooms");
    if (rooms > 0) tellRoomsBeyond(year, lever.id, lever.toCode, toRow);
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
