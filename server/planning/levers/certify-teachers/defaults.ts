import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { nextSchoolYear, noUnitCosts, people, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["certify_teachers"] = {
  leadYears: 1,
  count: 5,
  fulfilment: 0.8,
  costWanPerPerson: 0.1,
  ...noUnitCosts,
  uncertainty: people(0.5, 1),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("fulfilment", "assumed", "certificateFee"),
  source("costWanPerPerson", "assumed", "certificateFee"),
];
