import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { nextSchoolYear, noUnitCosts, people, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["train_backbone"] = {
  leadYears: 1,
  count: 5,
  fulfilment: 0.6,
  costWanPerPerson: 1,
  ...noUnitCosts,
  uncertainty: people(0.4, 0.8),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("fulfilment", "assumed", "selectionRate"),
  source("costWanPerPerson", "assumed", "costsByQuote"),
];
