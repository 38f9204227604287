import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["close_school"] = {
  leadYears: 1,
  staffShare: 1,
  goodsShare: 1,
  costWan: 5,
  annualCostWan: 10,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("staffShare", "assumed", "staffMove"),
  source("goodsShare", "assumed", "goodsMove"),
  source("costWan", "assumed", "costsByQuote"),
  source("annualCostWan", "assumed", "costsByQuote"),
];
