import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { noUnitCosts, shared, works } from "../default-parts";

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
  ...noUnitCosts,
  uncertainty: works,
};

/** 24 classes of 45: what a school of that size needs for the standard of a primary one, and some more. */
const bySize = (path: string) => source(path, "assumed", "newSchoolBySize", { classrooms: 24, pupils: 45 });
/** 每 12 个班各一间. */
const byClasses = (path: string) => source(path, "regulation", "roomsByClasses", { classrooms: 12 });

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
  source("classrooms", "assumed", "costsByQuote"),
  ...["teachingAreaM2", "gymAreaM2", "sportsFieldAreaM2", "equipmentValueWan", "multimediaRooms"].map(bySize),
  ...["musicRooms", "artRooms"].map(byClasses),
  source("buildingCostWan", "published", "newSchool", { costWan: 8187, places: 1350, placeWan: 6.06 }),
];
