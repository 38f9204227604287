import type { LeverOf } from "../../contract";
import { addClaim, type ClaimPath } from "../add-facility";
import { effectYear, isInForce, type LeverModel, ofQuantity, recurrentCost } from "../lever";

export type ItinerantTeachers = LeverOf<"itinerant_teachers">;

const paths: Readonly<Record<ItinerantTeachers["subject"], ClaimPath>> = {
  physical_education: "staff.visitingPhysicalEducation",
  music: "staff.visitingMusic",
  art: "staff.visitingArt",
  integrated_arts: "staff.visitingIntegratedArts",
};

/** 走教: visiting teachers are reported at the host; whether they count is for the relief of the rules to say. */
export const itinerantTeachers: LeverModel<ItinerantTeachers> = {
  type: "itinerant_teachers",
  phase: "hires",
  units: ({ count }) => count,
  reach: ofQuantity((lever, reached) => ({ ...lever, count: lever.count * reached })),
  schools: (lever) => [{ field: "schoolCode", code: lever.schoolCode }],
  issues: (lever, county) => {
    const school = county.schoolOf(lever.schoolCode);
    return school === undefined || school.locality === "rural"
      ? []
      : [{ field: "schoolCode", key: "reliefNeedsRural", params: { schoolName: school.name } }];
  },
  apply: (lever, { state, rowOf }) => {
    const row = rowOf.get(lever.schoolCode);
    if (row === undefined) return;
    const column = state.further[paths[lever.subject]];
    if (state.year === effectYear(lever)) addClaim(column, row, lever.count);
    if (state.year === lever.endYear + 1) addClaim(column, row, -lever.count);
  },
  cost: (lever, year) => recurrentCost(isInForce(lever, year.year), lever.count * lever.annualCostWan, year),
  summary: (lever) => ({
    key: "itinerant_teachers.plain",
    params: {
      schoolCode: lever.schoolCode,
      subject: lever.subject,
      count: lever.count,
      effectYear: effectYear(lever),
      endYear: lever.endYear,
      annualCostWan: lever.count * lever.annualCostWan,
    },
  }),
};
