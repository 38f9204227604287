import type { Lever, LeverType } from "@server/planning/contract";
import { type LeverField, leverFields } from "~/features/planning/lever-fields";

export type FigureField = Extract<LeverField, { kind: "figure" }>;

/** The figure that sizes a lever: what its slider moves and its table row shows first. */
const sizeNames: Readonly<Record<LeverType, string>> = {
  build_classrooms: "rooms",
  build_sports: "areaM2",
  convert_sports: "areaM2",
  lease_venue: "areaM2",
  build_special_rooms: "rooms",
  buy_equipment: "valueWan",
  equip_multimedia: "rooms",
  write_off: "valueWan",
  transfer_equipment: "valueWan",
  hire_teachers: "count",
  upgrade_education: "count",
  train_backbone: "count",
  train_360: "count",
  certify_teachers: "count",
  rotate_teachers: "teachers",
  rotation_quota: "rotationShare",
  itinerant_teachers: "count",
  close_school: "staffShare",
  open_school: "classrooms",
  rezone: "share",
  class_cap: "cap",
  public_funds: "primaryYuan",
  training_funds: "fundsShare",
  special_funds: "perPupilYuan",
  teacher_pay: "payShare",
  county_fact: "targetValue",
  declare: "annualCostWan",
};

/** The sizing figure of a kind of lever with its limits. */
export const sizeField = (type: LeverType): FigureField => {
  const field = leverFields[type].find((one): one is FigureField => one.kind === "figure" && one.name === sizeNames[type]);
  if (field === undefined) throw new Error(`${type} has no figure ${sizeNames[type]}`);
  return field;
};

/** A field of a lever by its name; null when it is none or no figure. */
export const figureOf = (lever: Lever, name: string): number | null => {
  const held: Readonly<Record<string, unknown>> = lever;
  const value = held[name];
  return typeof value === "number" ? value : null;
};

/** Range of the slider: the form's limits, or twice the present size where the form knows none. */
export const sliderRange = (
  field: FigureField,
  value: number | null,
): { readonly min: number; readonly max: number; readonly step: number } => {
  const min = field.share === true ? 0 : (field.min ?? 0);
  const step = field.share === true ? (field.step ?? 1) / 100 : (field.step ?? 1);
  if (field.share === true) return { min, max: (field.max ?? 100) / 100, step };
  const usual = Math.max(20 * step, 2 * (value ?? 0));
  // A range that follows the value would move under the hand: it grows in powers of two only.
  const max = Math.min(field.max ?? Number.POSITIVE_INFINITY, 10 * step * 2 ** Math.ceil(Math.log2(Math.max(usual / (10 * step), 1))));
  return { min, max, step };
};

/** Codes of the schools that a lever is about, the giving one first. */
export const schoolsOf = (lever: Lever): readonly string[] => {
  switch (lever.type) {
    case "rotate_teachers":
    case "rezone":
    case "transfer_equipment":
      return [lever.fromCode, lever.toCode];
    case "close_school":
      return [lever.schoolCode, ...lever.targets.map(({ schoolCode }) => schoolCode)];
    case "hire_teachers":
      return lever.target.mode === "school" ? [lever.target.schoolCode] : [];
    case "open_school":
      return [lever.code];
    default: {
      const code = "schoolCode" in lever ? lever.schoolCode : "";
      return code === "" ? [] : [code];
    }
  }
};
