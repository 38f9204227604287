import type { Situation } from "./situation";

/** Who counts: types of school, teaching points, campuses, owners, pupils that are zero or missing. */
export const inclusionSituations: readonly Situation[] = [
  {
    name: "a primary school is one primary section",
    schools: [{ code: "A001" }],
    inclusion: { A001: ["included", "ordinary", null] },
    sections: { "A001:primary": { verdict: "met", metCount: 7, mixedStage: false, splitShare: 1 }, "A001:junior": null },
  },
  {
    name: "a junior school is one junior section",
    schools: [{ code: "A001", type: "junior" }],
    inclusion: { A001: ["included", "ordinary"] },
    sections: { "A001:junior": { verdict: "met", mixedStage: false }, "A001:primary": null },
  },
  {
    name: "a nine-year school is two sections",
    schools: [{ code: "A001", type: "nine_year" }],
    inclusion: { A001: ["split", "mixed_stage"] },
    sections: { "A001:primary": { pupils: 600, mixedStage: true }, "A001:junior": { pupils: 600, mixedStage: true } },
  },
  {
    name: "of a complete secondary school only the junior section counts",
    schools: [{ code: "A001", type: "complete_secondary" }],
    inclusion: { A001: ["split", "mixed_stage"] },
    sections: { "A001:junior": { pupils: 600, mixedStage: true }, "A001:primary": null },
  },
  {
    name: "a twelve-year school is two sections beside its senior pupils",
    schools: [{ code: "A001", type: "twelve_year" }],
    inclusion: { A001: ["split", "mixed_stage"] },
    sections: { "A001:primary": { pupils: 600 }, "A001:junior": { pupils: 600 } },
  },
  {
    name: "a senior school is left out",
    schools: [{ code: "A001", type: "senior", senior: 1200 }],
    inclusion: { A001: ["excluded", "senior_only"] },
    stages: { junior: { sectionsTotal: 0 } },
  },
  {
    name: "a senior school without pupils is left out as a senior school",
    schools: [{ code: "A001", type: "senior", senior: 0 }],
    inclusion: { A001: ["excluded", "senior_only"] },
  },
  {
    name: "a complete secondary school without junior pupils is left out as senior only",
    schools: [{ code: "A001", type: "complete_secondary", junior: 0, senior: 900 }],
    inclusion: { A001: ["excluded", "senior_only"] },
  },
  {
    name: "a special-education school is left out even with pupils",
    schools: [{ code: "A001", type: "special", primary: 80 }],
    inclusion: { A001: ["excluded", "special_education"] },
    stages: { primary: { sectionsTotal: 0 } },
  },
  {
    name: "a vocational school is left out even with junior pupils",
    schools: [{ code: "A001", type: "vocational", junior: 80 }],
    inclusion: { A001: ["excluded", "vocational"] },
    stages: { junior: { sectionsTotal: 0 } },
  },
  {
    name: "a teaching point of 50 pupils is a school of its own",
    schools: [{ code: "A001" }, { code: "B001", type: "teaching_point", primary: 50, parent: "A001" }],
    inclusion: { B001: ["included", "teaching_point_large", null] },
    sections: { "B001:primary": { pupils: 50 } },
  },
  {
    name: "a teaching point that teaches two stages counts with the pupils of both",
    schools: [{ code: "A001" }, { code: "B001", type: "teaching_point", primary: 30, junior: 25, parent: "A001" }],
    inclusion: { B001: ["split", "teaching_point_large", null] },
    sections: { "B001:primary": { pupils: 30 }, "B001:junior": { pupils: 25 } },
  },
  {
    name: "by the reading that adds small teaching points, the pupils of both stages decide which one is small",
    readings: { "inclusion.smallTeachingPoints": "merged" },
    schools: [
      { code: "A001", type: "nine_year" },
      { code: "B001", type: "teaching_point", primary: 30, junior: 25, parent: "A001" },
      { code: "C001", type: "teaching_point", primary: 24, junior: 25, parent: "A001" },
    ],
    inclusion: { B001: ["split", "teaching_point_large", null], C001: ["merged", "teaching_point_small", "A001"] },
    sections: { "A001:primary": { pupils: 624, mergedFrom: ["C001"] }, "A001:junior": { pupils: 625 } },
  },
  {
    name: "a teaching point of 49 pupils is dropped and its pupils count nowhere",
    schools: [
      { code: "A001", primary: 600 },
      { code: "B001", type: "teaching_point", primary: 49, parent: "A001" },
    ],
    inclusion: { B001: ["excluded", "teaching_point_small", null] },
    sections: { "B001:primary": null, "A001:primary": { pupils: 600 } },
    stages: { primary: { pupils: 600 } },
  },
  {
    name: "by the other reading a small teaching point is added to its centre school",
    readings: { "inclusion.smallTeachingPoints": "merged" },
    schools: [
      { code: "A001", primary: 600 },
      { code: "B001", type: "teaching_point", primary: 49, parent: "A001" },
    ],
    inclusion: { B001: ["merged", "teaching_point_small", "A001"] },
    sections: { "B001:primary": null, "A001:primary": { pupils: 649, mergedFrom: ["B001"] } },
  },
  {
    name: "by the other reading a small teaching point without a centre school is still dropped",
    readings: { "inclusion.smallTeachingPoints": "merged" },
    schools: [{ code: "A001" }, { code: "B001", type: "teaching_point", primary: 20 }],
    inclusion: { B001: ["excluded", "teaching_point_small", null] },
  },
  {
    name: "a teaching point that does not count as a school still follows the rule of teaching points, not of campuses",
    schools: [{ code: "A001" }, { code: "B001", type: "teaching_point", primary: 60, countsAsSchool: false, parent: "A001" }],
    inclusion: { B001: ["included", "teaching_point_large", null] },
    sections: { "A001:primary": { mergedFrom: [] }, "B001:primary": { pupils: 60 } },
  },
  {
    name: "a campus that is not counted as a school is added to its parent with pupils, teachers and rooms",
    schools: [
      {
        code: "A001",
        primary: 400,
        primaryTeachers: { aboveRequiredEducation: 30 },
        facilities: { teachingAreaM2: 2000.25, gymAreaM2: 100, multimediaRooms: 10 },
      },
      {
        code: "B001",
        primary: 100,
        countsAsSchool: false,
        parent: "A001",
        primaryTeachers: { aboveRequiredEducation: 5 },
        facilities: { teachingAreaM2: 500.75, gymAreaM2: 1, multimediaRooms: 3 },
      },
    ],
    inclusion: { A001: ["included", "ordinary", null], B001: ["merged", "campus_merged", "A001"] },
    sections: {
      "B001:primary": null,
      "A001:primary": { pupils: 500, mergedFrom: ["B001"], numerators: { R1: 35, R4: 2400, R7: 13 }, values: { R1: 7, R4: 4.8, R7: 2.6 } },
    },
  },
  {
    name: "a campus of another stage makes its parent a school of two stages",
    schools: [
      { code: "A001", primary: 600, facilities: { sportsFieldAreaM2: 10_000, gymAreaM2: 500 } },
      {
        code: "B001",
        type: "junior",
        junior: 300,
        countsAsSchool: false,
        parent: "A001",
        facilities: { sportsFieldAreaM2: 5000, gymAreaM2: 0 },
      },
    ],
    inclusion: { A001: ["split", "mixed_stage"], B001: ["merged", "campus_merged", "A001"] },
    sections: {
      "A001:primary": { pupils: 600, numerators: { R5: (15_500 * 600) / 930 } },
      "A001:junior": { pupils: 300, numerators: { R5: (15_500 * 330) / 930 } },
      "B001:junior": null,
    },
  },
  {
    name: "a campus of a campus is added to the school at the top",
    schools: [
      { code: "A001", primary: 300 },
      { code: "B001", primary: 200, countsAsSchool: false, parent: "A001" },
      { code: "C001", primary: 100, countsAsSchool: false, parent: "B001" },
    ],
    inclusion: { B001: ["merged", "campus_merged", "A001"], C001: ["merged", "campus_merged", "A001"] },
    sections: { "A001:primary": { pupils: 600, mergedFrom: ["B001", "C001"] } },
  },
  {
    name: "a campus without a parent in the data counts alone",
    schools: [{ code: "A001", countsAsSchool: false, parent: "Z999" }],
    inclusion: { A001: ["included", "campus_without_parent", null] },
    sections: { "A001:primary": { verdict: "met" } },
  },
  {
    name: "campuses that name each other as parent count alone",
    schools: [
      { code: "A001", countsAsSchool: false, parent: "B001" },
      { code: "B001", countsAsSchool: false, parent: "A001" },
    ],
    inclusion: { A001: ["included", "campus_without_parent"], B001: ["included", "campus_without_parent"] },
    stages: { primary: { sectionsTotal: 2 } },
  },
  {
    name: "a campus of a special-education school counts alone, its pupils are not lost",
    schools: [
      { code: "A001", type: "special" },
      { code: "B001", primary: 200, countsAsSchool: false, parent: "A001" },
    ],
    inclusion: { B001: ["included", "campus_without_parent"] },
    sections: { "B001:primary": { pupils: 200 } },
  },
  {
    name: "a junior campus of a senior school keeps its pupils in the count",
    schools: [
      { code: "A001", type: "senior", senior: 600 },
      { code: "B001", type: "junior", junior: 300, countsAsSchool: false, parent: "A001" },
    ],
    inclusion: { A001: ["split", "mixed_stage"], B001: ["merged", "campus_merged", "A001"] },
    sections: { "A001:junior": { pupils: 300, mixedStage: true, splitShare: 300 / 1020 } },
  },
  {
    name: "by the other reading a campus is judged as a school of its own",
    readings: { "inclusion.campuses": "separate" },
    schools: [
      { code: "A001", primary: 400 },
      { code: "B001", primary: 100, countsAsSchool: false, parent: "A001" },
    ],
    inclusion: { B001: ["included", "ordinary", null] },
    sections: { "A001:primary": { pupils: 400, mergedFrom: [] }, "B001:primary": { pupils: 100 } },
  },
  {
    name: "a private school counts",
    schools: [{ code: "A001", ownerCode: 10, primaryTeachers: { backbone: 0 } }],
    inclusion: { A001: ["included", "ordinary"] },
    sections: { "A001:primary": { verdict: "not_met", states: { R2: "below" } } },
  },
  {
    name: "a school without pupils is left out",
    schools: [{ code: "A001" }, { code: "B001", primary: 0 }],
    inclusion: { B001: ["excluded", "no_pupils"] },
    stages: { primary: { sectionsTotal: 1 } },
  },
  {
    name: "a nine-year school that has only primary pupils is one section with everything",
    schools: [{ code: "A001", type: "nine_year", junior: 0 }],
    inclusion: { A001: ["included", "ordinary"] },
    sections: { "A001:primary": { splitShare: 1, mixedStage: false }, "A001:junior": null },
  },
  {
    name: "a school whose pupils are not reported counts and cannot be judged",
    schools: [{ code: "A001", primary: null }],
    inclusion: { A001: ["included", "pupils_missing"] },
    sections: {
      "A001:primary": { verdict: "not_evaluable", missingCount: 7, pupils: null, missing: { R1: ["pupils.primaryByGrade"] } },
    },
    stages: { primary: { pupils: null, verdict: "not_evaluable" } },
  },
  {
    name: "a teaching point whose pupils are not reported is not taken to be small",
    schools: [{ code: "A001", type: "teaching_point", primary: null }],
    inclusion: { A001: ["included", "pupils_missing"] },
    sections: { "A001:primary": { verdict: "not_evaluable" } },
  },
];
