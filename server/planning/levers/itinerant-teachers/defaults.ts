import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, spread } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["itinerant_teachers"] = {
  leadYears: 1,
  subject: "music",
  count: 1,
  annualCostWan: 0.72,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [spread, nextSchoolYear, source("annualCostWan", "assumed", "visitingAllowance")];
