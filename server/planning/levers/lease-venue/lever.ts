import type { LeverOf } from "../../contract";
import { addClaim } from "../add-facility";
import { denseCentreIssues } from "../dense-centre";
import { effectYear, isInForce, type LeverModel, ofQuantity, recurrentCost } from "../lever";

export type LeaseVenue = LeverOf<"lease_venue">;

const rentWan = (lever: LeaseVenue): number => (lever.areaM2 * lever.annualRentYuanPerM2) / 10_000;

/** 租赁校外体育场馆: counts from the effect year to the end of the lease. */
export const leaseVenue: LeverModel<LeaseVenue> = {
  type: "lease_venue",
  phase: "works",
  units: ({ areaM2 }) => areaM2,
  reach: ofQuantity((lever, reached) => ({ ...lever, areaM2: lever.areaM2 * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  issues: (lever, county) => denseCentreIssues(lever.schoolCode, county),
  apply: (lever, { state, rowOf }) => {
    const row = rowOf.get(lever.schoolCode);
    if (row === undefined) return;
    const column = state.further["reliefSports.leasedAreaM2"];
    if (state.year === effectYear(lever)) addClaim(column, row, lever.areaM2);
    if (state.year === lever.endYear + 1) addClaim(column, row, -lever.areaM2);
  },
  cost: (lever, year) => recurrentCost(isInForce(lever, year.year), rentWan(lever), year),
  summary: (lever) => ({
    key: "lease_venue.plain",
    params: {
      schoolCode: lever.schoolCode,
      areaM2: lever.areaM2,
      effectYear: effectYear(lever),
      endYear: lever.endYear,
      annualCostWan: rentWan(lever),
    },
  }),
};
