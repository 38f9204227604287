import type { SchoolSketch } from "./build";
import type { Situation } from "./situation";

const together: SchoolSketch = {
  code: "A001",
  type: "nine_year",
  primary: 110,
  junior: 100,
  primaryTeachers: { backbone: null },
  juniorTeachers: { backbone: null },
  unsplitTeachers: { backbone: 8 },
};
const closing: SchoolSketch = { code: "A001", primary: 3 };
const area = (code: string, type: "primary" | "junior", pupils: number, m2: number): SchoolSketch => ({
  code,
  type,
  [type]: pupils,
  facilities: { sportsFieldAreaM2: m2, gymAreaM2: 0, teachingAreaM2: 15 * pupils },
});

/** Every switch of the resource rules both ways, and values that a county may try. */
export const switchSituations: readonly Situation[] = [
  {
    name: "teachers that the return does not tell apart by stage leave both sections open",
    schools: [together],
    sections: {
      "A001:primary": { states: { R2: "not_evaluable" }, missing: { R2: ["teachers.primary.backbone"] } },
      "A001:junior": { states: { R2: "not_evaluable" }, missing: { R2: ["teachers.junior.backbone"] } },
    },
  },
  {
    name: "by the other reading they are shared by weighted pupils",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [together],
    sections: { "A001:primary": { numerators: { R2: 4 } }, "A001:junior": { numerators: { R2: 4 }, values: { R2: 4 }, verdict: "met" } },
  },
  {
    name: "shared teachers exactly on the standard meet it",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [{ ...together, primary: 300, junior: 300, unsplitTeachers: { backbone: 6.3 } }],
    sections: { "A001:primary": { values: { R2: 1 }, states: { R2: "met" } }, "A001:junior": { values: { R2: 1.1 } } },
  },
  {
    name: "where one stage has its own figure, the common one is not shared out",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [{ ...together, primaryTeachers: { backbone: 3 } }],
    sections: { "A001:primary": { numerators: { R2: 3 } }, "A001:junior": { states: { R2: "not_evaluable" } } },
  },
  {
    name: "a school of one stage may give its teachers as those of the whole school",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [{ ...together, type: "junior", primary: 0, unsplitTeachers: { backbone: 2 } }],
    sections: { "A001:junior": { numerators: { R2: 2 }, values: { R2: 2 } } },
  },
  {
    name: "without a common figure a missing one stays missing",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [{ ...together, unsplitTeachers: {} }],
    sections: { "A001:primary": { states: { R2: "not_evaluable" } } },
  },
  {
    name: "senior pupils of a complete secondary school take their share of the common teachers",
    readings: { "split.unsplitTeachers": "by_weighted_pupils" },
    schools: [{ ...together, type: "complete_secondary", primary: 0, junior: 120, senior: 100, unsplitTeachers: { backbone: 4 } }],
    sections: { "A001:junior": { numerators: { R2: 2 } } },
  },
  {
    name: "owners that the rules do not count are left out",
    readings: { "inclusion.owners": [7, 8] },
    schools: [
      { code: "A001", ownerCode: 7 },
      { code: "B001", ownerCode: 10 },
    ],
    inclusion: { A001: ["included", "ordinary"], B001: ["excluded", "owner_not_counted"] },
    sections: { "B001:primary": null },
  },
  {
    name: "a campus of a school whose owner is not counted counts alone",
    readings: { "inclusion.owners": [7] },
    schools: [
      { code: "A001", ownerCode: 10 },
      { code: "B001", ownerCode: 7, countsAsSchool: false, parent: "A001" },
    ],
    inclusion: { A001: ["excluded", "owner_not_counted"], B001: ["included", "campus_without_parent"] },
  },
  { name: "a school that lacks grades counts", schools: [closing], inclusion: { A001: ["included", "ordinary"] } },
  {
    name: "by the other reading a school that lacks grades is left out",
    readings: { "inclusion.partialSchools": "excluded" },
    schools: [closing],
    inclusion: { A001: ["excluded", "partial_school"] },
  },
  {
    name: "by that reading a school that has all grades stays",
    readings: { "inclusion.partialSchools": "excluded" },
    schools: [{ code: "A001", primary: 6 }],
    inclusion: { A001: ["included", "ordinary"] },
  },
  {
    name: "by that reading a nine-year school whose junior stage is still growing is left out",
    readings: { "inclusion.partialSchools": "excluded" },
    schools: [{ code: "A001", type: "nine_year", primary: 300, junior: 2 }],
    inclusion: { A001: ["excluded", "partial_school"] },
  },
  {
    name: "by that reading a teaching point, which seldom has all grades, stays",
    readings: { "inclusion.partialSchools": "excluded", "inclusion.teachingPointMinimum": 3 },
    schools: [{ code: "A001", type: "teaching_point", primary: 3 }],
    inclusion: { A001: ["included", "teaching_point_large"] },
  },
  {
    name: "by that reading grades whose pupils are not reported are not taken to be missing",
    readings: { "inclusion.partialSchools": "excluded" },
    schools: [{ code: "A001", primary: null }],
    inclusion: { A001: ["included", "pupils_missing"] },
  },
  {
    name: "where only vocational schools are excluded, a special-education school with pupils counts",
    readings: { "inclusion.excludedTypes": ["vocational"] },
    schools: [{ code: "A001", type: "special", primary: 100 }],
    inclusion: { A001: ["included", "ordinary"] },
  },
  {
    name: "a teaching point of 99 pupils is dropped where 100 are asked for",
    readings: { "inclusion.teachingPointMinimum": 100 },
    schools: [{ code: "A001", type: "teaching_point", primary: 99 }],
    inclusion: { A001: ["excluded", "teaching_point_small"] },
  },
  {
    name: "a teaching point of 100 pupils counts where 100 are asked for",
    readings: { "inclusion.teachingPointMinimum": 100 },
    schools: [{ code: "A001", type: "teaching_point", primary: 100 }],
    inclusion: { A001: ["included", "teaching_point_large"] },
  },
  {
    name: "where all seven must be met, a remainder fails",
    readings: { "schoolRule.minimumMet": 7 },
    schools: [{ code: "A001", primary: 1000, facilities: { multimediaRooms: 22 } }],
    sections: { "A001:primary": { verdict: "not_met", metCount: 6, states: { R7: "remainder" } } },
  },
  {
    name: "where five must be met, two remainders pass",
    readings: { "schoolRule.minimumMet": 5 },
    schools: [{ code: "A001", primary: 1000, primaryTeachers: { aboveRequiredEducation: 41 }, facilities: { multimediaRooms: 22 } }],
    sections: { "A001:primary": { verdict: "met", metCount: 5 } },
  },
  {
    name: "a floor of 95 % is met exactly at it",
    readings: { "schoolRule.floorShare": 0.95 },
    schools: [{ code: "A001", primary: 20_000, facilities: { multimediaRooms: 437 } }],
    sections: { "A001:primary": { verdict: "met", states: { R7: "remainder" } } },
  },
  {
    name: "one room under a floor of 95 % fails",
    readings: { "schoolRule.floorShare": 0.95 },
    schools: [{ code: "A001", primary: 20_000, facilities: { multimediaRooms: 436 } }],
    sections: { "A001:primary": { verdict: "not_met", states: { R7: "below" } } },
  },
  {
    name: "a CV of exactly 0.50 fails a limit of 0.45",
    readings: { "CV.limit.primary": 0.45 },
    schools: [area("A001", "primary", 300, 9000), area("B001", "primary", 300, 3000)],
    stages: { primary: { cv: { R5: 0.5 }, cvVerdict: { R5: "not_met" } } },
  },
  {
    name: "split one to one, both sections of a nine-year school get by heads",
    readings: { "split.primaryJunior": { primary: 1, junior: 1 } },
    schools: [{ code: "A001", type: "nine_year", primary: 100, junior: 300, facilities: { multimediaRooms: 40 } }],
    sections: { "A001:primary": { splitShare: 0.25, numerators: { R7: 10 } }, "A001:junior": { numerators: { R7: 30 } } },
  },
  {
    name: "split one to one, a complete secondary school gives its junior section by heads",
    readings: { "split.juniorSenior": { junior: 1, senior: 1 } },
    schools: [{ code: "A001", type: "complete_secondary", junior: 100, senior: 300, facilities: { multimediaRooms: 40 } }],
    sections: { "A001:junior": { splitShare: 0.25, numerators: { R7: 10 } } },
  },
  {
    name: "split one to one to one, a twelve-year school gives by heads",
    readings: { "split.allStages": { primary: 1, junior: 1, senior: 1 } },
    schools: [{ code: "A001", type: "twelve_year", primary: 100, junior: 100, senior: 200, facilities: { multimediaRooms: 40 } }],
    sections: { "A001:primary": { splitShare: 0.25 }, "A001:junior": { splitShare: 0.25 } },
  },
  {
    name: "compared as displayed at one decimal, 2.25 rooms become 2.3 and are met",
    readings: { "rounding.compare": "displayed", "rounding.valueDecimals": 1 },
    schools: [{ code: "A001", primary: 400, facilities: { multimediaRooms: 9 } }],
    sections: { "A001:primary": { states: { R7: "met" } } },
  },
  {
    name: "compared unrounded, the same 2.25 rooms are a remainder, and the case is borderline at one decimal",
    readings: { "rounding.valueDecimals": 1 },
    schools: [{ code: "A001", primary: 400, facilities: { multimediaRooms: 9 } }],
    sections: { "A001:primary": { states: { R7: "remainder" } } },
  },
  {
    name: "compared as displayed at two decimals, a CV of 0.5049 becomes 0.50 and is met",
    readings: { "rounding.compare": "displayed", "rounding.cvDecimals": 2 },
    schools: [area("A001", "primary", 2000, 60_196), area("B001", "primary", 2000, 19_804)],
    stages: { primary: { cv: { R5: 0.5049 }, cvVerdict: { R5: "met" }, cvBorderline: { R5: true } } },
  },
  {
    name: "a standard that is tried replaces the one in force and names itself in the version",
    readings: { "R7.standard.primary": 2.5 },
    schools: [{ code: "A001", primary: 1000, facilities: { multimediaRooms: 24 } }],
    sections: { "A001:primary": { states: { R7: "remainder" } } },
    county: { ruleSet: { id: "quality-2017", version: "2+(R7.standard.primary=2.5)" } },
  },
  {
    name: "children of an attached kindergarten leave the rooms to the pupils, unless the rules weigh them",
    schools: [{ code: "A001", primary: 300, enrolment: { kindergarten: 100 }, facilities: { multimediaRooms: 8 } }],
    sections: { "A001:primary": { mixedStage: false, splitShare: 1, numerators: { R7: 8 } } },
    notes: { A001: ["kindergarten_ignored"] },
  },
  {
    name: "that children are left aside is said of a campus which is added to its school, and not of a return that is not counted",
    schools: [
      { code: "A001", primary: 300, enrolment: { kindergarten: 0 } },
      { code: "A002", primary: 90, countsAsSchool: false, parent: "A001", enrolment: { kindergarten: 30 } },
      { code: "B001", type: "teaching_point", primary: 49, enrolment: { kindergarten: 20 } },
      { code: "C001", primary: 300 },
    ],
    notes: { A001: [], A002: ["kindergarten_ignored"], B001: [], C001: [] },
  },
  {
    name: "weighed like a pupil, a hundred kindergarten children take a quarter of the rooms of three hundred pupils",
    readings: { "split.kindergarten": 1 },
    schools: [{ code: "A001", primary: 300, enrolment: { kindergarten: 100 }, facilities: { multimediaRooms: 8 } }],
    sections: { "A001:primary": { mixedStage: true, splitShare: 0.75, numerators: { R7: 6 }, states: { R7: "remainder" } } },
    notes: { A001: [] },
  },
  {
    name: "a nine-year school with a weighed kindergarten shares among all three: 100 + 110 + 0.5 × 80 = 250",
    readings: { "split.kindergarten": 0.5 },
    schools: [
      { code: "A001", type: "nine_year", primary: 100, junior: 100, enrolment: { kindergarten: 80 }, facilities: { multimediaRooms: 25 } },
    ],
    sections: { "A001:primary": { splitShare: 0.4, numerators: { R7: 10 } }, "A001:junior": { splitShare: 0.44, numerators: { R7: 11 } } },
  },
  {
    name: "where a kindergarten is weighed and its children are not reported, what is shared is open and teachers are not",
    readings: { "split.kindergarten": 1 },
    schools: [{ code: "A001", primary: 300 }],
    sections: {
      "A001:primary": { states: { R1: "met", R7: "not_evaluable" }, missing: { R1: [], R7: ["enrolment.kindergarten"] } },
    },
  },
  {
    name: "a school that reports no kindergarten children shares with nobody",
    readings: { "split.kindergarten": 1 },
    schools: [{ code: "A001", primary: 300, enrolment: { kindergarten: 0 }, facilities: { multimediaRooms: 8 } }],
    sections: { "A001:primary": { mixedStage: false, numerators: { R7: 8 }, states: { R7: "met" } } },
  },
];
