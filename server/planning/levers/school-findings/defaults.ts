import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with: what Q3 and Q6 ask of every school. */
export const defaults: LeverDefaults["school_findings"] = {
  leadYears: 1,
  charter: "yes",
  informatised: "yes",
  moralEducation: "good",
  annualCostWan: 0,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("charter", "regulation", "schoolFindings"),
  source("informatised", "regulation", "schoolFindings"),
  source("moralEducation", "regulation", "schoolFindings"),
  source("annualCostWan", "assumed", "costsByQuote"),
];
