import type { LeverOf } from "../../contract";
import { take } from "../add-facility";
import { effectYear, type LeverModel, noCost } from "../lever";

/** 设备报废. */
export const writeOff: LeverModel<LeverOf<"write_off">> = {
  type: "write_off",
  phase: "writeOffs",
  takes: true,
  units: ({ valueWan }) => valueWan,
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, { state, rowOf, lacking }) => {
    const row = rowOf.get(lever.schoolCode);
    if (row === undefined || state.year !== effectYear(lever)) return;
    const { equipmentValueWan, multimediaRooms } = state.facilities;
    take(equipmentValueWan, row, lever.valueWan, (asked, present) => lacking(lever.id, "valueWan", asked, present));
    take(multimediaRooms, row, lever.multimediaRooms, (asked, present) => lacking(lever.id, "multimediaRooms", asked, present));
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: "write_off.plain",
    params: { schoolCode: lever.schoolCode, valueWan: lever.valueWan, rooms: lever.multimediaRooms, effectYear: effectYear(lever) },
  }),
};
