import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared, subsidy } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["rotate_teachers"] = {
  leadYears: 1,
  teachers: 1,
  aboveRequiredEducation: null,
  backbone: null,
  physicalEducation: null,
  music: null,
  art: null,
  integratedArts: null,
  termYears: 3,
  annualCostWanPerTeacher: 0.72,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("termYears", "assumed", "rotationTerm"),
  source("annualCostWanPerTeacher", "published", "villageAllowance", subsidy),
];
