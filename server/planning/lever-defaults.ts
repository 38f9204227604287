import type { DefaultSource, LeverDefaults, LeverType, LeverUncertainty } from "./contract";
import { source } from "./default-source";

/** Works and purchases: dearer or later than planned rather than the other way round. */
const works: LeverUncertainty = { costLow: 0.9, costHigh: 1.2, fulfilmentLow: 1, fulfilmentHigh: 1, delayYearsMax: 1 };
/** Prices of goods and decisions of the county: little can come otherwise. */
const firm: LeverUncertainty = { costLow: 0.95, costHigh: 1.1, fulfilmentLow: 1, fulfilmentHigh: 1, delayYearsMax: 0 };
/** Programmes for people: fewer may be reached. */
const people = (fulfilmentLow: number, fulfilmentHigh: number): LeverUncertainty => ({
  costLow: 0.9,
  costHigh: 1.2,
  fulfilmentLow,
  fulfilmentHigh,
  delayYearsMax: 0,
});

/** Figures that a new lever starts with. */
export const leverDefaults: LeverDefaults = {
  build_classrooms: {
    leadYears: 2,
    rooms: 4,
    areaPerRoomM2: 90,
    multimedia: true,
    unitCostYuanPerM2: 4500,
    multimediaCostWanPerRoom: 2.5,
    uncertainty: works,
  },
  build_sports: { leadYears: 1, kind: "field", areaM2: 2000, unitCostYuanPerM2: 400, uncertainty: works },
  convert_sports: { leadYears: 1, areaM2: 500, unitCostYuanPerM2: 1000, uncertainty: works },
  lease_venue: { leadYears: 1, areaM2: 1000, annualRentYuanPerM2: 120, uncertainty: firm },
  build_special_rooms: {
    leadYears: 2,
    kind: "music",
    rooms: 1,
    areaPerRoomM2: 96,
    newBuilding: true,
    unitCostYuanPerM2: 4500,
    uncertainty: works,
  },
  buy_equipment: { leadYears: 1, valueWan: 50, uncertainty: firm },
  equip_multimedia: { leadYears: 1, rooms: 4, costWanPerRoom: 2.5, bookValueWanPerRoom: 2.5, uncertainty: firm },
  write_off: { leadYears: 1, valueWan: 10, multimediaRooms: 0, uncertainty: firm },
  transfer_equipment: { leadYears: 1, valueWan: 10, multimediaRooms: 0, costWan: 0.5, uncertainty: firm },
  hire_teachers: {
    leadYears: 1,
    count: 1,
    fulfilment: 0.8,
    subject: "general",
    aboveRequiredEducation: true,
    backbone: false,
    certified: true,
    annualCostWan: 11,
    uncertainty: people(0.4, 1),
  },
  upgrade_education: { leadYears: 1, count: 10, fulfilment: 0.8, costWanPerPerson: 0.6, uncertainty: people(0.6, 0.95) },
  train_backbone: { leadYears: 1, count: 5, fulfilment: 0.6, costWanPerPerson: 1, uncertainty: people(0.4, 0.8) },
  train_360: { leadYears: 1, count: 100, fulfilment: 0.95, costWanPerPerson: 0.15, uncertainty: people(0.85, 1) },
  certify_teachers: { leadYears: 1, count: 5, fulfilment: 0.8, costWanPerPerson: 0.1, uncertainty: people(0.5, 1) },
  rotate_teachers: {
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
    uncertainty: firm,
  },
  rotation_quota: {
    leadYears: 1,
    eligibleShare: 0.4,
    rotationShare: 0.1,
    backboneShare: 0.2,
    termYears: 3,
    annualCostWanPerTeacher: 0.72,
    uncertainty: firm,
  },
  itinerant_teachers: { leadYears: 1, subject: "music", count: 1, annualCostWan: 0.72, uncertainty: firm },
  close_school: { leadYears: 1, staffShare: 1, goodsShare: 1, costWan: 5, annualCostWan: 10, uncertainty: firm },
  open_school: {
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
    uncertainty: works,
  },
  rezone: { leadYears: 1, scope: "entrants", share: 0.3, uncertainty: firm },
  class_cap: { leadYears: 1, cap: 45, uncertainty: firm },
  public_funds: { leadYears: 1, primaryYuan: 720, juniorYuan: 940, smallAsHundred: true, uncertainty: firm },
  training_funds: { leadYears: 1, fundsShare: 0.05, uncertainty: firm },
  special_funds: { leadYears: 1, perPupilYuan: 6000, uncertainty: firm },
  teacher_pay: { leadYears: 1, payShare: 1, uncertainty: firm },
  county_fact: {
    leadYears: 1,
    fact: "quotaPlaces",
    mode: "as_last_year",
    targetValue: null,
    values: [],
    annualCostWan: 0,
    uncertainty: firm,
  },
  declare: { leadYears: 1, item: "all", annualCostWan: 0, uncertainty: firm },
};

