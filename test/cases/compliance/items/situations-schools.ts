import type { ItemSituation } from "./situation";

/** Government assurance of every ordinary return: G6, G9, G12. */

const point = { code: "A002", type: "teaching_point", locality: "rural" } as const;
const budget = (publicFundsBudgetWan: number | null) => ({
  money: { publicFundsBudgetWan, trainingBudgetWan: 5, publicFundsActualWan: 100, trainingActualWan: 5 },
});
const teachersOf = (fullTime: number | null) => ({ primaryTeachers: { fullTime } });

export const schoolSituations: readonly ItemSituation[] = [
  {
    name: "a teaching point of 60 pupils funded as exactly 100 is met",
    item: "G6",
    schools: [{ code: "A001" }, { ...point, primary: 60, facts: budget(8) }],
    expect: { verdict: "met", figures: { schools: 1, pupils: 60, fundsYuan: 80_000, neededYuan: 80_000 } },
  },
  {
    name: "one yuan less is not",
    item: "G6",
    schools: [{ code: "A001" }, { ...point, primary: 60, facts: budget(7.9999) }],
    expect: { verdict: "not_met", failing: ["A002"], change: { schools: 1, yuan: 1 } },
  },
  {
    name: "half a yuan less is borderline, since yuan are shown whole",
    item: "G6",
    schools: [{ ...point, primary: 60, facts: budget(7.99995) }],
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "in the weaker reading funds for the real pupils are enough",
    item: "G6",
    values: { "G6.method": "per_pupil" },
    schools: [{ ...point, primary: 60, facts: budget(4.8) }],
    expect: { verdict: "met", figures: { neededYuan: 48_000 } },
  },
  {
    name: "a school of exactly 100 pupils is not a small one",
    item: "G6",
    schools: [{ ...point, primary: 100, facts: budget(1) }],
    expect: { verdict: "met", figures: { schools: 0 } },
  },
  {
    name: "a county without small schools owes nothing",
    item: "G6",
    schools: [{ code: "A001" }],
    county: { facts: { publicFundsPrimaryYuan: null } },
    expect: { verdict: "met", missing: [] },
  },
  {
    name: "a small primary school in town is asked only in the wider reading",
    item: "G6",
    schools: [{ code: "A001", primary: 60, facts: budget(1) }],
    expect: { verdict: "met" },
  },
  {
    name: "in the wider reading every school under 100 is asked",
    item: "G6",
    values: { "G6.scope": "all_small" },
    schools: [{ code: "A001", primary: 60, facts: budget(1) }],
    expect: { verdict: "not_met", failing: ["A001"] },
  },
  {
    name: "100 pupils of a mixed school are taken in its real proportion of stages",
    item: "G6",
    values: { "G6.scope": "all_small" },
    schools: [{ code: "A001", type: "nine_year", primary: 60, junior: 20, facts: budget(8.5) }],
    expect: { verdict: "met", figures: { neededYuan: 85_000 } },
  },
  {
    name: "without the county's base a small school is not evaluable",
    item: "G6",
    schools: [{ ...point, primary: 60 }],
    county: { facts: { publicFundsPrimaryYuan: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.publicFundsPrimaryYuan"] },
  },
  {
    name: "a budget that is not reported is no pass",
    item: "G6",
    schools: [{ ...point, primary: 60, facts: budget(null) }],
    expect: { verdict: "not_evaluable", missing: ["A002:money.publicFundsBudgetWan"] },
  },
  {
    name: "a rural primary school whose pupils are not reported may be a small one",
    item: "G6",
    schools: [{ code: "A001", locality: "rural", primary: null }],
    expect: { verdict: "not_evaluable", missing: ["A001:pupils.primaryByGrade"] },
  },

  {
    name: "all teachers trained is met",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 40 } } }],
    expect: { verdict: "met", figures: { trained: 40, teachers: 40, trainedShare: 1 } },
  },
  {
    name: "one teacher of 40 short is not met",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 39 } } }],
    expect: { verdict: "not_met", borderline: false, failing: ["A001"], change: { teachers: 1 } },
  },
  {
    name: "one of 2000 short shows as 100.0 % and is borderline",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(2000), facts: { staff: { trained360: 1999 } } }],
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "compared as displayed, one of 2000 short passes and is borderline",
    item: "G9",
    values: { "rounding.compare": "displayed" },
    schools: [{ code: "A001", ...teachersOf(2000), facts: { staff: { trained360: 1999 } } }],
    expect: { verdict: "met", borderline: true },
  },
  {
    name: "one of 1999 short shows as 99.9 %",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(1999), facts: { staff: { trained360: 1998 } } }],
    expect: { verdict: "not_met", borderline: false },
  },
  {
    name: "teachers new in post count by default",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 36, underFiveYears: 4 } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "exempt, teachers new in post are not due",
    item: "G9",
    values: { "G9.newTeachers": "exempt" },
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 36, underFiveYears: 4 } } }],
    expect: { verdict: "met", figures: { teachers: 36 } },
  },
  {
    name: "exempt, but their number is not reported",
    item: "G9",
    values: { "G9.newTeachers": "exempt" },
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 36, underFiveYears: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:staff.underFiveYears"] },
  },
  {
    name: "one school short fails the county although another has not reported",
    item: "G9",
    schools: [
      { code: "A001", ...teachersOf(40), facts: { staff: { trained360: 39 } } },
      { code: "A002", ...teachersOf(40), facts: { staff: { trained360: null } } },
    ],
    expect: { verdict: "not_met", failing: ["A001"], open: ["A002"], missing: ["A002:staff.trained360"], figures: { trained: null } },
  },
  {
    name: "more trained than there are teachers is a contradiction, not a pass",
    item: "G9",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { trained360: 41 } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:staff.trained360"] },
  },

  {
    name: "all certified is met",
    item: "G12",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { certified: 40 } } }],
    expect: { verdict: "met", figures: { certifiedShare: 1 } },
  },
  {
    name: "one without a certificate is not",
    item: "G12",
    schools: [{ code: "A001", ...teachersOf(40), facts: { staff: { certified: 39 } } }],
    expect: { verdict: "not_met", change: { teachers: 1 }, failing: ["A001"] },
  },
  {
    name: "certificates that are not reported are no pass",
    item: "G12",
    schools: [{ code: "A001", facts: { staff: { certified: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:staff.certified"] },
  },
  {
    name: "a school with no teachers at all leaves nothing to judge",
    item: "G12",
    schools: [{ code: "A001", ...teachersOf(0), facts: { staff: { certified: 0 } } }],
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "certificates of a school with senior classes are held against its teachers of all stages",
    item: "G12",
    schools: [
      {
        code: "A001",
        type: "complete_secondary",
        juniorTeachers: { fullTime: 40 },
        facts: { staff: { certified: 90 }, unsplitTeachers: { fullTime: 100 } },
      },
    ],
    expect: { verdict: "not_met", figures: { teachers: 100 }, change: { teachers: 10 } },
  },
  {
    name: "without that total more certificates than junior teachers prove nothing",
    item: "G12",
    schools: [{ code: "A001", type: "complete_secondary", juniorTeachers: { fullTime: 40 }, facts: { staff: { certified: 90 } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:unsplitTeachers.fullTime"] },
  },
  {
    name: "a mixed school that does not tell its stages apart is judged on its total",
    item: "G12",
    schools: [
      {
        code: "A001",
        type: "nine_year",
        ...teachersOf(null),
        juniorTeachers: { fullTime: null },
        facts: { staff: { certified: 80 }, unsplitTeachers: { fullTime: 80 } },
      },
    ],
    expect: { verdict: "met" },
  },
  {
    name: "teachers of private schools and campuses count, those of special schools do not",
    item: "G12",
    schools: [
      { code: "A001", ...teachersOf(10), facts: { staff: { certified: 10 } } },
      { code: "A002", ownerCode: 10, ...teachersOf(10), facts: { staff: { certified: 9 } } },
      { code: "A003", countsAsSchool: false, parent: "A001", ...teachersOf(10), facts: { staff: { certified: 8 } } },
      { code: "A004", type: "special", facts: { staff: { certified: 0 } } },
    ],
    expect: { verdict: "not_met", failing: ["A003", "A002"], figures: { teachers: 30, certified: 27 } },
  },
];
