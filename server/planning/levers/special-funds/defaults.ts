import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["special_funds"] = { leadYears: 1, perPupilYuan: 6000, ...noUnitCosts, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextBudget,
  source("perPupilYuan", "regulation", "specialEducation", { yuan: 6000 }),
];