const building = source("unitCostYuanPerM2", "published", "teachingBuilding", { areaM2: 3049, costWan: 1371, yuanPerM2: 4497 });
const yearly = source("leadYears", "assumed", "yearlyRecruitment");
const spread = source("uncertainty", "assumed", "uncertaintyAssumed");
const subsidy = { fromYuan: 500, toYuan: 700 };

/** Where each of `leverDefaults` comes from. */
export const leverSources: Readonly<Record<LeverType, readonly DefaultSource[]>> = {
  build_classrooms: [
    spread,
    source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
    source("areaPerRoomM2", "assumed", "roomWithCorridor"),
    building,
    source("multimediaCostWanPerRoom", "assumed", "multimediaRoom", { upperWan: 2.35 }),
  ],
  build_sports: [
    spread,
    source("areaM2", "assumed", "costsByQuote"),
    source("unitCostYuanPerM2", "assumed", "outdoorSurface", { gymYuan: 4500 }),
  ],
  convert_sports: [spread, source("areaM2", "regulation", "reliefArea"), source("unitCostYuanPerM2", "assumed", "conversion")],
  lease_venue: [spread, source("areaM2", "regulation", "reliefArea"), source("annualRentYuanPerM2", "assumed", "venueRent")],
  build_special_rooms: [spread, source("areaPerRoomM2", "regulation", "musicRoomArea", { music: 96, art: 90 }), building],
  buy_equipment: [spread, source("valueWan", "regulation", "originalValue")],
  equip_multimedia: [
    spread,
    source("costWanPerRoom", "assumed", "multimediaRoom", { upperWan: 2.35 }),
    source("bookValueWanPerRoom", "regulation", "originalValue"),
  ],
  write_off: [spread, source("valueWan", "regulation", "originalValue"), source("multimediaRooms", "assumed", "costsByQuote")],
  transfer_equipment: [spread, source("valueWan", "regulation", "originalValue"), source("costWan", "assumed", "costsByQuote")],
  hire_teachers: [
    spread,
    yearly,
    source("fulfilment", "assumed", "recruitmentShortfall", { planned: 148, filled: 56 }),
    source("annualCostWan", "assumed", "teacherCost", { from: 10, to: 12, observedWan: 7.7 }),
  ],
  upgrade_education: [spread, source("fulfilment", "assumed", "courseFee"), source("costWanPerPerson", "assumed", "courseFee")],
  train_backbone: [spread, source("fulfilment", "assumed", "selectionRate"), source("costWanPerPerson", "assumed", "costsByQuote")],
  train_360: [
    spread,
    source("fulfilment", "regulation", "trainingHours", { hours: 360 }),
    source("costWanPerPerson", "assumed", "costsByQuote"),
  ],
  certify_teachers: [spread, source("fulfilment", "assumed", "certificateFee"), source("costWanPerPerson", "assumed", "certificateFee")],
  rotate_teachers: [
    spread,
    source("termYears", "assumed", "rotationTerm"),
    source("annualCostWanPerTeacher", "published", "villageAllowance", subsidy),
  ],
  rotation_quota: [
    spread,
    source("eligibleShare", "assumed", "eligibilityIsLocal"),
    source("rotationShare", "regulation", "rotationQuota", { share: 0.1 }),
    source("backboneShare", "regulation", "rotationBackbone", { share: 0.2 }),
    source("termYears", "assumed", "rotationTerm"),
    source("annualCostWanPerTeacher", "published", "villageAllowance", subsidy),
  ],
  itinerant_teachers: [spread, source("annualCostWan", "assumed", "visitingAllowance")],
  close_school: [
    spread,
    source("staffShare", "assumed", "staffMove"),
    source("goodsShare", "assumed", "goodsMove"),
    source("costWan", "assumed", "costsByQuote"),
    source("annualCostWan", "assumed", "costsByQuote"),
  ],
  open_school: [
    spread,
    source("leadYears", "published", "placesPlannedAhead", { from: 2, to: 3 }),
    source("buildingCostWan", "published", "newSchool", { costWan: 8187, places: 1350, placeWan: 6.06 }),
  ],
  rezone: [spread, source("share", "assumed", "costsByQuote")],
  class_cap: [spread, source("cap", "regulation", "smallClass", { primary: 45, junior: 50 })],
  public_funds: [
    spread,
    source("primaryYuan", "assumed", "publicFundsBase", { primary: 720, junior: 940 }),
    source("juniorYuan", "assumed", "publicFundsBase", { primary: 720, junior: 940 }),
  ],
  training_funds: [spread, source("fundsShare", "regulation", "trainingShare", { share: 0.05 })],
  special_funds: [spread, source("perPupilYuan", "regulation", "specialEducation", { yuan: 6000 })],
  teacher_pay: [spread, source("payShare", "regulation", "payNotBelow")],
  county_fact: [spread, source("annualCostWan", "assumed", "costsByQuote")],
  declare: [spread, source("annualCostWan", "assumed", "costsByQuote")],
};
