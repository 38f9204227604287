import type { School } from "@server/statistics/contract";
import type { ItemSituation } from "./situation";
import { none, rooms, withClasses } from "./situations-rooms";

/** What the lists by item leave out: reliefs that meet, figures that contradict each other, order and amounts. */

const old = "relief.G3.oldBuilding.on";
const rural = "relief.G3.smallRural.on";

/** A rural primary school of six small classes, built long ago, with rooms of 73 and 67 m². */
const bothReliefs = {
  code: "A001",
  locality: "rural",
  builtYear: 2000,
  primary: 120,
  classes: withClasses(6),
  facilities: { musicRooms: 1, artRooms: 1 },
  facts: { specialRooms: { ...none, music73: 1, art67: 1 }, conditions: { everyClassUnder30: true }, classSizes: { primary: null } },
} as const;

/** A new rural primary school with one room of 54 m² of each kind. */
const smallRural = (pupils: number, everyClassUnder30: boolean | null) =>
  ({
    code: "A001",
    locality: "rural",
    builtYear: 2020,
    primary: pupils,
    classes: { primary: [1, 1, 1, 1, 1, 1] },
    facilities: { musicRooms: 1, artRooms: 1 },
    facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30 }, classSizes: { primary: null } },
  }) as const;

const roomSituations: readonly ItemSituation[] = [
  {
    name: "where two reliefs hold, a school goes by the one that ends later",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2026-12-31", [rural]: "2028-12-31" },
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] }, endsIn: 2028 },
  },
  {
    name: "it goes by the relief for its building where that one ends later",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2028-12-31", [rural]: "2026-12-31" },
    expect: { verdict: "met", reliefs: { [old]: ["A001"] }, endsIn: 2028 },
  },
  {
    name: "a relief without an end goes before one that ends",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2028-12-31" },
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] }, endsIn: null },
  },
  {
    name: "a school whose music room needs one relief and whose art room the other passes by both",
    item: "G3",
    rules: 2019,
    schools: [{ ...bothReliefs, facts: { ...bothReliefs.facts, specialRooms: { ...none, music54: 1, art54: 1 } } }],
    values: { "relief.G3.oldBuilding.area.music": 54, "relief.G3.smallRural.primary.music": 61 },
    expect: { verdict: "met", reliefs: { [old]: ["A001"], [rural]: ["A001"] } },
  },
  {
    name: "a grade with 30 pupils a class has no classes below 30, whatever is stated",
    item: "G3",
    rules: 2019,
    schools: [smallRural(180, true)],
    expect: { verdict: "not_met" },
  },
  {
    name: "grades with 29 pupils a class agree with the statement",
    item: "G3",
    rules: 2019,
    schools: [smallRural(174, true)],
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] } },
  },
  {
    name: "a statement that some class has 30 and more rules the small-class relief out",
    item: "G3",
    rules: 2019,
    schools: [smallRural(120, false)],
    expect: { verdict: "not_met" },
  },
  {
    name: "a statement on classes under 30 says nothing of classes under 25",
    item: "G3",
    rules: 2019,
    values: { "relief.G3.smallRural.classBelow": 25 },
    schools: [smallRural(120, true)],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "sharing its rooms, a mixed school lacks what its larger stage asks for",
    item: "G3",
    schools: [{ code: "A001", type: "nine_year", classes: { primary: [24, 0, 0, 0, 0, 0], junior: [12, 0, 0] }, ...rooms(0, 1) }],
    expect: { verdict: "not_met", change: { schools: 1, music: 2, art: 1 } },
  },
  {
    name: "where a demand is below the smallest band, rooms in no band may be large enough",
    item: "G3",
    values: { "G3.area.music": 50, "G3.area.art": 50 },
    schools: [{ code: "A001", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: none } }],
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "a demand of the smallest band leaves nothing to rooms in no band",
    item: "G3",
    values: { "G3.area.music": 54, "G3.area.art": 54 },
    schools: [{ code: "A001", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: none } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "rooms that all lie in smaller bands leave none for a band that is not reported",
    item: "G3",
    schools: [
      {
        code: "A001",
        classes: withClasses(12),
        facilities: { musicRooms: 2, artRooms: 1 },
        facts: { specialRooms: { ...none, music96: null, music73: 2, art90: 1 } },
      },
    ],
    expect: { verdict: "not_met", failing: ["A001"] },
  },
  {
    name: "schools that lack the same come in the order of their codes",
    item: "G3",
    schools: [
      { code: "B001", classes: withClasses(12), ...rooms(0, 1) },
      { code: "A001", classes: withClasses(12), ...rooms(0, 1) },
    ],
    expect: { verdict: "not_met", failing: ["A001", "B001"], change: { schools: 2, music: 2, art: 0 } },
  },
];

