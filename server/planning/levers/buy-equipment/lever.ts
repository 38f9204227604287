import type { LeverOf } from "../../contract";
import { addFacility } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";

/** 购置教学仪器设备. */
export const buyEquipment: LeverModel<LeverOf<"buy_equipment">> = {
  type: "buy_equipment",
  phase: "works",
  units: ({ valueWan }) => valueWan,
  reach: ofQuantity((lever, reached) => ({ ...lever, valueWan: lever.valueWan * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    addFacility(year, lever.id, lever.schoolCode, row, "equipmentValueWan", lever.valueWan);
  },
  cost: (lever, year) => capitalCost(lever, lever.valueWan, year),
  summary: (lever) => ({
    key: "buy_equipment.plain",
    params: { schoolCode: lever.schoolCode, valueWan: lever.valueWan, effectYear: effectYear(lever) },
  }),
};
