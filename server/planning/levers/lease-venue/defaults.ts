import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["lease_venue"] = {
  leadYears: 1,
  areaM2: 1000,
  annualRentYuanPerM2: 120,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextBudget,
  source("areaM2", "regulation", "reliefArea"),
  source("annualRentYuanPerM2", "assumed", "venueRent"),
];
