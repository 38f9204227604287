import type { ItemSituation } from "./situation";

/** G4: school size. */

const relief = "relief.G4.on";

export const schoolSizeSituations: readonly ItemSituation[] = [
  {
    name: "a primary school of exactly 2000 pupils is met",
    item: "G4",
    schools: [{ code: "A001", primary: 2000 }],
    expect: { verdict: "met", figures: { overPrimary: 0 } },
  },
  {
    name: "2001 pupils are one too many",
    item: "G4",
    schools: [{ code: "A001", primary: 2001 }],
    expect: {
      verdict: "not_met",
      figures: { overPrimary: 1, overJunior: 0, overMixed: 0 },
      failing: ["A001:primary"],
      change: { schools: 1, pupils: 1 },
    },
  },
  {
    name: "a junior school of 2001 pupils is over",
    item: "G4",
    schools: [{ code: "A001", type: "junior", junior: 2001 }],
    expect: { verdict: "not_met", figures: { overJunior: 1 } },
  },
  {
    name: "a nine-year school of exactly 2500 pupils is met",
    item: "G4",
    schools: [{ code: "A001", type: "nine_year", primary: 1600, junior: 900 }],
    expect: { verdict: "met" },
  },
  {
    name: "a nine-year school of 2501 pupils is over",
    item: "G4",
    schools: [{ code: "A001", type: "nine_year", primary: 1600, junior: 901 }],
    expect: { verdict: "not_met", figures: { overMixed: 1 }, failing: ["A001"] },
  },
  {
    name: "senior pupils of a twelve-year school do not count",
    item: "G4",
    schools: [{ code: "A001", type: "twelve_year", primary: 1500, junior: 1000, senior: 3000 }],
    expect: { verdict: "met" },
  },
  {
    name: "of a complete secondary school only the junior stage counts, by the limit of a junior school",
    item: "G4",
    schools: [{ code: "A001", type: "complete_secondary", junior: 2001, senior: 100 }],
    expect: { verdict: "not_met", figures: { overJunior: 1 } },
  },
  {
    name: "pupils that are not reported leave the school open",
    item: "G4",
    schools: [{ code: "A001", primary: null }],
    expect: { verdict: "not_evaluable", open: ["A001:primary"], missing: ["A001:pupils.primaryByGrade"] },
  },
  {
    name: "one stage above the limit fails although the other is not reported",
    item: "G4",
    schools: [{ code: "A001", type: "nine_year", primary: 2501, junior: null }],
    expect: { verdict: "not_met" },
  },
  {
    name: "a campus that is not counted adds its pupils to its parent",
    item: "G4",
    schools: [
      { code: "A001", primary: 1500 },
      { code: "A002", primary: 501, countsAsSchool: false, parent: "A001" },
    ],
    expect: { verdict: "not_met", failing: ["A001:primary"] },
  },
  {
    name: "kept separate, the campus is a school of its own size",
    item: "G4",
    values: { "inclusion.campuses": "separate" },
    schools: [
      { code: "A001", primary: 1500 },
      { code: "A002", primary: 501, countsAsSchool: false, parent: "A001" },
    ],
    expect: { verdict: "met" },
  },
  {
    name: "a school built in 2010 may have 2400 pupils where the relief is on",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2400, builtYear: 2010 }],
    expect: { verdict: "met", reliefs: { [relief]: ["A001"] }, endsIn: null },
  },
  {
    name: "2401 pupils are too many for the relief",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2401, builtYear: 2010 }],
    expect: { verdict: "not_met", reliefs: {}, change: { schools: 1, pupils: 1 } },
  },
  {
    name: "a school built in 2011 gets no relief",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2400, builtYear: 2011 }],
    expect: { verdict: "not_met" },
  },
  {
    name: "under the national measure alone there is no relief",
    item: "G4",
    rules: 2017,
    schools: [{ code: "A001", primary: 2400, builtYear: 2010 }],
    expect: { verdict: "not_met" },
  },
  {
    name: "more than half migrant children bring the relief",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2200, builtYear: 2020, facts: { enrolment: { migrantWorkerChildren: 1101 } } }],
    expect: { verdict: "met", reliefs: { [relief]: ["A001"] } },
  },
  {
    name: "exactly half migrant children do not",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2200, builtYear: 2020, facts: { enrolment: { migrantWorkerChildren: 1100 } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "migrant children that are not reported leave an oversized school open",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2200, builtYear: 2020, facts: { enrolment: { migrantWorkerChildren: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:conditions.builtBy2010", "A001:enrolment.migrantWorkerChildren"] },
  },
  {
    name: "migrant children that are not reported do not matter above the relief's limit",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", primary: 2500, builtYear: 2020, facts: { enrolment: { migrantWorkerChildren: null } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "an old nine-year school may have 3000 pupils",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", type: "nine_year", primary: 2000, junior: 1000 }],
    expect: { verdict: "met", reliefs: { [relief]: ["A001"] } },
  },
  {
    name: "an old twelve-year school gets no relief by default",
    item: "G4",
    rules: 2019,
    schools: [{ code: "A001", type: "twelve_year", primary: 2000, junior: 501 }],
    expect: { verdict: "not_met" },
  },
  {
    name: "an old twelve-year school may have 3000 pupils in the other reading",
    item: "G4",
    rules: 2019,
    values: { "relief.G4.limit.twelveYear": 3000 },
    schools: [{ code: "A001", type: "twelve_year", primary: 2000, junior: 501 }],
    expect: { verdict: "met", reliefs: { [relief]: ["A001"] } },
  },
  { name: "a county without schools has no size to judge", item: "G4", schools: [], expect: { verdict: "not_evaluable" } },
];
