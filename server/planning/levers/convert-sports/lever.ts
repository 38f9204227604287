import type { LeverOf } from "../../contract";
import { addClaim } from "../add-facility";
import { denseCentreIssues } from "../dense-centre";
import { capitalCost, effectYear, type LeverModel, ofQuantity } from "../lever";

export type ConvertSports = LeverOf<"convert_sports">;

const capitalWan = (lever: ConvertSports): number => (lever.areaM2 * lever.unitCostYuanPerM2) / 10_000;

/** 改造地下、楼顶等空间为运动场地. */
export const convertSports: LeverModel<ConvertSports> = {
  type: "convert_sports",
  phase: "works",
  units: ({ areaM2 }) => areaM2,
  reach: ofQuantity((lever, reached) => ({ ...lever, areaM2: lever.areaM2 * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  issues: (lever, county) => denseCentreIssues(lever.schoolCode, county),
  apply: (lever, { state, rowOf }) => {
    const row = rowOf.get(lever.schoolCode);
    if (row !== undefined && state.year === effectYear(lever)) addClaim(state.further["reliefSports.convertedAreaM2"], row, lever.areaM2);
  },
  cost: (lever, year) => capitalCost(lever, capitalWan(lever), year),
  summary: (lever) => ({
    key: "convert_sports.plain",
    params: { schoolCode: lever.schoolCode, areaM2: lever.areaM2, effectYear: effectYear(lever), costWan: capitalWan(lever) },
  }),
};
