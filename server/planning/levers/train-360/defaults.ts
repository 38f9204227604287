import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { nextSchoolYear, noUnitCosts, people, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["train_360"] = {
  leadYears: 1,
  count: 100,
  fulfilment: 0.95,
  costWanPerPerson: 0.15,
  ...noUnitCosts,
  uncertainty: people(0.85, 1),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("fulfilment", "regulation", "trainingHours", { hours: 360 }),
  source("costWanPerPerson", "assumed", "costsByQuote"),
];
