import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { noUnitCosts, oneYearOfWork, shared, works } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["build_sports"] = {
  leadYears: 1,
  kind: "field",
  areaM2: 2000,
  unitCostYuanPerM2: 400,
  ...noUnitCosts,
  uncertainty: works,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  oneYearOfWork,
  source("areaM2", "assumed", "costsByQuote"),
  source("unitCostYuanPerM2", "assumed", "outdoorSurface", { gymYuan: 4500 }),
];
