import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["training_funds"] = { leadYears: 1, fundsShare: 0.05, ...noUnitCosts, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextBudget,
  source("fundsShare", "regulation", "trainingShare", { share: 0.05 }),
];
