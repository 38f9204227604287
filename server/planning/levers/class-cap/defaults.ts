import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["class_cap"] = { leadYears: 1, cap: 45, ...noUnitCosts, uncertainty: firm };

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("cap", "regulation", "smallClass", { primary: 45, junior: 50 }),
];
