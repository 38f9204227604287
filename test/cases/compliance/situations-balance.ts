import type { SchoolSketch } from "./build";
import type { Situation } from "./situation";

const sports = (code: string, type: "primary" | "junior", pupils: number, area: number): SchoolSketch => ({
  code,
  type,
  [type]: pupils,
  facilities: { sportsFieldAreaM2: area, gymAreaM2: 0, teachingAreaM2: 15 * pupils },
});

/** Means and coefficients of variation (表Ⅲ). */
export const balanceSituations: readonly Situation[] = [
  {
    name: "a primary CV of exactly 0.50 is met",
    schools: [sports("A001", "primary", 300, 9000), sports("B001", "primary", 300, 3000)],
    stages: { primary: { cv: { R5: 0.5 }, cvVerdict: { R5: "met" }, balanceVerdict: "met", verdict: "met", cvBorderline: { R5: false } } },
  },
  {
    name: "a primary CV a hair above 0.50 is not met, although it is shown as 0.500",
    schools: [sports("A001", "primary", 300, 9000), sports("B001", "primary", 300, 2999.99)],
    county: { failing: 1 },
    stages: { primary: { cvVerdict: { R5: "not_met" }, balanceVerdict: "not_met", verdict: "not_met", cvBorderline: { R5: true } } },
  },
  {
    name: "a junior CV of exactly 0.45 is met",
    schools: [sports("A001", "junior", 200, 5800), sports("B001", "junior", 200, 2200)],
    stages: { junior: { cv: { R5: 0.45 }, cvVerdict: { R5: "met" }, balanceVerdict: "met" } },
  },
  {
    name: "a primary CV of exactly 0.50 is met where doubles make it 0.5000000000000001",
    schools: [sports("A001", "primary", 200, 1530), sports("B001", "primary", 50, 1020)],
    stages: { primary: { cv: { R5: 0.5 }, cvVerdict: { R5: "met" }, cvBorderline: { R5: false } } },
  },
  {
    name: "a junior CV of exactly 0.45 is met where doubles make it 0.4500000000000001",
    schools: [sports("A001", "junior", 107, 1706.65), sports("B001", "junior", 107, 647.35)],
    stages: { junior: { cv: { R5: 0.45 }, cvVerdict: { R5: "met" }, cvBorderline: { R5: false } } },
  },
  {
    name: "a junior CV above 0.45 is not met, although 0.50 would do in primary",
    schools: [sports("A001", "junior", 200, 5840), sports("B001", "junior", 200, 2160)],
    stages: { junior: { cv: { R5: 0.46 }, cvVerdict: { R5: "not_met" }, verdict: "not_met" } },
  },
  {
    name: "compared as displayed, a CV that rounds down to 0.500 is met",
    readings: { "rounding.compare": "displayed" },
    schools: [sports("A001", "primary", 300, 9000), sports("B001", "primary", 300, 2999.99)],
    stages: { primary: { cvVerdict: { R5: "met" }, cvBorderline: { R5: true } } },
  },
  {
    name: "compared as displayed, a CV of exactly 0.5005 rounds up and is not met",
    readings: { "rounding.compare": "displayed" },
    schools: [sports("A001", "primary", 4000, 120_040), sports("B001", "primary", 4000, 39_960)],
    stages: { primary: { cv: { R5: 0.5005 }, cvVerdict: { R5: "not_met" }, cvBorderline: { R5: false } } },
  },
  {
    name: "each school weighs by its pupils",
    schools: [sports("A001", "primary", 900, 18_000), sports("B001", "primary", 100, 1000)],
    stages: { primary: { cv: { R5: 3 / 19 } } },
  },
  {
    name: "an average of small CVs does not heal one that is too large, and its excess is the distance",
    schools: [sports("A001", "primary", 300, 12_000), sports("B001", "primary", 300, 2250), { code: "C001", type: "junior" }],
    county: { failing: 1, verdict: "not_met", distance: 7 / 19 },
    stages: { primary: { cvVerdict: { R5: "not_met", R1: "met" }, sectionsVerdict: "met", verdict: "not_met" } },
  },
  {
    name: "one school alone has a CV of zero",
    schools: [sports("A001", "primary", 300, 9000)],
    stages: { primary: { cv: { R5: 0 }, cvVerdict: { R5: "met" } } },
  },
  {
    name: "a total of zero has no CV",
    schools: [
      { code: "A001", facilities: { equipmentValueWan: 0 } },
      { code: "B001", facilities: { equipmentValueWan: 0 } },
    ],
    stages: { primary: { cv: { R6: null }, cvVerdict: { R6: "not_evaluable" }, balanceVerdict: "not_evaluable", verdict: "not_met" } },
  },
  {
    name: "one missing school leaves the CV of that indicator open, the others stay",
    schools: [{ code: "A001" }, { code: "B001", facilities: { equipmentValueWan: null } }],
    county: { failing: 0, notEvaluable: 9 },
    stages: { primary: { cv: { R6: null, R7: 0 }, cvVerdict: { R6: "not_evaluable", R7: "met" }, balanceVerdict: "not_evaluable" } },
  },
  {
    name: "a CV above its limit fails the stage even when another CV is open",
    schools: [sports("A001", "primary", 300, 12_000), { ...sports("B001", "primary", 300, 2250), primaryTeachers: { backbone: null } }],
    stages: { primary: { balanceVerdict: "not_met", sectionsVerdict: "not_evaluable", verdict: "not_met" } },
  },
  {
    name: "a section of a mixed-stage school enters the CV with its share and its real pupils",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        primary: 220,
        junior: 200,
        facilities: { sportsFieldAreaM2: 13_200, gymAreaM2: 0, teachingAreaM2: 9000 },
      },
      sports("B001", "primary", 220, 2200),
    ],
    stages: { primary: { cv: { R5: 0.5 }, cvVerdict: { R5: "met" } } },
  },
];
