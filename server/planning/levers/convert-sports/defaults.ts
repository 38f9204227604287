import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { noUnitCosts, oneYearOfWork, shared, works } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["convert_sports"] = {
  leadYears: 1,
  areaM2: 500,
  unitCostYuanPerM2: 1000,
  ...noUnitCosts,
  uncertainty: works,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  oneYearOfWork,
  source("areaM2", "regulation", "reliefArea"),
  source("unitCostYuanPerM2", "assumed", "conversion"),
];
