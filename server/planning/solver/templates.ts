import type { Stage } from "@server/statistics/contract";
import type { Lever, LeverOf, PlanKind, PlanRequest } from "../contract";
import { leverDefaults } from "../levers/all/defaults";

/** Where and when a lever of a plan acts. */
export interface Site {
  readonly code: string;
  readonly stage: Stage;
  readonly startYear: number;
  /** Last statistics year that is judged: loans last until then. */
  readonly lastYear: number;
  /** m² that a music and an art room must have. */
  readonly roomAreas: Readonly<Record<"music" | "art", number>>;
}

/** What sets one kind of decision apart. A hired specialist answers R3, any other hire R1. */
export const decisionKinds = [
  "hire_general",
  "hire_specialist",
  "upgrade_education",
  "train_backbone",
  "build_classrooms",
  "build_sports",
  "buy_equipment",
  "equip_multimedia",
  "music_room",
  "art_room",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const planKindOf = (kind: DecisionKind): PlanKind => {
  if (kind === "hire_general" || kind === "hire_specialist") return "hire_teachers";
  return isSpecialRoom(kind) ? "build_special_rooms" : kind;
};

/** 音乐、美术专用教室: built only where G3 asks for them. */
export const isSpecialRoom = (kind: string): kind is "music_room" | "art_room" => kind === "music_room" || kind === "art_room";

/** Decisions about one stage's teachers; all others are about the whole school. */
export const isStaffing = (kind: DecisionKind): boolean =>
  kind === "hire_general" || kind === "hire_specialist" || kind === "upgrade_education" || kind === "train_backbone";

/** Quantities that come in whole numbers: persons and rooms. m² and 万元 do not. */
export const isWhole = (kind: DecisionKind): boolean => kind !== "build_sports" && kind !== "buy_equipment";

/** Most that one lever can hold, by its schema. */
export const mostOf: Readonly<Record<DecisionKind, number>> = {
  hire_general: 2000,
  hire_specialist: 2000,
  upgrade_education: 20_000,
  train_backbone: 20_000,
  build_classrooms: 200,
  build_sports: 1e6,
  buy_equipment: 1e6,
  equip_multimedia: 500,
  music_room: 50,
  art_room: 50,
};

type HireTeachers = LeverOf<"hire_teachers">;
export type Subject = HireTeachers["subject"];

/** What every lever of a plan begins with. */
export const common = (id: string, startYear: number) => ({
  id,
  enabled: true,
  startYear,
  fundingSource: "",
  responsibleUnit: "",
  note: "",
});

/** Figures of the request over the defaults; what is not given stays. */
export const over = <T extends object, F extends object>(defaults: T, figures: F | undefined): T & Partial<F> => {
  if (figures === undefined) return defaults;
  const given = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given } as T & F;
};

/** Lead time of a kind as asked for, years. */
export const leadOf = (kind: DecisionKind, { figures }: PlanRequest): number => {
  const planKind = planKindOf(kind);
  return figures[planKind]?.leadYears ?? leverDefaults[planKind].leadYears;
};

/** The ordinary lever that a decision becomes. */
export const leverOf = (
  kind: DecisionKind,
  id: string,
  { code, stage, startYear, roomAreas }: Site,
  quantity: number,
  subject: Subject,
  { figures }: PlanRequest,
): Lever => {
  const base = common(id, startYear);
  switch (kind) {
    case "hire_general":
    case "hire_specialist":
      return {
        ...base,
        type: "hire_teachers",
        ...over(leverDefaults.hire_teachers, figures.hire_teachers),
        target: { mode: "school", schoolCode: code, stage },
        count: quantity,
        subject: kind === "hire_general" ? "general" : subject,
      };
    case "upgrade_education":
    case "train_backbone": {
      const figure = over(leverDefaults[kind], figures[kind]);
      return { ...base, type: kind, ...figure, schoolCode: code, stage, count: quantity, endYear: startYear + figure.leadYears };
    }
    case "build_classrooms": {
      const figure = over(leverDefaults.build_classrooms, figures.build_classrooms);
      return { ...base, type: kind, ...figure, schoolCode: code, rooms: quantity, multimedia: false };
    }
    case "build_sports":
      return { ...base, type: kind, ...over(leverDefaults.build_sports, figures.build_sports), schoolCode: code, areaM2: quantity };
    case "buy_equipment":
      return { ...base, type: kind, ...over(leverDefaults.buy_equipment, figures.buy_equipment), schoolCode: code, valueWan: quantity };
    case "equip_multimedia":
      return { ...base, type: kind, ...over(leverDefaults.equip_multimedia, figures.equip_multimedia), schoolCode: code, rooms: quantity };
    case "music_room":
    case "art_room": {
      const room = kind === "music_room" ? "music" : "art";
      const figure = over(leverDefaults.build_special_rooms, figures.build_special_rooms);
      const areaPerRoomM2 = roomAreas[room];
      return {
        ...base,
        type: "build_special_rooms",
        ...figure,
        schoolCode: code,
        kind: room,
        rooms: quantity,
        areaPerRoomM2,
        newBuilding: true,
      };
    }
  }
};

