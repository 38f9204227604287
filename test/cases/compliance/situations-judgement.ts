import type { Situation } from "./situation";

/** School rule, split between stages, missing figures, needs. */
export const judgementSituations: readonly Situation[] = [
  {
    name: "six met and the seventh at exactly 85 % is a pass that uses the remainder",
    schools: [{ code: "A001", primary: 1000, facilities: { teachingAreaM2: 3825, gymAreaM2: 0, sportsFieldAreaM2: 20_000 } }],
    sections: { "A001:primary": { verdict: "met", metCount: 6, usesRemainder: true, states: { R4: "remainder" } } },
  },
  {
    name: "six met and the seventh a hair under 85 % fails",
    schools: [{ code: "A001", primary: 1000, facilities: { teachingAreaM2: 3824.99, gymAreaM2: 0, sportsFieldAreaM2: 20_000 } }],
    sections: { "A001:primary": { verdict: "not_met", metCount: 6, usesRemainder: false, states: { R4: "below" } } },
  },
  {
    name: "two indicators at 99 % fail, although both are above 85 %",
    schools: [{ code: "A001", primary: 1000, primaryTeachers: { aboveRequiredEducation: 41 }, facilities: { multimediaRooms: 22 } }],
    sections: { "A001:primary": { verdict: "not_met", metCount: 5, states: { R1: "remainder", R7: "remainder" } } },
  },
  {
    name: "the two sections of one school are judged apart by their own standards",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 500,
        junior: 500,
        facilities: { teachingAreaM2: 5250, gymAreaM2: 0, sportsFieldAreaM2: 30_000 },
      },
    ],
    sections: {
      "A001:primary": { verdict: "met", values: { R4: 5 }, states: { R4: "met" } },
      "A001:junior": { verdict: "met", values: { R4: 5.5 }, states: { R4: "remainder" } },
    },
  },
  {
    name: "PE, music, art and integrated arts teachers are added up",
    schools: [{ code: "A001", primary: 1000, primaryTeachers: { physicalEducation: 4, music: 2, art: 2, integratedArts: 1 } }],
    sections: { "A001:primary": { numerators: { R3: 9 }, values: { R3: 0.9 }, states: { R3: "met" } } },
  },
  {
    name: "the gym is taken off the teaching area and added to the sports area",
    schools: [{ code: "A001", primary: 500, facilities: { teachingAreaM2: 3000, gymAreaM2: 750, sportsFieldAreaM2: 3000 } }],
    sections: { "A001:primary": { values: { R4: 4.5, R5: 7.5 }, states: { R4: "met", R5: "met" } } },
  },
  {
    name: "in a nine-year school the gym comes off before the area is split 1 : 1.1",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 110,
        junior: 100,
        facilities: { teachingAreaM2: 1260, gymAreaM2: 100, sportsFieldAreaM2: 2200 },
      },
    ],
    sections: {
      "A001:primary": { splitShare: 0.5, numerators: { R4: 580, R5: 1150 } },
      "A001:junior": { splitShare: 0.5, numerators: { R4: 580, R5: 1150 }, values: { R4: 5.8, R5: 11.5 }, states: { R4: "met" } },
    },
  },
  {
    name: "a split share that lies exactly on the standard is met",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 70,
        junior: 90,
        facilities: { teachingAreaM2: 760.5, gymAreaM2: 0, sportsFieldAreaM2: 1267.5 },
      },
    ],
    sections: { "A001:primary": { states: { R4: "met", R5: "met" }, values: { R4: 4.5, R5: 7.5 } } },
  },
  {
    name: "one hundredth of a square metre less and the split share is not met",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 70,
        junior: 90,
        facilities: { teachingAreaM2: 760.49, gymAreaM2: 0, sportsFieldAreaM2: 1267.49 },
      },
    ],
    sections: { "A001:primary": { states: { R4: "remainder", R5: "remainder" } } },
  },
  {
    name: "a split share exactly at 85 % is a remainder",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 70,
        junior: 90,
        facilities: { teachingAreaM2: 646.425, gymAreaM2: 0, sportsFieldAreaM2: 3000 },
      },
    ],
    sections: { "A001:primary": { verdict: "met", usesRemainder: true, states: { R4: "remainder" }, values: { R4: 3.825 } } },
  },
  {
    name: "junior and senior pupils of a complete secondary school share 1 : 1.2",
    schools: [
      { code: "A001", type: "complete_secondary", junior: 300, senior: 500, facilities: { equipmentValueWan: 225, multimediaRooms: 90 } },
    ],
    sections: {
      "A001:junior": { splitShare: 1 / 3, numerators: { R6: 750_000, R7: 30 }, values: { R6: 2500, R7: 10 }, states: { R6: "met" } },
    },
  },
  {
    name: "a twelve-year school shares 1 : 1.1 : 1.32",
    schools: [
      { code: "A001", type: "twelve_year", primary: 132, junior: 120, senior: 100, facilities: { sportsFieldAreaM2: 3960, gymAreaM2: 0 } },
    ],
    sections: { "A001:primary": { splitShare: 1 / 3, numerators: { R5: 1320 } }, "A001:junior": { splitShare: 1 / 3, values: { R5: 11 } } },
  },
  {
    name: "teachers are counted by stage and never split",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 500,
        junior: 500,
        primaryTeachers: { aboveRequiredEducation: 21, backbone: 5 },
        juniorTeachers: { aboveRequiredEducation: 26, backbone: 4 },
      },
    ],
    sections: {
      "A001:primary": { values: { R1: 4.2, R2: 1 }, states: { R1: "met", R2: "met" } },
      "A001:junior": { values: { R1: 5.2, R2: 0.8 }, states: { R1: "remainder", R2: "below" }, verdict: "not_met" },
    },
  },
  {
    name: "equipment is counted in yuan of its book value",
    schools: [{ code: "A001", primary: 1200, facilities: { equipmentValueWan: 303.16 } }],
    sections: { "A001:primary": { numerators: { R6: 3_031_600 }, values: { R6: 3_031_600 / 1200 }, states: { R6: "met" } } },
  },
  {
    name: "one missing figure with six met leaves the section open, and names the figure",
    schools: [{ code: "A001", primaryTeachers: { backbone: null } }],
    sections: {
      "A001:primary": {
        verdict: "not_evaluable",
        metCount: 6,
        missingCount: 1,
        states: { R2: "not_evaluable" },
        values: { R2: null },
        needed: { R2: null },
        missing: { R2: ["teachers.primary.backbone"], R1: [] },
      },
    },
    stages: { primary: { cv: { R2: null, R1: 0 }, cvVerdict: { R2: "not_evaluable", R1: "met" }, verdict: "not_evaluable" } },
  },
  {
    name: "a value below 85 % fails the section even when another figure is missing",
    schools: [{ code: "A001", primary: 1000, primaryTeachers: { backbone: null, aboveRequiredEducation: 30 } }],
    sections: { "A001:primary": { verdict: "not_met", states: { R1: "below", R2: "not_evaluable" } } },
  },
  {
    name: "two remainders fail the section even when a third figure is missing",
    schools: [
      { code: "A001", primary: 1000, primaryTeachers: { backbone: null, aboveRequiredEducation: 41 }, facilities: { multimediaRooms: 22 } },
    ],
    sections: { "A001:primary": { verdict: "not_met", metCount: 4, missingCount: 1 } },
  },
  {
    name: "one remainder and one missing figure stay open: the missing one might be met",
    schools: [{ code: "A001", primary: 1000, primaryTeachers: { backbone: null }, facilities: { multimediaRooms: 22 } }],
    sections: { "A001:primary": { verdict: "not_evaluable", metCount: 5, missingCount: 1 } },
  },
  {
    name: "a missing gym leaves both areas open",
    schools: [{ code: "A001", facilities: { gymAreaM2: null } }],
    sections: {
      "A001:primary": {
        verdict: "not_evaluable",
        missingCount: 2,
        missing: { R4: ["facilities.gymAreaM2"], R5: ["facilities.gymAreaM2"], R6: [] },
      },
    },
  },
  {
    name: "missing senior pupils leave the shared resources open, not the teachers",
    schools: [{ code: "A001", type: "complete_secondary", junior: 300, senior: null }],
    sections: {
      "A001:junior": {
        verdict: "not_evaluable",
        missingCount: 4,
        splitShare: null,
        states: { R1: "met", R2: "met", R3: "met", R4: "not_evaluable" },
        missing: { R4: ["pupils.senior"], R1: [] },
      },
    },
  },
  {
    name: "missing primary pupils leave the junior section's shared resources open too",
    schools: [{ code: "A001", type: "nine_year", primary: null, junior: 300 }],
    inclusion: { A001: ["split", "pupils_missing"] },
    sections: {
      "A001:primary": { verdict: "not_evaluable", missingCount: 7 },
      "A001:junior": { verdict: "not_evaluable", missingCount: 4, missing: { R5: ["pupils.primaryByGrade"] } },
    },
  },
  {
    name: "a missing figure of a campus is missing for the whole school",
    schools: [
      { code: "A001", primary: 400 },
      { code: "B001", primary: 100, countsAsSchool: false, parent: "A001", facilities: { multimediaRooms: null } },
    ],
    sections: {
      "A001:primary": { verdict: "not_evaluable", states: { R7: "not_evaluable" }, missing: { R7: ["facilities.multimediaRooms"] } },
    },
  },
  {
    name: "zero is a figure and is judged",
    schools: [{ code: "A001", facilities: { multimediaRooms: 0 } }],
    sections: { "A001:primary": { verdict: "not_met", states: { R7: "below" }, values: { R7: 0 }, missing: { R7: [] } } },
  },
  {
    name: "what is needed is whole persons and rooms and hundredths of m² and yuan",
    schools: [
      {
        code: "A001",
        primary: 610,
        primaryTeachers: { aboveRequiredEducation: 20, backbone: 6, physicalEducation: 5, music: 0, art: 0, integratedArts: 0 },
        facilities: { teachingAreaM2: 2744.99, gymAreaM2: 0, sportsFieldAreaM2: 4000.5, equipmentValueWan: 120.00005, multimediaRooms: 14 },
      },
    ],
    sections: {
      "A001:primary": { needed: { R1: 6, R2: 1, R3: 1, R4: 0.01, R5: 574.5, R6: 19_999.5, R7: 1 }, verdict: "not_met" },
    },
  },
  {
    name: "what a mixed-stage school needs covers the part that goes to its other stage",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 110,
        junior: 100,
        facilities: { teachingAreaM2: 1150, gymAreaM2: 0, sportsFieldAreaM2: 9000 },
      },
    ],
    sections: { "A001:junior": { values: { R4: 5.75 }, needed: { R4: 10 } }, "A001:primary": { needed: { R4: 0 } } },
  },
  {
    name: "compared as displayed, a value that rounds up to the standard is met",
    readings: { "rounding.compare": "displayed" },
    schools: [{ code: "A001", primary: 601, primaryTeachers: { backbone: 6 } }],
    sections: { "A001:primary": { states: { R2: "met" }, metCount: 7, usesRemainder: false } },
  },
  {
    name: "a stage that only fails makes the county fail, and each failure is counted once",
    schools: [
      { code: "A001", primary: 1000, facilities: { multimediaRooms: 0 } },
      { code: "B001", type: "junior" },
    ],
    county: { verdict: "not_met", failing: 1, notEvaluable: 1, distance: 1 },
    stages: { primary: { verdict: "not_met", cv: { R7: null } }, junior: { verdict: "met" } },
  },
  {
    name: "the distance adds the shortfalls of failing sections and the excess of failing CVs, not what a pass leaves below",
    schools: [
      { code: "A001", primary: 1000, facilities: { teachingAreaM2: 4050, gymAreaM2: 0 } },
      { code: "B001", primary: 1000, facilities: { teachingAreaM2: 3600, gymAreaM2: 0 }, primaryTeachers: { backbone: 9 } },
      { code: "C001", type: "junior" },
    ],
    county: { verdict: "not_met", failing: 1, distance: 0.2 + 0.1 },
    sections: { "A001:primary": { verdict: "met", usesRemainder: true }, "B001:primary": { verdict: "not_met" } },
  },
  {
    name: "a county whose schools all pass passes",
    schools: [{ code: "A001" }, { code: "B001", type: "junior" }, { code: "C001", type: "nine_year" }],
    county: { verdict: "met", failing: 0, notEvaluable: 0, distance: 0 },
  },
  {
    name: "a county without junior sections cannot be judged as a whole",
    schools: [{ code: "A001" }],
    county: { verdict: "not_evaluable", failing: 0, notEvaluable: 7 },
    stages: { primary: { verdict: "met" }, junior: { verdict: "not_evaluable", sectionsVerdict: "not_evaluable", sectionsTotal: 0 } },
  },
  {
    name: "a county without any school cannot be judged",
    schools: [],
    county: { verdict: "not_evaluable", failing: 0, notEvaluable: 14, distance: 0 },
  },
];
