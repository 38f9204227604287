import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { spread, works } from "../default-parts";

/** Figures that a new one starts with. */
export const defaults: LeverDefaults["open_school"] = {
  leadYears: 3,
  name: "规划新校",
  schoolType: "primary",
  township: "城关镇",
  locality: "town",
  teachingAreaM2: 6000,
  gymAreaM2: 800,
  sportsFieldAreaM2: 10_000,
  equipmentValueWan: 300,
  classrooms: 24,
  multimediaRooms: 28,
  musicRooms: 2,
  artRooms: 2,
  buildingCostWan: 5000,
  boarding: false,
  denseCentre: false,
  originCode: "",
  originEvent: "split",
  keepsBuildings: false,
  uncertainty: works,
};

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  spread,
  source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
  source("buildingCostWan", "published", "newSchool", { costWan: 8187, places: 1350, placeWan: 6.06 }),
];
