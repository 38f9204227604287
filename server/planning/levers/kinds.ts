/**
 * The one list of the levers. A kind's folder has its name with hyphens; `all/` is written from this list (see the README).
 * In the order of the forms: works and goods, staff, network, county.
 */
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
  "school_findings",
] as const;
export type LeverType = (typeof leverTypes)[number];
