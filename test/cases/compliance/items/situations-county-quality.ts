import type { ItemSituation } from "./situation";

/** Quality and recognition of the county as a whole: enrolment, statements, monitoring, survey. */

export const countyQualitySituations: readonly ItemSituation[] = [
  { name: "95 of 100 disabled children are exactly enough", item: "Q2", expect: { verdict: "met", figures: { enrolledShare: 0.95 } } },
  { name: "94 are not", item: "Q2", county: { facts: { disabledEnrolled: 94 } }, expect: { verdict: "not_met", change: { children: 1 } } },
  {
    name: "all disabled children enrolled contradict nothing",
    item: "Q2",
    county: { facts: { disabledEnrolled: 100 } },
    expect: { verdict: "met", contradictory: [], figures: { enrolledShare: 1, inSpecialSchools: 40, specialShare: 0.4 } },
  },
  {
    name: "no disabled child and none enrolled is met",
    item: "Q2",
    county: { facts: { disabledChildren: 0, disabledEnrolled: 0 } },
    expect: { verdict: "met", missing: [], contradictory: [] },
  },
  {
    name: "disabled children enrolled where there are none contradict each other",
    item: "Q2",
    county: { facts: { disabledChildren: 0, disabledEnrolled: 3 } },
    expect: { verdict: "not_evaluable", contradictory: ["facts.disabledEnrolled"] },
  },
  {
    name: "a county without disabled children is met",
    item: "Q2",
    county: { facts: { disabledChildren: 0, disabledEnrolled: null } },
    expect: { verdict: "met", missing: [] },
  },
  {
    name: "enrolled children that are not reported are no pass",
    item: "Q2",
    county: { facts: { disabledEnrolled: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.disabledEnrolled"] },
  },

  {
    name: "use of information technology rests on its statement",
    item: "Q5",
    county: { declarations: { "Q5.informationTechnology": false } },
    expect: { verdict: "not_met" },
  },
  {
    name: "a curriculum that is not stated is open",
    item: "Q7",
    county: { declarations: { "Q7.curriculum": null } },
    expect: { verdict: "not_evaluable" },
  },
  { name: "no excessive homework is met when stated", item: "Q8", expect: { verdict: "met" } },

  {
    name: "level Ⅲ and a difference just below 0.15 are met",
    item: "Q9",
    county: { monitoring: [{ subject: "chinese", level: 3, differenceRate: 0.149 }] },
    expect: { verdict: "met", figures: { chineseLevel: 3, chineseRate: 0.149, scienceLevel: null } },
  },
  {
    name: "a difference of exactly 0.15 is not below it",
    item: "Q9",
    county: { monitoring: [{ subject: "chinese", level: 3, differenceRate: 0.15 }] },
    expect: { verdict: "not_met", change: null },
  },
  {
    name: "a difference of 0.05 + 0.1 is exactly 0.15, whatever doubles say",
    item: "Q9",
    county: { monitoring: [{ subject: "chinese", level: 3, differenceRate: 0.05 + 0.1 - 1e-17 }] },
    expect: { verdict: "not_met" },
  },
  {
    name: "level Ⅱ fails",
    item: "Q9",
    county: { monitoring: [{ subject: "chinese", level: 2, differenceRate: 0.1 }] },
    expect: { verdict: "not_met" },
  },
  {
    name: "level Ⅳ is better than Ⅲ",
    item: "Q9",
    county: { monitoring: [{ subject: "chinese", level: 4, differenceRate: 0.1 }] },
    expect: { verdict: "met" },
  },
  {
    name: "a subject with a level but no difference is open",
    item: "Q9",
    county: { monitoring: [{ subject: "arts", level: 3, differenceRate: null }] },
    expect: { verdict: "not_evaluable", missing: ["monitoring.arts.differenceRate"] },
  },
  {
    name: "a year without results is open",
    item: "Q9",
    county: { monitoring: [] },
    expect: { verdict: "not_evaluable", missing: ["monitoring"] },
  },
  {
    name: "a fixed list of subjects leaves one without results open",
    item: "Q9",
    values: { "Q9.subjects": ["mathematics", "science"] },
    expect: { verdict: "not_evaluable", missing: ["monitoring.science"] },
  },
  {
    name: "a fixed list does not ask for other subjects",
    item: "Q9",
    values: { "Q9.subjects": ["mathematics"] },
    county: {
      monitoring: [
        { subject: "mathematics", level: 3, differenceRate: 0.1 },
        { subject: "arts", level: 1, differenceRate: 0.5 },
      ],
    },
    expect: { verdict: "met" },
  },
  {
    name: "one subject that fails outweighs one without results",
    item: "Q9",
    values: { "Q9.subjects": ["mathematics", "science"] },
    county: { monitoring: [{ subject: "mathematics", level: 2, differenceRate: 0.1 }] },
    expect: { verdict: "not_met" },
  },

  {
    name: "850 satisfied of 1000 valid are exactly 85 %",
    item: "X1",
    expect: { verdict: "met", figures: { satisfiedShare: 0.85, sent: 1100 } },
  },
  {
    name: "everybody satisfied contradicts nothing, and the parents' answers and the visits are shown beside",
    item: "X1",
    county: { survey: { satisfied: 1000 } },
    expect: {
      verdict: "met",
      contradictory: [],
      figures: { satisfiedShare: 1, visited: 100, visitedShare: 0.9, parentsValid: 1000, parentsShare: 0.85, parentsVisitedShare: 0.9 },
    },
  },
  {
    name: "849 are not",
    item: "X1",
    county: { survey: { satisfied: 849 } },
    expect: { verdict: "not_met", borderline: false, change: { persons: 1 } },
  },
  {
    name: "84.96 % show as 85.0 % and are borderline",
    item: "X1",
    county: { survey: { valid: 10_000, satisfied: 8496 } },
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "84.94 % show as 84.9 %",
    item: "X1",
    county: { survey: { valid: 10_000, satisfied: 8494 } },
    expect: { verdict: "not_met", borderline: false },
  },
  {
    name: "84.95 % round half-up to 85.0 % and are borderline",
    item: "X1",
    county: { survey: { valid: 10_000, satisfied: 8495 } },
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "compared as displayed, 84.95 % pass",
    item: "X1",
    values: { "rounding.compare": "displayed" },
    county: { survey: { valid: 10_000, satisfied: 8495 } },
    expect: { verdict: "met", borderline: true },
  },
  {
    name: "a survey without valid questionnaires is open",
    item: "X1",
    county: { survey: { valid: 0, satisfied: 0 } },
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "a survey that has not been held is open",
    item: "X1",
    county: { survey: { valid: null, satisfied: null } },
    expect: { verdict: "not_evaluable", missing: ["survey.all.satisfied", "survey.all.valid"] },
  },
  {
    name: "persons visited are shown, never judged",
    item: "X1",
    county: { survey: { visited: 100, visitedSatisfied: 1 } },
    expect: { verdict: "met", figures: { visitedShare: 0.01 } },
  },
];
