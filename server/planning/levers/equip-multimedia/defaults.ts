import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { firm, nextBudget, noUnitCosts, shared } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["equip_multimedia"] = {
  leadYears: 1,
  rooms: 4,
  costWanPerRoom: 2.5,
  bookValueWanPerRoom: 2.5,
  ...noUnitCosts,
  uncertainty: firm,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  nextBudget,
  source("costWanPerRoom", "assumed", "multimediaRoom", { upperWan: 2.35 }),
  source("bookValueWanPerRoom", "regulation", "originalValue"),
];
