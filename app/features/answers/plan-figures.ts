import { leverForms, type PlanKind, unitCostFields, unitCostUnit } from "@server/planning/contract";

/** A figure of a measure that a plan may take otherwise than by default. */
interface PlanFigure {
  readonly name: string;
  readonly unit: "years" | "wan" | "wan_per_year" | "m2" | "percent" | ReturnType<typeof unitCostUnit>;
}

const lead: PlanFigure = { name: "leadYears", unit: "years" };
const filled: PlanFigure = { name: "fulfilment", unit: "percent" };
const perPerson: PlanFigure = { name: "costWanPerPerson", unit: "wan" };
const perSquareMetre: PlanFigure = { name: "unitCostYuanPerM2", unit: "yuan_per_m2" };
const subsidy: PlanFigure = { name: "annualCostWanPerTeacher", unit: "wan_per_year" };

/** 另计费用, one-off and yearly. */
const further = (kind: PlanKind): readonly PlanFigure[] => unitCostFields.map((name) => ({ name, unit: unitCostUnit(leverForms[kind]) }));

/** Lead times and unit costs by measure, as the request holds them. */
export const planFigures: Readonly<Record<PlanKind, readonly PlanFigure[]>> = {
  hire_teachers: [lead, filled, { name: "annualCostWan", unit: "wan_per_year" }, ...further("hire_teachers")],
  upgrade_education: [lead, filled, perPerson, ...further("upgrade_education")],
  train_backbone: [lead, filled, perPerson, ...further("train_backbone")],
  build_classrooms: [lead, { name: "areaPerRoomM2", unit: "m2" }, perSquareMetre, ...further("build_classrooms")],
  build_sports: [lead, perSquareMetre, ...further("build_sports")],
  buy_equipment: [lead, ...further("buy_equipment")],
  equip_multimedia: [
    lead,
    { name: "costWanPerRoom", unit: "wan" },
    { name: "bookValueWanPerRoom", unit: "wan" },
    ...further("equip_multimedia"),
  ],
  rotate_teachers: [lead, subsidy],
  transfer_equipment: [lead, { name: "costShare", unit: "percent" }],
  build_special_rooms: [lead, perSquareMetre, ...further("build_special_rooms")],
  class_cap: [lead],
  public_funds: [lead],
  rotation_quota: [lead, { name: "termYears", unit: "years" }, subsidy],
};

/** Field of the form that holds a figure of a measure. */
export const figureField = (kind: PlanKind, name: string): string => `figure.${kind}.${name}`;
