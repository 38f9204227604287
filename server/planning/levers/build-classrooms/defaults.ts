import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { building, noUnitCosts, shared, works } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["build_classrooms"] = {
  leadYears: 2,
  rooms: 4,
  areaPerRoomM2: 90,
  multimedia: true,
  unitCostYuanPerM2: 4500,
  multimediaCostWanPerRoom: 2.5,
  ...noUnitCosts,
  uncertainty: works,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
  source("areaPerRoomM2", "assumed", "roomWithCorridor"),
  building,
  source("multimediaCostWanPerRoom", "assumed", "multimediaRoom", { upperWan: 2.35 }),
];
