import type { DefaultSource, LeverDefaults } from "../../contract";
import { source } from "../../default-source";
import { noUnitCosts, shared, works } from "../default-parts";

const classrooms = 24;
const pupilsAClass = 45;
const equipmentValueWan = 300;
/** 每学位投资, equipment included. */
const placeWan = 5.5;

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
  equipmentValueWan,
  classrooms,
  multimediaRooms: 28,
  musicRooms: 2,
  artRooms: 2,
  buildingCostWan: classrooms * pupilsAClass * placeWan - equipmentValueWan,
  boarding: false,
  denseCentre: false,
  originCode: "",
  originEvent: "split",
  keepsBuildings: false,
  ...noUnitCosts,
  uncertainty: works,
};

/** 24 classes of 45: what a school of that size needs for the standard of a primary one, and some more. */
const bySize = (path: string) => source(path, "assumed", "newSchoolBySize", { classrooms, pupils: pupilsAClass });
/** 每 12 个班各一间. */
const byClasses = (path: string) => source(path, "regulation", "roomsByClasses", { classrooms: 12 });

/** Where they come from. */
export const sources: readonly DefaultSource[] = [
  ...shared,
  source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
  source("classrooms", "assumed", "costsByQuote"),
  ...["teachingAreaM2", "gymAreaM2", "sportsFieldAreaM2", "equipmentValueWan", "multimediaRooms"].map(bySize),
  ...["musicRooms", "artRooms"].map(byClasses),
  source("buildingCostWan", "assumed", "newSchool", {
    places: classrooms * pupilsAClass,
    placeWan,
    equipmentWan: equipmentValueWan,
    fromWan: 3.68,
    toWan: 6.06,
  }),
];
