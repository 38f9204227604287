import type { School } from "@server/statistics/contract";
import type { ItemSituation } from "./situation";
import { roomDoubtSituations } from "./situations-room-doubts";

/** What the lists by item leave out: reliefs that meet, figures that contradict each other, order and amounts. */

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
  ...roomDoubtSituations,
  ...sizeSituations,
  ...classSituations,
  ...zoneSituations,
  ...schoolSituations,
  ...countySituations,
];
