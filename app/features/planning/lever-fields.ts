import {
  type CountyFactKey,
  countyFactKeys,
  declaredItems,
  type LeverType,
  newSchoolTypes,
  rezoneScopes,
  specialRoomKinds,
  specialSubjects,
  sportsKinds,
  teacherSubjects,
  trajectoryModes,
} from "@server/planning/contract";
import { localities } from "@server/statistics/contract";

export type FieldUnit =
  | "years"
  | "rooms"
  | "persons"
  | "wan"
  | "wan_per_year"
  | "yuan"
  | "yuan_per_m2"
  | "yuan_per_pupil"
  | "m2"
  | "percent";

/** One control of a lever's form; `name` is the lever's own field. */
export type LeverField =
  | { readonly kind: "school"; readonly name: string; readonly county?: true }
  | { readonly kind: "stage"; readonly name: "stage" }
  | {
      readonly kind: "figure";
      readonly name: string;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly unit?: FieldUnit;
      readonly share?: true;
      readonly optional?: true;
    }
  | { readonly kind: "flag"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly options: readonly string[] }
  | { readonly kind: "text"; readonly name: string; readonly maxLength: number }
  /** A value a year, one line each. */
  | { readonly kind: "values"; readonly name: "values" }
  /** 招聘: a school, or by deficit; and the stage. */
  | { readonly kind: "placement"; readonly name: "target" }
  /** 撤并: up to three schools that take over, with their shares. */
  | { readonly kind: "targets"; readonly name: "targets" };

const school: LeverField = { kind: "school", name: "schoolCode" };
const schoolOrCounty: LeverField = { kind: "school", name: "schoolCode", county: true };
const fromSchool: LeverField = { kind: "school", name: "fromCode" };
const toSchool: LeverField = { kind: "school", name: "toCode" };
const stage: LeverField = { kind: "stage", name: "stage" };
const lastYear: LeverField = { kind: "figure", name: "endYear", min: 2000, max: 2100 };
const area = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 50, unit: "m2" });
const unitCost: LeverField = { kind: "figure", name: "unitCostYuanPerM2", min: 0, step: 100, unit: "yuan_per_m2" };
const rooms = (name: string, min = 0): LeverField => ({ kind: "figure", name, min, max: 500, unit: "rooms" });
const wan = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 0.1, unit: "wan" });
const yearlyWan = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 0.1, unit: "wan_per_year" });
const share = (name: string, step = 1): LeverField => ({ kind: "figure", name, share: true, step });
const count = (name: string, max = 2000): LeverField => ({ kind: "figure", name, min: 1, max, unit: "persons" });
const among = (name: string): LeverField => ({ kind: "figure", name, min: 0, step: 1, unit: "persons", optional: true });
const programme: readonly LeverField[] = [count("count", 20_000), share("fulfilment", 5), lastYear, wan("costWanPerPerson")];

