import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["public_funds"] = {
  leadYears: 1,
  primaryYuan: 720,
  juniorYuan: 940,
  smallAsHundred: true,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextBudget,
  source("primaryYuan", "assumed", "publicFundsBase", { primary: 720, junior: 940 }),
  source("juniorYuan", "assumed", "publicFundsBase", { primary: 720, junior: 940 }),
];
