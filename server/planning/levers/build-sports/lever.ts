import type { LeverOf } from "../../contract";
import { addFacility } from "../add-facility";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";

export type BuildSports = LeverOf<"build_sports">;

const capitalWan = (lever: BuildSports): number => (lever.areaM2 * lever.unitCostYuanPerM2) / 10_000;

/** 新建运动场、体育馆. The statistics' teaching area holds the gym, and R4 takes it out again: building one leaves R4 as it was. */
export const buildSports: LeverModel<BuildSports> = {
  type: "build_sports",
  phase: "works",
  units: ({ areaM2 }) => areaM2,
  reach: ofQuantity((lever, reached) => ({ ...lever, areaM2: lever.areaM2 * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  apply: (lever, year) => {
    const row = year.rowOf.get(lever.schoolCode);
    if (row === undefined || year.state.year !== effectYear(lever)) return;
    const fields = lever.kind === "gym" ? (["gymAreaM2", "teachingAreaM2"] as const) : (["sportsFieldAreaM2"] as const);
    for (const field of fields) addFacility(year, lever.id, lever.schoolCode, row, field, lever.areaM2);
  },
  cost: (lever, year) => capitalCost(lever, capitalWan(lever), year),
  summary: (lever) => ({
    key: lever.kind === "gym" ? "build_sports.gym" : "build_sports.field",
    params: { schoolCode: lever.schoolCode, areaM2: lever.areaM2, effectYear: effectYear(lever), costWan: capitalWan(lever) },
  }),
};
