import type { School } from "@server/statistics/contract";
import type { ItemSituation } from "./situation";

/** G4 school size, G5 class size. */

const relief = "relief.G4.on";
type Bands = NonNullable<School["classSizes"]["primary"]>;
const bands = (counts: Partial<Record<"25" | "40" | "45" | "50" | "55", number | null>>): Bands => [
  counts["25"] === undefined ? 0 : counts["25"],
  0,
  0,
  counts["40"] === undefined ? 0 : counts["40"],
  counts["45"] === undefined ? 0 : counts["45"],
  counts["50"] === undefined ? 0 : counts["50"],
  counts["55"] === undefined ? 0 : counts["55"],
  0,
  0,
  0,
];
const six = (each: number): readonly number[] => [each, each, each, each, each, each];

export const sizeSituations: readonly ItemSituation[] = [
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

  {
    name: "classes of 41 to 45 are within the cap of primary schools",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 18 }) } } }],
    expect: { verdict: "met", figures: { overPrimary: 0 }, limits: { overPrimary: 45, overJunior: 50 } },
  },
  {
    name: "one class of 46 to 50 is over it",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 17, "50": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1, overJunior: 0 }, failing: ["A001:primary"], change: { classes: 1 } },
  },
  {
    name: "in a junior school a class of 46 to 50 is within the cap",
    item: "G5",
    schools: [{ code: "A001", type: "junior", facts: { classSizes: { junior: bands({ "50": 12 }) } } }],
    expect: { verdict: "met" },
  },
  {
    name: "in a junior school a class of 51 to 55 is over it",
    item: "G5",
    schools: [{ code: "A001", type: "junior", facts: { classSizes: { junior: bands({ "50": 11, "55": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overJunior: 1 } },
  },
  {
    name: "under a local cap of 40 classes of 41 to 45 are over",
    item: "G5",
    values: { "G5.cap.primary": 40 },
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "40": 17, "45": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1 }, limits: { overPrimary: 40 } },
  },
  {
    name: "a cap of 42 cuts a band and leaves its classes open",
    item: "G5",
    values: { "G5.cap.primary": 42 },
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "40": 17, "45": 1 }) } } }],
    expect: { verdict: "not_evaluable", open: ["A001:primary"] },
  },
  {
    name: "undivided bands of a nine-year school: 51 and more is over for every stage",
    item: "G5",
    schools: [
      { code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 29, "55": 1 }) } } },
    ],
    expect: { verdict: "not_met", figures: { overPrimary: 0, overJunior: 0, overUnsplit: 1 }, failing: ["A001"], change: { classes: 1 } },
  },
  {
    name: "undivided bands of a nine-year school: 46 to 50 is open",
    item: "G5",
    schools: [
      { code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 29, "50": 1 }) } } },
    ],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "undivided bands of a nine-year school: all within 45 is met",
    item: "G5",
    schools: [{ code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 30 }) } } }],
    expect: { verdict: "met" },
  },
  {
    name: "undivided bands of a school of one stage are bands of that stage",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: null, unsplit: bands({ "45": 17, "50": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1, overUnsplit: 0 } },
  },
  {
    name: "without bands a mean above the cap fails",
    item: "G5",
    schools: [{ code: "A001", primary: 900, classes: { primary: six(3) }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_met", failing: ["A001:primary"] },
  },
  {
    name: "without bands a mean within the cap proves nothing",
    item: "G5",
    schools: [{ code: "A001", primary: 810, classes: { primary: six(3) }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:classSizes.primary"] },
  },
  {
    name: "without bands one grade with a mean above the cap fails, whatever the school's mean",
    item: "G5",
    schools: [{ code: "A001", primary: 600, classes: { primary: [2, 3, 3, 3, 3, 3] }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "a band that is not reported leaves the school open",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "45": 18, "50": null }) } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:classSizes.primary"] },
  },
  {
    name: "a band that is not reported does not save a school with a class over the cap",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "25": null, "50": 1 }) } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "fewer classes by size than classes leave some unaccounted for",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 17 }) } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:classSizes.primary"] },
  },
  {
    name: "small teaching points, campuses and private schools are asked too; special schools are not",
    item: "G5",
    schools: [
      { code: "A001" },
      {
        code: "A002",
        type: "teaching_point",
        primary: 48,
        classes: { primary: [1, 0, 0, 0, 0, 0] },
        facts: { classSizes: { primary: bands({ "50": 1 }) } },
      },
      { code: "A003", countsAsSchool: false, parent: "A001", facts: { classSizes: { primary: bands({ "45": 16, "50": 2 }) } } },
      { code: "A004", ownerCode: 10, facts: { classSizes: { primary: bands({ "45": 15, "50": 3 }) } } },
      { code: "A005", type: "special" },
    ],
    expect: { verdict: "not_met", figures: { overPrimary: 6 }, failing: ["A004:primary", "A003:primary", "A002:primary"] },
  },
];
