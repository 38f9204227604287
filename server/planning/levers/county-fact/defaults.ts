import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["county_fact"] = {
  leadYears: 1,
  fact: "quotaPlaces",
  mode: "as_last_year",
  targetValue: null,
  values: [],
  annualCostWan: 0,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [...shared, nextSchoolYear, source("annualCostWan", "assumed", "costsByQuote")];
