import { county, lever, school } from "../county";
import { smallCounty, type WorkedExample, withBirths, withSchools } from "./example";

const [rural, town, junior] = smallCounty.schools;
if (rural === undefined || town === undefined || junior === undefined) throw new Error("the small county has three schools");

const hire = lever("hire_teachers", {
  target: { mode: "school", schoolCode: "1001", stage: "primary" },
  count: 2,
  fulfilment: 1,
  subject: "general",
  annualCostWan: 10,
});

/** One example for every rule by which pupils, classes, teachers and prices go from one year to the next. */
export const flowExamples: readonly WorkedExample[] = [
  {
    name: "nothing changes of itself",
    arithmetic: "50 enter, 50 go on to 2001, 50 leave it; nobody retires or leaves.",
    figures: {
      "1001 pupils.primary": [60, 60, 60],
      "1002 pupils.primary": [240, 240, 240],
      "2001 pupils.junior": [150, 150, 150],
      "1002 teachers.primary.fullTime": [20, 20, 20],
      "1002 classes.primary": [6, 6, 6],
    },
  },
  {
    name: "each grade goes up by the school's own ratio of last year",
    arithmetic:
      "2025: 40 in each grade; 2026: 38, 40, 40, 40, 20 in grades 2 to 6: ratios 0.95, 1, 1, 1, 0.5. 2027: 36 + 36 × 0.95 + 38 + 40 + 40 + 40 × 0.5 = 208.2; 2028: 36 + 36 × 0.95 + 34.2 + 38 + 40 + 40 × 0.5 = 202.4.",
    dataset: county([
      school({
        code: "1001",
        primary: [36, 38, 40, 40, 40, 20],
        history: [{ year: 2025, primaryByGrade: [40, 40, 40, 40, 40, 40], juniorByGrade: null }],
      }),
    ]),
    figures: { "1001 pupils.primary": [214, 208.2, 202.4] },
  },
  {
    name: "the county's intake follows a trend, in the shares of the base year",
    arithmetic: "50 × 0.9 = 45: 9 and 36; 45 × 0.9 = 40.5: 8.1 and 32.4. 1001: 60 − 10 + 9 = 59, 59 − 10 + 8.1 = 57.1.",
    assumptions: { entrants: { mode: "trend", annualChange: -0.1 } },
    figures: { "1001 pupils.primary": [60, 59, 57.1], "1002 pupils.primary": [240, 236, 228.4] },
  },
  {
    name: "the county's intake follows ⅓ and ⅔ of two years of births, scaled to the base year's intake",
    arithmetic:
      "2026: 90 ÷ 3 + 60 × 2 ÷ 3 = 70; 2027: 60 ÷ 3 + 54 × 2 ÷ 3 = 56; 2028: 54 ÷ 3 + 36 × 2 ÷ 3 = 42. 50 × 56 ÷ 70 = 40, 50 × 42 ÷ 70 = 30: a fifth to 1001.",
    dataset: withBirths([
      { year: 2019, births: 90 },
      { year: 2020, births: 60 },
      { year: 2021, births: 54 },
      { year: 2022, births: 36 },
    ]),
    assumptions: { entrants: { mode: "births" } },
    figures: { "1001 pupils.primary": [60, 58, 54], "1002 pupils.primary": [240, 232, 216] },
  },
  {
    name: "the county's intake is a series, whose last value is kept",
    arithmetic: "30 a year: 6 and 24. 60 − 10 + 6 = 56, 52; 240 − 40 + 24 = 224, 208.",
    assumptions: { entrants: { mode: "series", series: [{ year: 2027, entrants: 30 }] } },
    figures: { "1001 pupils.primary": [60, 56, 52], "1002 pupils.primary": [240, 224, 208] },
  },
  {
    name: "zones share out the intake, what is left by the base year's shares",
    arithmetic: "Half of 50 to 1001, the other 25 to 1002: 60 − 10 + 25 = 75, 90; 240 − 40 + 25 = 225, 210.",
    assumptions: { entrantShares: "zones", zoneShares: [{ schoolCode: "1001", share: 0.5 }] },
    figures: { "1001 pupils.primary": [60, 75, 90], "1002 pupils.primary": [240, 225, 210] },
  },
  {
    name: "a school has the number of entrants that is given for a year, the others share what is left of the county's",
    arithmetic:
      "2027: 14 of 50 to 1001, the other 36 to 1002: 60 − 10 + 14 = 64, 240 − 40 + 36 = 236. 2028 again a fifth and four: 64 − 10 + 10 = 64, 236 − 40 + 40 = 236.",
    assumptions: { entrantNumbers: [{ schoolCode: "1001", year: 2027, entrants: 14 }] },
    figures: { "1001 pupils.primary": [60, 64, 64], "1002 pupils.primary": [240, 236, 236], "2001 pupils.junior": [150, 150, 150] },
  },
  {
    name: "what is left of a forecast county is shared by the shares of the others alone",
    arithmetic:
      "45 enter in 2027, 21 of them 1001 by its number: 24 are left for 10 and 30 of grade 1, 6 and 18. 2028: 40.5, a fifth of it 8.1, 8.1 and 24.3. 1001: 60 − 10 + 21 = 71, 69.1; 1002: 60 − 10 + 6 = 56, 54.1; 1003: 180 − 30 + 18 = 168, 162.3.",
    dataset: withSchools([
      rural,
      school({ code: "1002", primary: [10, 10, 10, 10, 10, 10] }),
      school({ code: "1003", primary: [30, 30, 30, 30, 30, 30] }),
      junior,
    ]),
    assumptions: { entrants: { mode: "trend", annualChange: -0.1 }, entrantNumbers: [{ schoolCode: "1001", year: 2027, entrants: 21 }] },
    figures: { "1001 pupils.primary": [60, 71, 69.1], "1002 pupils.primary": [60, 56, 54.1], "1003 pupils.primary": [180, 168, 162.3] },
  },
  {
    name: "shares that roll on are those of the year before, the numbers given for it included",
    arithmetic:
      "2027: 14 of 50 to 1001, 36 to 1002. 2028: 14 and 36 again, as 28 and 72 of a hundred. 60 − 10 + 14 = 64, 64 − 10 + 14 = 68; 240 − 40 + 36 = 236, 232.",
    assumptions: { entrantShares: "rolling", entrantNumbers: [{ schoolCode: "1001", year: 2027, entrants: 14 }] },
    figures: { "1001 pupils.primary": [60, 64, 68], "1002 pupils.primary": [240, 236, 232] },
  },
  {
    name: "shares that roll on follow the trend of the county, and a zone that moves in the year after a number",
    arithmetic:
      "2027: 45 enter, 18 at 1001 by its number and 27 at 1002, of the base year's 50 that is 20 and 30. In 2028 half of 1001's zone goes to 1002: 10 and 40 of 50, of 40.5 that is 8.1 and 32.4. 60 − 10 + 18 = 68, 66.1; 240 − 40 + 27 = 227, 219.4.",
    assumptions: {
      entrants: { mode: "trend", annualChange: -0.1 },
      entrantShares: "rolling",
      entrantNumbers: [{ schoolCode: "1001", year: 2027, entrants: 18 }],
    },
    levers: [lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", scope: "entrants", share: 0.5, leadYears: 2 })],
    figures: { "1001 pupils.primary": [60, 68, 66.1], "1002 pupils.primary": [240, 227, 219.4] },
  },
  {
    name: "a new school has the entrants given for it, from the year in which it opens",
    arithmetic:
      "N001 opens in 2028 and has 12 of 50; the other 38 as 1 : 4, 7.6 and 30.4. 1001: 60, 60 − 10 + 7.6 = 57.6; 1002: 240, 230.4.",
    assumptions: { entrantNumbers: [{ schoolCode: "N001", year: 2028, entrants: 12 }] },
    levers: [lever("open_school", { code: "N001", leadYears: 2, buildingCostWan: 0, equipmentValueWan: 0 })],
    figures: { "N001 pupils.primary": [0, 0, 12], "1001 pupils.primary": [60, 60, 57.6], "1002 pupils.primary": [240, 240, 230.4] },
  },
  {
    name: "a ratio that is set counts instead of what was observed, a school's own before the county's",
    arithmetic:
      "Grade 4 of 1001 goes up by 0.5, of the others by 0.8; grade 7 of 2001 by 1.1. 1001: 10 + 10 + 10 + 10 + 5 + 10 = 55; 2028: 10 × 4 + 5 + 5 = 50. 1002: 5 × 40 + 32 = 232; 2028: 4 × 40 + 32 + 32 = 224. 2001: 50 + 55 + 50 = 155, 50 + 55 + 55 = 160.",
    assumptions: {
      progressionRatios: [
        { schoolCode: "", grade: 4, ratio: 0.8 },
        { schoolCode: "1001", grade: 4, ratio: 0.5 },
        { schoolCode: "2001", grade: 7, ratio: 1.1 },
      ],
    },
    figures: { "1001 pupils.primary": [60, 55, 50], "1002 pupils.primary": [240, 232, 224], "2001 pupils.junior": [150, 155, 160] },
  },
  {
    name: "those who change schools come on top of those who go up, and go up with them",
    arithmetic:
      "2027: 3 more in grade 4 of 1001, 3 fewer in that of 1002, 2.5 fewer in grade 8 of 2001. 60 + 3 = 63, 63 (in grade 5); 240 − 3 = 237; 150 − 2.5 = 147.5, in 2028 those are in grade 9: 147.5.",
    assumptions: {
      netTransfers: [
        { schoolCode: "1001", grade: 4, year: 2027, pupils: 3 },
        { schoolCode: "1002", grade: 4, year: 2027, pupils: -3 },
        { schoolCode: "2001", grade: 8, year: 2027, pupils: -2.5 },
      ],
    },
    figures: { "1001 pupils.primary": [60, 63, 63], "1002 pupils.primary": [240, 237, 237], "2001 pupils.junior": [150, 147.5, 147.5] },
  },
  {
    name: "those who join grade 6 go on to grade 7 with the others",
    arithmetic: "2027: 5 more in grade 6 of 1001: 65. 2028: they leave it, 60, and 55 enter 2001: 150 − 50 + 55 = 155.",
    assumptions: { netTransfers: [{ schoolCode: "1001", grade: 6, year: 2027, pupils: 5 }] },
    figures: { "1001 pupils.primary": [60, 65, 60], "2001 pupils.junior": [150, 150, 155] },
  },
  {
    name: "some of the leavers of primary schools go to junior schools outside the county",
    arithmetic: "50 × 0.9 = 45: 150 − 50 + 45 = 145, 140.",
    assumptions: { juniorLeakage: 0.1 },
    figures: { "2001 pupils.junior": [150, 145, 140] },
  },
  {
    name: "leavers go where the feeder matrix says, the others in the observed shares",
    arithmetic:
      "All 10 of 1001 to 2002; the 40 of 1002 as 30 : 20, so 24 and 16. 2001: 90 − 30 + 24 = 84, 78; 2002: 60 − 20 + 26 = 66, 72.",
    dataset: withSchools([rural, town, school({ code: "2001", junior: [30, 30, 30] }), school({ code: "2002", junior: [20, 20, 20] })]),
    assumptions: { feederShares: [{ fromCode: "1001", toCode: "2002", share: 1 }] },
    figures: { "2001 pupils.junior": [90, 84, 78], "2002 pupils.junior": [60, 66, 72] },
  },
  {
    name: "classes keep the observed size below the cap",
    arithmetic: "Intake 100: 80 at 1002, ⌈80 ÷ 40⌉ = 2 classes: 5 + 2 = 7, then 8; 20 at 1001, ⌈20 ÷ 10⌉ = 2.",
    assumptions: { entrants: { mode: "series", series: [{ year: 2027, entrants: 100 }] } },
    figures: { "1002 classes.primary": [6, 7, 8], "1001 classes.primary": [6, 7, 8] },
  },
  {
    name: "classes stay as many as they are until the cap binds, where that is assumed",
    arithmetic: "Intake 55: 44 at 1002 fit one class of 45; by the observed size ⌈44 ÷ 40⌉ would be 2.",
    assumptions: { entrants: { mode: "series", series: [{ year: 2027, entrants: 55 }] }, classPolicy: "keep_until_cap" },
    figures: { "1002 classes.primary": [6, 6, 6] },
  },
  {
    name: "teachers leave in proportion to the section's mix, and half of them are replaced with the same mix",
    arithmetic: "0.1 × (1 − 0.5) = 5 % a year: 20 × 0.95 = 19, 18.05; 4 × 0.95 = 3.8, 3.61; certificates 20, 19, 18.05.",
    assumptions: { teacherAttrition: 0.1, teacherReplacement: 0.5 },
    figures: {
      "1002 teachers.primary.fullTime": [20, 19, 18.05],
      "1002 teachers.primary.backbone": [4, 3.8, 3.61],
      "1002 staff.certified": [20, 19, 18.05],
    },
  },
  {
    name: "those of 60 and more retire",
    arithmetic: "Half of the teachers are up to 24, half 60 and more: 20 − 10 = 10; nobody else reaches the age by 2028.",
    assumptions: { retirement: "by_age", ageShares: [0.5, 0, 0, 0, 0, 0, 0, 0, 0.5], teacherReplacement: 0 },
    figures: { "1002 teachers.primary.fullTime": [20, 10, 10] },
  },
  {
    name: "the teachers of a school whose ages are known retire by these, all others by the county's",
    arithmetic: "All of the county are up to 24; of 1002 half are 60 and more: 20 − 10 = 10, and 1001 keeps its 10.",
    assumptions: {
      retirement: "by_age",
      ageShares: [1, 0, 0, 0, 0, 0, 0, 0, 0],
      schoolAges: [{ schoolCode: "1002", teachers: [7, 0, 0, 0, 0, 0, 0, 0, 7], womenShare: 0 }],
      teacherReplacement: 0,
    },
    figures: { "1001 teachers.primary.fullTime": [10, 10, 10], "1002 teachers.primary.fullTime": [20, 10, 10] },
  },
  {
    name: "higher degrees and backbone teachers grow of themselves where that is assumed",
    arithmetic:
      "1001: 4 of 10 lack a degree: 6 + 4 × 0.25 = 7, 7 + 3 × 0.25 = 7.75. 8 are no backbone teachers: 2 + 0.8 = 2.8, 2.8 + 0.72 = 3.52.",
    assumptions: { upgradingRate: 0.25, backboneRate: 0.1 },
    figures: {
      "1001 teachers.primary.aboveRequiredEducation": [6, 7, 7.75],
      "1001 teachers.primary.backbone": [2, 2.8, 3.52],
    },
  },
  {
    name: "prices grow from the base year",
    arithmetic: "2 × 10 × 1.1 = 22, 2 × 10 × 1.21 = 24.2.",
    assumptions: { priceGrowth: 0.1 },
    levers: [hire],
    figures: { "1001 teachers.primary.fullTime": [10, 12, 12] },
    costWan: [0, 22, 24.2],
  },
  {
    name: "a post costs so much once and so much a year beside its pay",
    arithmetic: "2 posts: 2 × 5000 yuan = 1 万 in 2026; from 2027 on 2 × 10 万 and 2 × 1000 yuan = 0.2 万.",
    levers: [{ ...hire, unitCapitalYuan: 5000, unitYearlyYuan: 1000 }],
    figures: { "1001 teachers.primary.fullTime": [10, 12, 12] },
    costWan: [1, 20.2, 20.2],
  },
];

/** Many rules and levers at once. */
export const everythingExample: WorkedExample = {
  name: "a shrinking county hires, builds, buys, rotates and rezones while teachers leave and prices grow",
  arithmetic: [
    "Intake 45 and 40.5: 9 and 36, 8.1 and 32.4; a quarter of 1002's goes to 1001: 18 and 27, 16.2 and 24.3.",
    "1001: 60 − 10 + 18 = 68, 68 − 10 + 16.2 = 74.2. 1002: 240 − 40 + 27 = 227, 227 − 40 + 24.3 = 211.3.",
    "Teachers of 1001: 10 × 0.95 + 2 hired + 2 guests = 13.5; two came, so two go home: 13.5 × 0.95 − 2 = 10.825.",
    "Teachers of 1002: 20 × 0.95 − 2 = 17; 17 × 0.95 + 2 = 18.15.",
    "1001: 600 + 2 × 90 = 780 m², R4 780 ÷ 68, 780 ÷ 74.2; equipment 12 + 6 = 18 万, R6 180 000 ÷ 68, 180 000 ÷ 74.2.",
    "2026: 180 × 4500 yuan = 81 万 and 6: 87. 2027: 2 × 10 × 1.1 + 2 × 1 × 1.1 = 24.2. 2028: 2 × 10 × 1.21 = 24.2.",
  ].join(" "),
  assumptions: { entrants: { mode: "trend", annualChange: -0.1 }, teacherAttrition: 0.1, teacherReplacement: 0.5, priceGrowth: 0.1 },
  levers: [
    hire,
    lever("build_classrooms", { schoolCode: "1001", rooms: 2, areaPerRoomM2: 90, unitCostYuanPerM2: 4500, multimedia: false }),
    lever("buy_equipment", { schoolCode: "1001", valueWan: 6 }),
    lever("rotate_teachers", { fromCode: "1002", toCode: "1001", stage: "primary", teachers: 2, termYears: 1, annualCostWanPerTeacher: 1 }),
    lever("rezone", { fromCode: "1002", toCode: "1001", stage: "primary", scope: "entrants", share: 0.25 }),
  ],
  figures: {
    "1001 pupils.primary": [60, 68, 74.2],
    "1002 pupils.primary": [240, 227, 211.3],
    "1001 teachers.primary.fullTime": [10, 13.5, 10.825],
    "1002 teachers.primary.fullTime": [20, 17, 18.15],
    "1001 facilities.teachingAreaM2": [600, 780, 780],
    "1001:primary R4": [10, 780 / 68, 780 / 74.2],
    "1001:primary R6": [2000, 180_000 / 68, 180_000 / 74.2],
  },
  costWan: [87, 24.2, 24.2],
};
