import type { ItemSituation } from "./situation";

/** Quality of every ordinary return: Q1, Q3, Q4, Q6. */

export const schoolQualitySituations: readonly ItemSituation[] = [
  {
    name: "190 of 200 kept is exactly 95 %",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { graduates: 190 } } }],
    expect: { verdict: "met", figures: { retentionShare: 0.95 } },
  },
  {
    name: "189 of 200 is not enough",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { graduates: 189 } } }],
    expect: { verdict: "not_met", failing: ["A001:junior"], change: { pupils: 1 } },
  },
  {
    name: "pupils who moved in do not count, those who moved away do, those who died are not expected",
    item: "Q1",
    schools: [
      {
        code: "A001",
        type: "junior",
        facts: { retention: { graduates: 198, entrants: 202, transferredIn: 10, transferredOut: 2, died: 2 } },
      },
    ],
    expect: { verdict: "met", figures: { retentionShare: 0.95 } },
  },
  {
    name: "retention is one share of the county, so that one school makes up for another",
    item: "Q1",
    schools: [
      { code: "A001", type: "junior", facts: { retention: { graduates: 180 } } },
      { code: "A002", type: "junior", facts: { retention: { graduates: 200 } } },
    ],
    expect: { verdict: "met", failing: [] },
  },
  {
    name: "a primary school is not asked for retention",
    item: "Q1",
    schools: [
      { code: "A001", type: "junior" },
      { code: "A002", facts: { retention: { graduates: null } } },
    ],
    expect: { verdict: "met", missing: [] },
  },
  {
    name: "transfers that are not reported leave retention open",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { transferredOut: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:retention.transferredOut"], open: ["A001:junior"] },
  },
  {
    name: "no entrants three years ago is nothing to divide by",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { graduates: 0, entrants: 0 } } }],
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "retention may exceed 100 %",
    item: "Q1",
    schools: [{ code: "A001", type: "junior", facts: { retention: { graduates: 210 } } }],
    expect: { verdict: "met", figures: { retentionShare: 1.05 } },
  },

  {
    name: "charter and information technology everywhere is met",
    item: "Q3",
    schools: [{ code: "A001" }],
    expect: { verdict: "met", figures: { schools: 1, withCharter: 1, informatised: 1 } },
  },
  {
    name: "one school without a charter fails",
    item: "Q3",
    schools: [{ code: "A001" }, { code: "A002", facts: { quality: { charter: false } } }],
    expect: { verdict: "not_met", failing: ["A002"], change: { schools: 1 } },
  },
  {
    name: "a finding that is not made is no pass",
    item: "Q3",
    schools: [{ code: "A001", facts: { quality: { informatised: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:quality.informatised"] },
  },
  {
    name: "a missing charter fails although information technology is not reported",
    item: "Q3",
    schools: [{ code: "A001", facts: { quality: { charter: false, informatised: null } } }],
    expect: { verdict: "not_met" },
  },

  {
    name: "exactly 5 % of the budget for training is met",
    item: "Q4",
    schools: [{ code: "A001", facts: { money: { publicFundsBudgetWan: 62.4, trainingBudgetWan: 3.12 } } }],
    expect: { verdict: "met", borderline: false },
  },
  {
    name: "a yuan less is not, and shows as 5.0 %",
    item: "Q4",
    schools: [{ code: "A001", facts: { money: { publicFundsBudgetWan: 62.4, trainingBudgetWan: 3.1199 } } }],
    expect: { verdict: "not_met", borderline: true, change: { schools: 1, yuan: 1 } },
  },
  {
    name: "each school is asked by itself",
    item: "Q4",
    schools: [
      { code: "A001", facts: { money: { trainingBudgetWan: 50 } } },
      { code: "A002", facts: { money: { trainingBudgetWan: 4 } } },
    ],
    expect: { verdict: "not_met", failing: ["A002"] },
  },
  {
    name: "by default the final account is not asked",
    item: "Q4",
    schools: [{ code: "A001", facts: { money: { trainingActualWan: 1 } } }],
    expect: { verdict: "met" },
  },
  {
    name: "asked too, the final account may fail",
    item: "Q4",
    values: { "Q4.account": "budget_and_final" },
    schools: [{ code: "A001", facts: { money: { trainingActualWan: 4 } } }],
    expect: { verdict: "not_met", failing: ["A001"] },
  },
  {
    name: "asked too, a final account that is not there is no pass",
    item: "Q4",
    values: { "Q4.account": "budget_and_final" },
    schools: [{ code: "A001", facts: { money: { publicFundsActualWan: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:money.publicFundsActualWan"] },
  },
  {
    name: "a school without public funds has no share",
    item: "Q4",
    schools: [{ code: "A001", facts: { money: { publicFundsBudgetWan: 0, trainingBudgetWan: 0 } } }],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },

  {
    name: "good is good enough",
    item: "Q6",
    schools: [{ code: "A001", facts: { quality: { moralEducation: "good" } } }],
    expect: { verdict: "met" },
  },
  {
    name: "fair is not, and poor is worse",
    item: "Q6",
    schools: [
      { code: "A001", facts: { quality: { moralEducation: "fair" } } },
      { code: "A002", facts: { quality: { moralEducation: "poor" } } },
    ],
    expect: { verdict: "not_met", failing: ["A002", "A001"] },
  },
  {
    name: "a grade that is not given is no pass",
    item: "Q6",
    schools: [{ code: "A001", facts: { quality: { moralEducation: null } } }],
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "where a layer asks for excellent, good fails",
    item: "Q6",
    values: { "Q6.grade": "excellent" },
    schools: [{ code: "A001" }],
    expect: { verdict: "not_met" },
  },
];