/** Programmes that give teachers an attribute which a hired teacher may lack. */
export const programmeKinds = ["train_backbone", "upgrade_education"] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];
export const isProgramme = (kind: string): kind is ProgrammeKind => kind === "train_backbone" || kind === "upgrade_education";

/** Programmes that those whom a lever hires can still gain from. */
export const trainableBy = (lever: Lever): readonly ProgrammeKind[] =>
  lever.type === "hire_teachers"
    ? programmeKinds.filter((kind) => !(kind === "train_backbone" ? lever.backbone : lever.aboveRequiredEducation))
    : [];

/** One hired teacher who is there for certain from the start year on, to be trained. */
export const traineeOf = (id: string, { code, stage, startYear }: Pick<Site, "code" | "stage" | "startYear">): HireTeachers => ({
  ...common(id, startYear),
  type: "hire_teachers",
  ...leverDefaults.hire_teachers,
  target: { mode: "school", schoolCode: code, stage },
  leadYears: 0,
  count: 1,
  fulfilment: 1,
});

/** What a teacher who moves to another school brings. */
export const flowKinds = ["backbone", "specialist"] as const;
export type FlowKind = (typeof flowKinds)[number];

/** Years that a rotated teacher of a plan stays: to the end of what is judged. */
const termOf = (effectYear: number, lastYear: number): number => Math.min(15, lastYear - effectYear + 1);

/** A move of teachers as an ordinary lever. */
export const rotationOf = (
  flow: FlowKind,
  id: string,
  toCode: string,
  from: Omit<Site, "roomAreas">,
  teachers: number,
  specialism: Exclude<Subject, "general">,
  { figures }: PlanRequest,
): Lever => {
  const figure = over(leverDefaults.rotate_teachers, figures.rotate_teachers);
  const field = { physical_education: "physicalEducation", music: "music", art: "art", integrated_arts: "integratedArts" } as const;
  const special = { physicalEducation: 0, music: 0, art: 0, integratedArts: 0 };
  if (flow === "specialist") special[field[specialism]] = teachers;
  return {
    ...common(id, from.startYear),
    type: "rotate_teachers",
    ...figure,
    fromCode: from.code,
    toCode,
    stage: from.stage,
    teachers,
    aboveRequiredEducation: teachers,
    backbone: flow === "backbone" ? teachers : 0,
    ...special,
    termYears: termOf(from.startYear + figure.leadYears, from.lastYear),
  };
};

/** Cost of moving equipment, as a share of its book value. */
export const transferCostShare = ({ figures }: PlanRequest): number => figures.transfer_equipment?.costShare ?? 0.05;

/** A move of equipment as an ordinary lever. */
export const transferOf = (
  id: string,
  fromCode: string,
  toCode: string,
  startYear: number,
  valueWan: number,
  request: PlanRequest,
): Lever => ({
  ...common(id, startYear),
  type: "transfer_equipment",
  ...leverDefaults.transfer_equipment,
  leadYears: request.figures.transfer_equipment?.leadYears ?? leverDefaults.transfer_equipment.leadYears,
  fromCode,
  toCode,
  valueWan,
  multimediaRooms: 0,
  costWan: valueWan * transferCostShare(request),
});

export const rotationLead = ({ figures }: PlanRequest): number =>
  figures.rotate_teachers?.leadYears ?? leverDefaults.rotate_teachers.leadYears;
export const rotationCost = ({ figures }: PlanRequest): number =>
  figures.rotate_teachers?.annualCostWanPerTeacher ?? leverDefaults.rotate_teachers.annualCostWanPerTeacher;
export const transferLead = ({ figures }: PlanRequest): number =>
  figures.transfer_equipment?.leadYears ?? leverDefaults.transfer_equipment.leadYears;
