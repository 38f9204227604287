import type { LeverOf } from "../../contract";
import { take } from "../add-facility";
import { effectYear, type LeverModel, noCost } from "../lever";

/** 设备报废. */
export const writeOff: LeverModel<LeverOf<"write_off">> = {
  type: "write_off",
  phase: "writeOffs",
  takes: () => true,
  units: ({ valueWan }) => valueWan,
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    const { id: leverId, schoolCode, valueWan, multimediaRooms } = lever;
    take(year, { leverId, schoolCode, row, field: "equipmentValueWan", leverField: "valueWan", amount: valueWan });
    take(year, { leverId, schoolCode, row, field: "multimediaRooms", leverField: "multimediaRooms", amount: multimediaRooms });
  },
  cost: () => noCost,
  summary: (lever) => ({
    key: "write_off.plain",
    params: { schoolCode: lever.schoolCode, valueWan: lever.valueWan, rooms: lever.multimediaRooms, effectYear: effectYear(lever) },
  }),
};
