import type { ResourceIndicator } from "@server/compliance/contract";

/**
 * What makes each of the twelve demonstration counties itself. All places are invented; codes
 * beginning with 99 are not assigned to any real place.
 */
export interface Deviation {
  readonly indicator: ResourceIndicator;
  /** Share of the county's judged schools that are not as schools of their size usually are. */
  readonly share: number;
  readonly where: "any" | "town" | "rural";
  /** Stage hit; facilities (R4–R7) belong to the whole school and ignore it. */
  readonly stage?: "primary" | "junior";
  /** Multiples of the standard that they reach. */
  readonly from: number;
  readonly to: number;
}

export interface CountyProfile {
  readonly code: string;
  readonly name: string;
  readonly city: 0 | 1;
  readonly kind: "district" | "county";
  readonly schools: number;
  /** Size of its schools relative to an ordinary county. */
  readonly scale: number;
  /** How much more than town schools the small village schools own per pupil: 1 ordinary, 4 extreme. */
  readonly dispersion: number;
  readonly deviations: readonly Deviation[];
  /** Leaves some figures unreported in the newest year. */
  readonly unreported: boolean;
  readonly publish: boolean;
}

const away = (
  indicator: ResourceIndicator,
  share: number,
  where: Deviation["where"],
  [from, to]: readonly [number, number],
  stage?: "primary" | "junior",
): Deviation => ({ indicator, share, where, from, to, ...(stage ? { stage } : {}) });

const ordinary = { kind: "county", scale: 1, dispersion: 1, deviations: [], unreported: false, publish: true } as const;

export const demoProvinceHead = { code: "990000", name: "云屏省" } as const;
export const demoCityHeads = [
  { code: "990100", name: "临澜市" },
  { code: "990200", name: "朔岭市" },
] as const;

export const countyProfiles: readonly CountyProfile[] = [
  // Passes: an old district with enough of everything.
  { ...ordinary, code: "990101", name: "望澜区", city: 0, kind: "district", schools: 24, dispersion: 0.6 },
  // Dense town: no room for sports fields, some schools short of teaching area too.
  {
    ...ordinary,
    code: "990102",
    name: "青岫区",
    city: 0,
    kind: "district",
    schools: 36,
    scale: 1.15,
    deviations: [away("R5", 0.45, "any", [0.45, 0.8]), away("R4", 0.2, "any", [0.75, 0.95])],
  },
  // Crowded seat: teaching area, multimedia rooms.
  {
    ...ordinary,
    code: "990121",
    name: "柏渚县",
    city: 0,
    schools: 48,
    deviations: [away("R4", 0.25, "town", [0.6, 0.83]), away("R7", 0.15, "town", [0.7, 0.95])],
    publish: false,
  },
  // The largest: PE and art teachers and backbone teachers are missing in the villages.
  {
    ...ordinary,
    code: "990122",
    name: "松陂县",
    city: 0,
    schools: 120,
    scale: 1.1,
    deviations: [away("R3", 0.35, "rural", [0.2, 0.8]), away("R2", 0.25, "rural", [0.2, 0.8]), away("R5", 0.1, "town", [0.6, 0.8])],
  },
  // Every school meets the standards, but village schools own several times as much per pupil: the CV binds.
  { ...ordinary, code: "990123", name: "岚嵎县", city: 0, schools: 64, dispersion: 5.5 },
  // Passes: small, even, well provided.
  { ...ordinary, code: "990124", name: "鹿汀县", city: 0, schools: 12, dispersion: 0.6 },
  // Near miss: a few schools short of backbone teachers.
  {
    ...ordinary,
    code: "990201",
    name: "南浔湾区",
    city: 1,
    kind: "district",
    schools: 30,
    deviations: [away("R2", 0.12, "any", [0.5, 0.8])],
  },
  /*
   * Modelled on the five-year plan of 融安县 (融政办发〔2018〕20号, published by its government): twelve
   * townships, and as its starting position the plan's targets for 2018 — 80 % of schools meet the
   * teaching area, 85 % the sports area, 10 % equipment and 10 % multimedia rooms, primary schools
   * have 0.7 PE and art teachers per 100 pupils while junior schools meet the standard, backbone
   * teachers are to grow year by year. The plan names no number of schools; 76 returns suit a county
   * of twelve townships. Its schools and figures are invented.
   */
  {
    ...ordinary,
    code: "990221",
    name: "榕岭县",
    city: 1,
    schools: 76,
    scale: 0.95,
    deviations: [
      away("R4", 0.2, "any", [0.7, 0.95]),
      away("R5", 0.15, "any", [0.6, 0.95]),
      away("R6", 0.9, "any", [0.45, 0.95]),
      away("R7", 0.9, "any", [0.45, 0.95]),
      away("R3", 0.85, "any", [0.75, 0.98], "primary"),
      away("R2", 0.45, "any", [0.5, 0.95]),
    ],
  },
  // Mountain county: multimedia rooms and equipment behind.
  {
    ...ordinary,
    code: "990222",
    name: "云垭县",
    city: 1,
    schools: 88,
    scale: 0.8,
    dispersion: 1.6,
    deviations: [away("R7", 0.4, "any", [0.5, 0.83]), away("R6", 0.35, "any", [0.5, 0.83])],
    publish: false,
  },
  // Every school meets the standards, but a few showcase schools hold most of the equipment: the CV binds.
  {
    ...ordinary,
    code: "990223",
    name: "荻浦湾县",
    city: 1,
    schools: 54,
    deviations: [away("R6", 0.12, "town", [3.6, 4.8])],
  },
  // Would pass, but two schools left figures blank: not evaluable.
  { ...ordinary, code: "990224", name: "沙屿县", city: 1, schools: 42, dispersion: 0.6, unreported: true },
  // Passes with remainders: some schools use the one indicator allowed between 85 % and 100 %.
  {
    ...ordinary,
    code: "990225",
    name: "霜桥县",
    city: 1,
    schools: 70,
    dispersion: 0.7,
    deviations: [away("R5", 0.2, "town", [0.88, 0.97])],
  },
];
