import { declarationItems } from "@server/statistics/facts-contract";

/*
 * Kinds of levers and the choices within them. Apart from the schemas: a page that lists them needs no validation.
 */

/** In the order of the forms: works and goods, staff, network, county. */
export const leverTypes = [
  "build_classrooms",
  "build_sports",
  "convert_sports",
  "lease_venue",
  "build_special_rooms",
  "buy_equipment",
  "equip_multimedia",
  "write_off",
  "transfer_equipment",
  "hire_teachers",
  "upgrade_education",
  "train_backbone",
  "train_360",
  "certify_teachers",
  "rotate_teachers",
  "rotation_quota",
  "itinerant_teachers",
  "close_school",
  "open_school",
  "rezone",
  "class_cap",
  "public_funds",
  "training_funds",
  "special_funds",
  "teacher_pay",
  "county_fact",
  "declare",
] as const;
export type LeverType = (typeof leverTypes)[number];

export const sportsKinds = ["field", "gym"] as const;
export const specialRoomKinds = ["music", "art"] as const;
export const teacherSubjects = ["general", "physical_education", "music", "art", "integrated_arts"] as const;
export const specialSubjects = ["physical_education", "music", "art", "integrated_arts"] as const;
export const newSchoolTypes = ["primary", "junior", "nine_year"] as const;
export const rezoneScopes = ["entrants", "all_pupils"] as const;
export const trajectoryModes = ["values", "linear", "as_last_year"] as const;
export const declaredItems = ["all", "vetoes", ...declarationItems] as const;

/** 分年龄专任教师 bands of the statistics: up to 24, 25–29 … 55–59, 60 and more. */
export const ageBandStarts = [20, 25, 30, 35, 40, 45, 50, 55, 60] as const;
