import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { noUnitCosts, people, shared, yearly } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["hire_teachers"] = {
  leadYears: 1,
  count: 1,
  fulfilment: 0.8,
  subject: "general",
  aboveRequiredEducation: true,
  backbone: false,
  certified: true,
  annualCostWan: 11,
  ...noUnitCosts,
  uncertainty: people(0.4, 1),
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  yearly,
  source("fulfilment", "assumed", "recruitmentShortfall", { planned: 148, filled: 56 }),
  source("annualCostWan", "assumed", "teacherCost", { from: 10, to: 12, observedWan: 7.7 }),
];
