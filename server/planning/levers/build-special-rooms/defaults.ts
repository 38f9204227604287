import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { building, noUnitCosts, shared, works } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["build_special_rooms"] = {
  leadYears: 2,
  kind: "music",
  rooms: 1,
  areaPerRoomM2: 96,
  newBuilding: true,
  unitCostYuanPerM2: 4500,
  ...noUnitCosts,
  uncertainty: works,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
  source("areaPerRoomM2", "regulation", "musicRoomArea", { music: 96, art: 90 }),
  building,
];