const sizeSituations: readonly ItemSituation[] = [
  {
    name: "an old junior school may have 2400 pupils where the relief is on",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", type: "junior", junior: 2400, builtYear: 2010 }],
    expect: { verdict: "met", reliefs: { "relief.G4.on": ["A001"] } },
  },
  {
    name: "one pupil more is too many for an old junior school",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", type: "junior", junior: 2401, builtYear: 2010 }],
    expect: { verdict: "not_met", change: { schools: 1, pupils: 1 } },
  },
  {
    name: "an old school within the limit passes by no relief",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2000, builtYear: 2010 }],
    expect: { verdict: "met", reliefs: {}, limits: { overPrimary: 2000, overJunior: 2000, overMixed: 2500 } },
  },
  {
    name: "the known stage of a nine-year school at its limit proves nothing",
    item: "G4",
    schools: [{ code: "A001", type: "nine_year", primary: 2500, junior: null }],
    expect: { verdict: "not_evaluable", open: ["A001"], missing: ["A001:pupils.juniorByGrade"] },
  },
];

type Bands = NonNullable<School["classSizes"]["primary"]>;
/** So many classes of 31 to 35 pupils, of 46 to 50 and of 51 to 55. */
const bands = (modest: number, over45: number, over50: number): Bands => [0, 0, modest, 0, 0, over45, over50, 0, 0, 0];

const classSituations: readonly ItemSituation[] = [
  {
    name: "one class over the cap fails a school although other classes are not accounted for",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: bands(0, 1, 0) } } }],
    expect: { verdict: "not_met", failing: ["A001:primary"], contradictory: ["A001:classSizes.primary"], missing: [] },
  },
  {
    name: "without bands a mean within the cap counts no class as over it",
    item: "G5",
    schools: [{ code: "A001", primary: 600, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_evaluable", figures: { overPrimary: 0, overJunior: 0, overUnsplit: 0 }, missing: ["A001:classSizes.primary"] },
  },
  {
    name: "classes over the caps of both stages are all to be split",
    item: "G5",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        classes: { primary: [3, 3, 3, 3, 3, 3], junior: [4, 4, 4] },
        facts: { classSizes: { primary: bands(16, 2, 0), junior: bands(11, 0, 1) } },
      },
    ],
    expect: { verdict: "not_met", figures: { overPrimary: 2, overJunior: 1 }, change: { classes: 3 } },
  },
];

