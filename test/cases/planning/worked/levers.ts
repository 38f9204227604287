import type { LeverType } from "@server/planning/contract";
import { county, lever, school } from "../county";
import type { WorkedExample } from "./example";
import { workExamples } from "./works";

/** One example for every kind of lever. Levers begin in 2026 with a year of lead time: they count from 2027 on. */
export const leverExamples: Readonly<Record<LeverType, WorkedExample>> = {
  ...workExamples,
  hire_teachers: {
    name: "four posts for music teachers with a higher degree, half of them filled",
    arithmetic:
      "4 × 0.5 = 2: 10 + 2, 1 + 2, 6 + 2, 8 + 2. R3 (1 + 1 + 0) × 100 ÷ 60 = 10 ÷ 3, (1 + 3 + 0) × 100 ÷ 60 = 20 ÷ 3. 2 × 10 万 a year.",
    levers: [
      lever("hire_teachers", {
        target: { mode: "school", schoolCode: "1001", stage: "primary" },
        count: 4,
        fulfilment: 0.5,
        subject: "music",
        aboveRequiredEducation: true,
        backbone: false,
        certified: true,
        annualCostWan: 10,
      }),
    ],
    figures: {
      "1001 teachers.primary.fullTime": [10, 12, 12],
      "1001 teachers.primary.music": [1, 3, 3],
      "1001 teachers.primary.aboveRequiredEducation": [6, 8, 8],
      "1001 staff.certified": [8, 10, 10],
      "1001:primary R3": [10 / 3, 20 / 3, 20 / 3],
    },
    costWan: [0, 20, 20],
  },
  upgrade_education: {
    name: "two teachers study for a higher degree, one of two gains it",
    arithmetic: "6 + 2 × 0.5 = 7 of 10; R1 6 × 100 ÷ 60 = 10, 7 × 100 ÷ 60 = 35 ÷ 3. 2 × 0.6 万 in 2027.",
    levers: [
      lever("upgrade_education", { schoolCode: "1001", stage: "primary", count: 2, fulfilment: 0.5, endYear: 2027, costWanPerPerson: 0.6 }),
    ],
    figures: { "1001 teachers.primary.aboveRequiredEducation": [6, 7, 7], "1001:primary R1": [10, 35 / 3, 35 / 3] },
    costWan: [0, 1.2, 0],
  },
  train_backbone: {
    name: "two teachers a year trained as backbone teachers for two years, one of two is named",
    arithmetic: "2 + 1 = 3, 3 + 1 = 4. 2 × 1 万 a year.",
    levers: [
      lever("train_backbone", { schoolCode: "1001", stage: "primary", count: 2, fulfilment: 0.5, endYear: 2028, costWanPerPerson: 1 }),
    ],
    figures: { "1001 teachers.primary.backbone": [2, 3, 4] },
    costWan: [0, 2, 2],
  },
  train_360: {
    name: "three teachers complete their 360 hours",
    arithmetic: "5 + 3 = 8 of 10. 3 × 0.3 万.",
    levers: [lever("train_360", { schoolCode: "1001", count: 3, fulfilment: 1, endYear: 2027, costWanPerPerson: 0.3 })],
    figures: { "1001 staff.trained360": [5, 8, 8] },
    costWan: [0, 0.9, 0],
  },
  certify_teachers: {
    name: "two teachers gain their certificates",
    arithmetic: "8 + 2 = 10 of 10. 2 × 0.2 万.",
    levers: [lever("certify_teachers", { schoolCode: "1001", count: 2, fulfilment: 1, endYear: 2027, costWanPerPerson: 0.2 })],
    figures: { "1001 staff.certified": [8, 10, 10] },
    costWan: [0, 0.4, 0],
  },
  rotate_teachers: {
    name: "four teachers, two of them backbone, work at the other school for a year",
    arithmetic: "20 − 4 = 16 and 10 + 4 = 14 in 2027, home in 2028; degrees in proportion: 14 × 4 ÷ 20 = 2.8. 4 × 1 万.",
    levers: [
      lever("rotate_teachers", {
        fromCode: "1002",
        toCode: "1001",
        stage: "primary",
        teachers: 4,
        backbone: 2,
        termYears: 1,
        annualCostWanPerTeacher: 1,
      }),
    ],
    figures: {
      "1002 teachers.primary.fullTime": [20, 16, 20],
      "1001 teachers.primary.fullTime": [10, 14, 10],
      "1002 teachers.primary.backbone": [4, 2, 4],
      "1001 teachers.primary.backbone": [2, 4, 2],
      "1002 teachers.primary.aboveRequiredEducation": [14, 11.2, 14],
      "1001 teachers.primary.aboveRequiredEducation": [6, 8.8, 6],
    },
    costWan: [0, 4, 0],
  },
  rotation_quota: {
    name: "a tenth of those eligible rotate, half of them backbone teachers, from where there are most to where they lack",
    arithmetic:
      "Eligible 0.5 × 80 = 40, quota 4, backbone 2. 120 pupils ask for 1.2 backbone teachers: 1001 has 6, 1002 none, so both backbone teachers go there; two others come back in exchange. 4 × 1 万.",
    dataset: county([
      school({
        code: "1001",
        primary: [20, 20, 20, 20, 20, 20],
        primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 6, music: 4 },
      }),
      school({
        code: "1002",
        primary: [20, 20, 20, 20, 20, 20],
        primaryTeachers: { fullTime: 40, aboveRequiredEducation: 40, backbone: 0, music: 4 },
      }),
    ]),
    levers: [
      lever("rotation_quota", {
        eligibleShare: 0.5,
        rotationShare: 0.1,
        backboneShare: 0.5,
        termYears: 1,
        endYear: 2027,
        annualCostWanPerTeacher: 1,
      }),
    ],
    figures: {
      "1001 teachers.primary.fullTime": [40, 40, 40],
      "1001 teachers.primary.backbone": [6, 4, 6],
      "1002 teachers.primary.backbone": [0, 2, 0],
      "county rotated": [null, 4, null],
      "county rotatedBackbone": [null, 2, null],
      "county rotationEligible": [null, 40, null],
    },
    costWan: [0, 4, 0],
  },
  itinerant_teachers: {
    name: "a music teacher comes to a rural school of 60 pupils for a year, under the relief",
    arithmetic: "R3 2 × 100 ÷ 60 = 10 ÷ 3, (2 + 1) × 100 ÷ 60 = 5 in 2027. 1 × 2 万.",
    withReliefs: true,
    levers: [lever("itinerant_teachers", { schoolCode: "1001", subject: "music", count: 1, endYear: 2027, annualCostWan: 2 })],
    figures: { "1001 staff.visitingMusic": [null, 1, 0], "1001:primary R3": [10 / 3, 5, 10 / 3] },
    costWan: [0, 2, 0],
  },
  close_school: {
    name: "a school closes: all pupils, eight teachers of ten and half of the goods go to the other",
    arithmetic: "240 + 60 = 300; 20 + 10 × 0.8 = 28; 60 + 12 × 0.5 = 66 万; rooms are lost. 5 万 once, 2 万 a year.",
    levers: [
      lever("close_school", {
        schoolCode: "1001",
        targets: [{ schoolCode: "1002", share: 1 }],
        staffShare: 0.8,
        goodsShare: 0.5,
        costWan: 5,
        annualCostWan: 2,
      }),
    ],
    figures: {
      "1001 pupils.primary": [60, 0, 0],
      "1002 pupils.primary": [240, 300, 300],
      "1002 teachers.primary.fullTime": [20, 28, 28],
      "1002 facilities.equipmentValueWan": [60, 66, 66],
      "1002 facilities.teachingAreaM2": [1800, 1800, 1800],
      "1001 facilities.teachingAreaM2": [600, 0, 0],
    },
    costWan: [5, 2, 2],
  },
  open_school: {
    name: "a new primary school with its rooms and equipment",
    arithmetic: "Nothing before it opens; then 900 m² and 20 万 of equipment. 300 + 20 = 320 万.",
    levers: [
      lever("open_school", { code: "N001", teachingAreaM2: 900, gymAreaM2: 0, equipmentValueWan: 20, buildingCostWan: 300, classrooms: 6 }),
    ],
    figures: {
      "N001 facilities.teachingAreaM2": [0, 900, 900],
      "N001 facilities.equipmentValueWan": [0, 20, 20],
      "N001 pupils.primary": [0, 0, 0],
    },
    costWan: [320, 0, 0],
  },
  rezone: {
    name: "a quarter of a zone and of its pupils go to the other school",
    arithmetic: "240 × 0.25 = 60: 180 and 120; later entrants 30 and 20 keep both as they are.",
    levers: [lever("rezone", { fromCode: "1002", toCode: "1001", stage: "primary", scope: "all_pupils", share: 0.25 })],
    figures: { "1002 pupils.primary": [240, 180, 180], "1001 pupils.primary": [60, 120, 120] },
  },
  class_cap: {
    name: "no class above 30 at one school",
    arithmetic: "⌈40 ÷ 30⌉ = 2 classes in each of six grades: 12.",
    levers: [lever("class_cap", { schoolCode: "1002", stage: "primary", cap: 30 })],
    figures: { "1002 classes.primary": [6, 12, 12], "1001 classes.primary": [6, 6, 6] },
  },
  public_funds: {
    name: "800 yuan a pupil, a small school funded as one of 100",
    arithmetic: "100 × 800 = 8 万 against 60 × 700 = 4.2 万: 3.8 万 a year.",
    levers: [lever("public_funds", { schoolCode: "1001", primaryYuan: 800, juniorYuan: 0, smallAsHundred: true })],
    figures: { "1001 money.publicFundsBudgetWan": [4.2, 8, 8], "1002 money.publicFundsBudgetWan": [16.8, 16.8, 16.8] },
    costWan: [0, 3.8, 3.8],
  },
  training_funds: {
    name: "5 % of public funds for training at one school",
    arithmetic: "4.2 × 0.05 = 0.21 万, out of the same funds.",
    levers: [lever("training_funds", { schoolCode: "1001", fundsShare: 0.05 })],
    figures: { "1001 money.trainingBudgetWan": [0.1, 0.21, 0.21], "1001 money.publicFundsBudgetWan": [4.2, 4.2, 4.2] },
  },
  special_funds: {
    name: "6000 yuan for each of 20 pupils of special education",
    arithmetic: "20 × 6000 = 120 000 yuan against 100 000: 2 万 a year.",
    levers: [lever("special_funds", { perPupilYuan: 6000 })],
    figures: { "county specialFundsYuan": [100_000, 120_000, 120_000] },
    costWan: [0, 2, 2],
  },
  teacher_pay: {
    name: "teachers' pay raised to that of civil servants",
    arithmetic: "10 × 1 = 10 万 against 9; 10 + 20 + 15 = 45 teachers × 1 万 a year.",
    levers: [lever("teacher_pay", { payShare: 1 })],
    figures: { "county teacherPayWan": [9, 10, 10] },
    costWan: [0, 45, 45],
  },
  county_fact: {
    name: "quota places rise in a straight line to 120 in 2028",
    arithmetic: "100 + 20 × 1 ÷ 2 = 110, then 120.",
    levers: [lever("county_fact", { fact: "quotaPlaces", mode: "linear", targetValue: 120, targetYear: 2028 })],
    figures: { "county quotaPlaces": [100, 110, 120] },
  },
  declare: {
    name: "the layout of schools attested for one year",
    arithmetic: "1 stands for attested: in 2027 only.",
    levers: [lever("declare", { item: "G1.layout", endYear: 2027 })],
    figures: { "county G1.layout": [null, 1, null] },
  },
  school_findings: {
    name: "every school finds a charter, informatised teaching and good moral education",
    arithmetic: "1 stands for yes; of the grades from 0, the best, good is 1. 3 万 a year.",
    levers: [lever("school_findings", { schoolCode: "", annualCostWan: 3 })],
    figures: {
      "1001 quality.charter": [null, 1, 1],
      "1002 quality.informatised": [null, 1, 1],
      "2001 quality.moralEducation": [null, 1, 1],
    },
    costWan: [0, 3, 3],
  },
};
