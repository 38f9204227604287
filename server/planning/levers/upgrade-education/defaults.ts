import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { nextSchoolYear, noUnitCosts, people, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["upgrade_education"] = {
  leadYears: 1,
  count: 10,
  fulfilment: 0.8,
  costWanPerPerson: 0.6,
  ...noUnitCosts,
  uncertainty: people(0.6, 0.95),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("fulfilment", "assumed", "courseFee"),
  source("costWanPerPerson", "assumed", "courseFee"),
];
