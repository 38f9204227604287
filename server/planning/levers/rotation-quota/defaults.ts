import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextSchoolYear, noUnitCosts, shared, subsidy } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["rotation_quota"] = {
  leadYears: 1,
  eligibleShare: 0.4,
  rotationShare: 0.1,
  backboneShare: 0.2,
  termYears: 3,
  annualCostWanPerTeacher: 0.72,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextSchoolYear,
  source("eligibleShare", "assumed", "eligibilityIsLocal"),
  source("rotationShare", "regulation", "rotationQuota", { share: 0.1 }),
  source("backboneShare", "regulation", "rotationBackbone", { share: 0.2 }),
  source("termYears", "assumed", "rotationTerm"),
  source("annualCostWanPerTeacher", "published", "villageAllowance", subsidy),
];
