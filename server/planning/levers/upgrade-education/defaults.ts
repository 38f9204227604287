import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { nextSchoolYear, people, spread } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["upgrade_education"] = {
  leadYears: 1,
  count: 10,
  fulfilment: 0.8,
  costWanPerPerson: 0.6,
  uncertainty: people(0.6, 0.95),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  spread,
  nextSchoolYear,
  source("fulfilment", "assumed", "courseFee"),
  source("costWanPerPerson", "assumed", "courseFee"),
];