/** The forms of all levers, in the order of their controls. */
export const leverFields: Readonly<Record<LeverType, readonly LeverField[]>> = {
  build_classrooms: [
    school,
    rooms("rooms", 1),
    { kind: "figure", name: "areaPerRoomM2", min: 30, max: 400, step: 5, unit: "m2" },
    unitCost,
    { kind: "flag", name: "multimedia" },
    wan("multimediaCostWanPerRoom"),
  ],
  build_sports: [school, { kind: "choice", name: "kind", options: sportsKinds }, area("areaM2"), unitCost],
  convert_sports: [school, area("areaM2"), unitCost],
  lease_venue: [school, area("areaM2"), { kind: "figure", name: "annualRentYuanPerM2", min: 0, step: 10, unit: "yuan_per_m2" }, lastYear],
  build_special_rooms: [
    school,
    { kind: "choice", name: "kind", options: specialRoomKinds },
    rooms("rooms", 1),
    { kind: "figure", name: "areaPerRoomM2", min: 30, max: 400, step: 1, unit: "m2" },
    { kind: "flag", name: "newBuilding" },
    unitCost,
  ],
  buy_equipment: [school, wan("valueWan")],
  equip_multimedia: [school, rooms("rooms", 1), wan("costWanPerRoom"), wan("bookValueWanPerRoom")],
  write_off: [school, wan("valueWan"), rooms("multimediaRooms")],
  transfer_equipment: [fromSchool, toSchool, wan("valueWan"), rooms("multimediaRooms"), wan("costWan")],
  hire_teachers: [
    { kind: "placement", name: "target" },
    count("count"),
    { kind: "choice", name: "subject", options: teacherSubjects },
    { kind: "flag", name: "aboveRequiredEducation" },
    { kind: "flag", name: "backbone" },
    { kind: "flag", name: "certified" },
    share("fulfilment", 5),
    yearlyWan("annualCostWan"),
  ],
  upgrade_education: [schoolOrCounty, stage, ...programme],
  train_backbone: [schoolOrCounty, stage, ...programme],
  train_360: [schoolOrCounty, ...programme],
  certify_teachers: [schoolOrCounty, ...programme],
  rotate_teachers: [
    fromSchool,
    toSchool,
    stage,
    { kind: "figure", name: "teachers", min: 0.5, step: 1, unit: "persons" },
    among("aboveRequiredEducation"),
    among("backbone"),
    among("physicalEducation"),
    among("music"),
    among("art"),
    among("integratedArts"),
    { kind: "figure", name: "termYears", min: 1, max: 15, unit: "years" },
    yearlyWan("annualCostWanPerTeacher"),
  ],
  rotation_quota: [
    share("rotationShare"),
    share("backboneShare"),
    share("eligibleShare"),
    lastYear,
    { kind: "figure", name: "termYears", min: 1, max: 6, unit: "years" },
    yearlyWan("annualCostWanPerTeacher"),
  ],
  itinerant_teachers: [
    school,
    { kind: "choice", name: "subject", options: specialSubjects },
    count("count", 50),
    lastYear,
    yearlyWan("annualCostWan"),
  ],
  close_school: [
    school,
    { kind: "targets", name: "targets" },
    share("staffShare", 5),
    share("goodsShare", 5),
    wan("costWan"),
    yearlyWan("annualCostWan"),
  ],
  open_school: [
    { kind: "text", name: "name", maxLength: 100 },
    { kind: "text", name: "code", maxLength: 20 },
    { kind: "choice", name: "schoolType", options: newSchoolTypes },
    { kind: "text", name: "township", maxLength: 60 },
    { kind: "choice", name: "locality", options: localities },
    area("teachingAreaM2"),
    area("gymAreaM2"),
    area("sportsFieldAreaM2"),
    wan("equipmentValueWan"),
    rooms("classrooms", 1),
    rooms("multimediaRooms"),
    rooms("musicRooms"),
    rooms("artRooms"),
    wan("buildingCostWan"),
  ],
  rezone: [fromSchool, toSchool, stage, { kind: "choice", name: "scope", options: rezoneScopes }, share("share", 5)],
  class_cap: [schoolOrCounty, stage, { kind: "figure", name: "cap", min: 15, max: 80, unit: "persons" }],
  public_funds: [
    schoolOrCounty,
    { kind: "figure", name: "primaryYuan", min: 0, step: 10, unit: "yuan_per_pupil" },
    { kind: "figure", name: "juniorYuan", min: 0, step: 10, unit: "yuan_per_pupil" },
    { kind: "flag", name: "smallAsHundred" },
  ],
  training_funds: [schoolOrCounty, share("fundsShare", 0.5)],
  special_funds: [{ kind: "figure", name: "perPupilYuan", min: 0, step: 100, unit: "yuan_per_pupil" }],
  teacher_pay: [{ kind: "figure", name: "payShare", share: true, max: 300, step: 1 }],
  county_fact: [
    { kind: "choice", name: "fact", options: countyFactKeys satisfies readonly CountyFactKey[] },
    { kind: "choice", name: "mode", options: trajectoryModes },
    { kind: "figure", name: "targetValue", min: 0, optional: true },
    { kind: "figure", name: "targetYear", min: 2000, max: 2100, optional: true },
    { kind: "values", name: "values" },
    yearlyWan("annualCostWan"),
  ],
  declare: [{ kind: "choice", name: "item", options: declaredItems }, lastYear, yearlyWan("annualCostWan")],
};

/** How far it may turn out otherwise; the same for every lever. */
export const uncertaintyFields = [
  { name: "costLow", share: true, min: 10, max: 500, step: 5 },
  { name: "costHigh", share: true, min: 10, max: 500, step: 5 },
  { name: "fulfilmentLow", share: true, step: 5 },
  { name: "fulfilmentHigh", share: true, step: 5 },
  { name: "delayYearsMax", min: 0, max: 5, unit: "years" },
] as const;
