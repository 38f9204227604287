import type { PlanKind } from "@server/planning/contract";

/** A figure of a measure that a plan may take otherwise than by default. */
interface PlanFigure {
  readonly name: string;
  readonly unit: "years" | "wan" | "wan_per_year" | "yuan_per_m2" | "m2" | "percent";
}

const lead: PlanFigure = { name: "leadYears", unit: "years" };
const filled: PlanFigure = { name: "fulfilment", unit: "percent" };
const perPerson: PlanFigure = { name: "costWanPerPerson", unit: "wan" };
const perSquareMetre: PlanFigure = { name: "unitCostYuanPerM2", unit: "yuan_per_m2" };
const subsidy: PlanFigure = { name: "annualCostWanPerTeacher", unit: "wan_per_year" };

/** Lead times and unit costs by measure, as the request holds them. */
export const planFigures: Readonly<Record<PlanKind, readonly PlanFigure[]>> = {
  hire_teachers: [lead, filled, { name: "annualCostWan", unit: "wan_per_year" }],
  upgrade_education: [lead, filled, perPerson],
  train_backbone: [lead, filled, perPerson],
  build_classrooms: [lead, { name: "areaPerRoomM2", unit: "m2" }, perSquareMetre],
  build_sports: [lead, perSquareMetre],
  buy_equipment: [lead],
  equip_multimedia: [lead, { name: "costWanPerRoom", unit: "wan" }, { name: "bookValueWanPerRoom", unit: "wan" }],
  rotate_teachers: [lead, subsidy],
  transfer_equipment: [lead, { name: "costShare", unit: "percent" }],
  build_special_rooms: [lead, perSquareMetre],
  class_cap: [lead],
  public_funds: [lead],
  rotation_quota: [lead, { name: "termYears", unit: "years" }, subsidy],
};

/** Field of the form that holds a figure of a measure. */
export const figureField = (kind: PlanKind, name: string): string => `figure.${kind}.${name}`;