const zoneSituations: readonly ItemSituation[] = [
  {
    name: "a school whose pupils are not reported may outweigh one below 95 %",
    item: "G13",
    schools: [
      { code: "A001", type: "junior", junior: 600, facts: { enrolment: { inZoneJunior: 560 } } },
      { code: "A002", type: "junior", junior: null, facts: { enrolment: { inZoneJunior: 600 } } },
    ],
    expect: { verdict: "not_evaluable", missing: ["A002:pupils.juniorByGrade"] },
  },
  {
    name: "no school can outweigh another where all pupils must be inside their zone",
    item: "G13",
    schools: [
      { code: "A001", primary: 600, facts: { enrolment: { inZonePrimary: 599 } } },
      { code: "A002", primary: null, facts: { enrolment: { inZonePrimary: 600 } } },
    ],
    expect: { verdict: "not_met", failing: ["A001:primary"] },
  },
  {
    name: "pupils inside the zone that are not reported are named as missing, and the intake is not",
    item: "G13",
    schools: [{ code: "A001", facts: { enrolment: { inZonePrimary: null, entrantsPrimary: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:enrolment.inZonePrimary"] },
  },
  {
    name: "by intake more new pupils inside the zone than new pupils contradict each other",
    item: "G13",
    values: { "G13.base": "entrants" },
    schools: [{ code: "A001", facts: { enrolment: { entrantsPrimary: 100, entrantsInZonePrimary: 101 } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:enrolment.entrantsInZonePrimary"] },
  },
  {
    name: "of a school that falls short in both stages by as much the primary stage comes first",
    item: "G13",
    schools: [
      { code: "A001", type: "nine_year", primary: 600, junior: 600, facts: { enrolment: { inZonePrimary: 599, inZoneJunior: 569 } } },
    ],
    expect: { verdict: "not_met", failing: ["A001:primary", "A001:junior"], change: { primary: 1, junior: 1 } },
  },
];

const schoolSituations: readonly ItemSituation[] = [
  {
    name: "where the county falls short, the schools that lose more than it may are named, the worst first",
    item: "Q1",
    schools: [
      { code: "A001", type: "junior", facts: { retention: { graduates: 189 } } },
      { code: "A002", type: "junior", facts: { retention: { graduates: 150 } } },
      { code: "A003", type: "junior", facts: { retention: { graduates: 190 } } },
      { code: "A004", type: "junior", facts: { retention: { graduates: 200 } } },
    ],
    expect: { verdict: "not_met", failing: ["A002:junior", "A001:junior"], change: { pupils: 31 } },
  },
  {
    name: "pupils who died are not among those who should have stayed",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { graduates: 189, entrants: 210, died: 10 } } }],
    expect: { verdict: "not_met", change: { pupils: 1 } },
  },
  {
    name: "more pupils who died than entrants contradict each other",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { entrants: 10, died: 11 } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:retention.died"] },
  },
  {
    name: "schools are listed by the worse of their two accounts",
    item: "Q4",
    values: { "Q4.account": "budget_and_final" },
    schools: [
      { code: "A001", facts: { money: { trainingBudgetWan: 4, trainingActualWan: 6 } } },
      { code: "A002", facts: { money: { trainingBudgetWan: 6, trainingActualWan: 3 } } },
    ],
    expect: { verdict: "not_met", failing: ["A002", "A001"] },
  },
  {
    name: "every school without a charter needs one",
    item: "Q3",
    schools: [
      { code: "A001", facts: { quality: { charter: false } } },
      { code: "A002", facts: { quality: { charter: false } } },
      { code: "A003" },
    ],
    expect: { verdict: "not_met", failing: ["A001", "A002"], change: { schools: 2 } },
  },
  {
    name: "every school whose grade is too low is one to raise",
    item: "Q6",
    schools: [
      { code: "A001", facts: { quality: { moralEducation: "fair" } } },
      { code: "A002", facts: { quality: { moralEducation: "poor" } } },
    ],
    expect: { verdict: "not_met", failing: ["A002", "A001"], change: { schools: 2 } },
  },
  {
    name: "junior teachers that are not reported are named as missing",
    item: "G12",
    schools: [{ code: "A001", type: "junior", juniorTeachers: { fullTime: null } }],
    expect: { verdict: "not_evaluable", missing: ["A001:teachers.junior.fullTime"] },
  },
  {
    name: "primary teachers that are not reported are named as missing",
    item: "G12",
    schools: [{ code: "A001", primaryTeachers: { fullTime: null } }],
    expect: { verdict: "not_evaluable", missing: ["A001:teachers.primary.fullTime"] },
  },
];

const countySituations: readonly ItemSituation[] = [
  {
    name: "more places shared out than there are places contradict each other",
    item: "G14",
    county: { facts: { seniorPlaces: 499, quotaPlaces: 500 } },
    expect: { verdict: "not_evaluable", contradictory: ["facts.quotaPlaces"] },
  },
  {
    name: "more satisfied answers than valid ones contradict each other",
    item: "X1",
    county: { survey: { valid: 1000, satisfied: 1001 } },
    expect: { verdict: "not_evaluable", contradictory: ["survey.all.satisfied"] },
  },
  {
    name: "compared as displayed, the share is rounded and its limit is not",
    item: "Q2",
    values: { "rounding.compare": "displayed", "Q2.enrolledShare": 0.9492 },
    county: { facts: { disabledChildren: 10_000, disabledEnrolled: 9494 } },
    expect: { verdict: "not_met", borderline: true },
  },
];

export const furtherSituations: readonly ItemSituation[] = [
  ...roomSituations,
  ...sizeSituations,
  ...classSituations,
  ...zoneSituations,
  ...schoolSituations,
  ...countySituations,
];
