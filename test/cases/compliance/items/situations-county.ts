import type { ItemSituation } from "./situation";

/** Government assurance of the county as a whole: statements, pay, rotation, places. */

export const countySituations: readonly ItemSituation[] = [
  { name: "a layout that is stated is met", item: "G1", expect: { verdict: "met", figures: { statements: 1, statementsMet: 1 } } },
  {
    name: "a layout stated as not fulfilled fails",
    item: "G1",
    county: { declarations: { "G1.layout": false } },
    expect: { verdict: "not_met", change: null },
  },
  {
    name: "a layout of which nothing is stated is open",
    item: "G1",
    county: { declarations: { "G1.layout": null } },
    expect: { verdict: "not_evaluable", missing: ["declarations.G1.layout"] },
  },
  {
    name: "three of four unified standards are not enough",
    item: "G2",
    county: { declarations: { "G2.equipment": false } },
    expect: { verdict: "not_met", figures: { statementsMet: 3, statementsNotMet: 1 } },
  },
  {
    name: "a failing standard outweighs one that is not stated",
    item: "G2",
    county: { declarations: { "G2.equipment": false, "G2.staffing": null } },
    expect: { verdict: "not_met", missing: ["declarations.G2.staffing"] },
  },
  {
    name: "a standard that is not stated leaves the item open",
    item: "G2",
    county: { declarations: { "G2.staffing": null } },
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "a base of public funds at the city's own is met",
    item: "G2",
    values: { "G2.publicFundsFloor.primary": 800, "G2.publicFundsFloor.junior": 1000 },
    expect: { verdict: "met", limits: { publicFundsPrimaryYuan: 800, publicFundsJuniorYuan: 1000 } },
  },
  {
    name: "a base of public funds below the city's fails",
    item: "G2",
    values: { "G2.publicFundsFloor.primary": 801 },
    expect: { verdict: "not_met" },
  },
  {
    name: "a base of public funds that is not reported is no pass where one is asked",
    item: "G2",
    values: { "G2.publicFundsFloor.primary": 800 },
    county: { facts: { publicFundsPrimaryYuan: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.publicFundsPrimaryYuan"] },
  },

  { name: "6000 yuan for special education are exactly enough", item: "G7", expect: { verdict: "met", figures: { perPupilYuan: 6000 } } },
  {
    name: "one yuan short of 6000 a pupil is not",
    item: "G7",
    county: { facts: { specialFundsYuan: 599_900 } },
    expect: { verdict: "not_met", borderline: false, change: { yuan: 100 } },
  },
  {
    name: "5999.60 yuan show as 6000 and are borderline",
    item: "G7",
    county: { facts: { specialFundsYuan: 599_960 } },
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "where 7000 are asked 6000 fail",
    item: "G7",
    values: { "G7.perPupil": 7000 },
    expect: { verdict: "not_met", limits: { perPupilYuan: 7000 } },
  },
  {
    name: "8000 are enough where 8000 are asked",
    item: "G7",
    values: { "G7.perPupil": 8000 },
    county: { facts: { specialFundsYuan: 800_000 } },
    expect: { verdict: "met" },
  },
  {
    name: "a county without pupils of special education owes nothing",
    item: "G7",
    county: { facts: { specialPupils: 0, specialFundsYuan: null } },
    expect: { verdict: "met", missing: [] },
  },
  {
    name: "funds of special education that are not reported are no pass",
    item: "G7",
    county: { facts: { specialFundsYuan: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.specialFundsYuan"] },
  },

  {
    name: "pay equal to that of civil servants is met",
    item: "G8",
    county: { facts: { teacherPayWan: 9.1234, civilServantPayWan: 9.1234 } },
    expect: { verdict: "met", borderline: false, figures: { teacherPayYuan: 91_234, payShare: 1 } },
  },
  {
    name: "one yuan less is not",
    item: "G8",
    county: { facts: { teacherPayWan: 9.1233, civilServantPayWan: 9.1234 } },
    expect: { verdict: "not_met", borderline: false, change: { yuan: 1 } },
  },
  {
    name: "less than half a yuan less shows as equal",
    item: "G8",
    county: { facts: { teacherPayWan: 9.12338, civilServantPayWan: 9.1234 } },
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "good pay without full approval of performance pay fails",
    item: "G8",
    county: { declarations: { "G8.performancePay": false } },
    expect: { verdict: "not_met", change: null },
  },
  {
    name: "good pay without a word on performance pay is open",
    item: "G8",
    county: { declarations: { "G8.performancePay": null } },
    expect: { verdict: "not_evaluable", missing: ["declarations.G8.performancePay"] },
  },
  {
    name: "poor pay fails whatever else is missing",
    item: "G8",
    county: { facts: { teacherPayWan: 8 }, declarations: { "G8.performancePay": null } },
    expect: { verdict: "not_met" },
  },
  {
    name: "pay that is not reported is no pass",
    item: "G8",
    county: { facts: { civilServantPayWan: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.civilServantPayWan"] },
  },
  {
    name: "civil servants without pay are no measure",
    item: "G8",
    county: { facts: { civilServantPayWan: 0 } },
    expect: { verdict: "not_evaluable" },
  },

  { name: "posts shared out is met when stated", item: "G10", expect: { verdict: "met" } },
  { name: "posts not shared out fails", item: "G10", county: { declarations: { "G10.posts": false } }, expect: { verdict: "not_met" } },

  {
    name: "10 % rotated and 20 % of them backbone are exactly enough",
    item: "G11",
    expect: { verdict: "met", borderline: false, figures: { rotatedShare: 0.1, backboneShare: 0.2 } },
  },
  {
    name: "12 teachers short of 10 % are 12 more to rotate",
    item: "G11",
    county: { facts: { rotated: 88, rotatedBackbone: 20 } },
    expect: { verdict: "not_met", change: { teachers: 12, backbone: 0 } },
  },
  {
    name: "enough rotated but too few of them backbone",
    item: "G11",
    county: { facts: { rotated: 100, rotatedBackbone: 19 } },
    expect: { verdict: "not_met", change: { teachers: 2, backbone: 2 } },
  },
  {
    name: "too few of both are made up together",
    item: "G11",
    county: { facts: { rotated: 90, rotatedBackbone: 10 } },
    expect: { verdict: "not_met", change: { teachers: 10, backbone: 10 } },
  },
  {
    name: "one backbone teacher more closes a gap of one, although the share grows with the number rotated",
    item: "G11",
    county: { facts: { rotated: 104, rotatedBackbone: 20 } },
    expect: { verdict: "not_met", change: { teachers: 1, backbone: 1 } },
  },
  {
    name: "9.96 % show as 10.0 % and are borderline",
    item: "G11",
    county: { facts: { rotationEligible: 2500, rotated: 249, rotatedBackbone: 60 } },
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "too few rotated fails although the backbone teachers are not reported",
    item: "G11",
    county: { facts: { rotated: 50, rotatedBackbone: null } },
    expect: { verdict: "not_met", missing: ["facts.rotatedBackbone"] },
  },
  {
    name: "backbone teachers that are not reported leave it open",
    item: "G11",
    county: { facts: { rotatedBackbone: null } },
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "more backbone teachers than rotated ones contradict each other",
    item: "G11",
    county: { facts: { rotatedBackbone: 101 } },
    expect: { verdict: "not_evaluable", contradictory: ["facts.rotatedBackbone"] },
  },
  {
    name: "only backbone teachers rotated contradict nothing",
    item: "G11",
    county: { facts: { rotatedBackbone: 100 } },
    expect: { verdict: "met", contradictory: [], figures: { backboneShare: 1 } },
  },
  {
    name: "nobody eligible is nothing to divide by",
    item: "G11",
    county: { facts: { rotationEligible: 0, rotated: 0, rotatedBackbone: 0 } },
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "nobody rotated fails by the first share alone",
    item: "G11",
    county: { facts: { rotated: 0, rotatedBackbone: 0 } },
    expect: { verdict: "not_met", change: { teachers: 100, backbone: 20 } },
  },
  {
    name: "where a layer asks for 15 %, 10 % fail",
    item: "G11",
    values: { "G11.rotatedShare": 0.15 },
    expect: { verdict: "not_met", change: { teachers: 50, backbone: 10 } },
  },

  {
    name: "all places shared out contradict nothing",
    item: "G14",
    county: { facts: { quotaPlaces: 1000 } },
    expect: { verdict: "met", contradictory: [], figures: { quotaShare: 1, ruralShare: 0.3 } },
  },
  {
    name: "half of the places shared out is exactly enough",
    item: "G14",
    expect: { verdict: "met", figures: { quotaShare: 0.5, ruralShare: 0.6 } },
  },
  {
    name: "one place less than half is not",
    item: "G14",
    county: { facts: { quotaPlaces: 499 } },
    expect: { verdict: "not_met", change: { places: 1 } },
  },
  {
    name: "no favour to rural schools fails",
    item: "G14",
    county: { declarations: { "G14.ruralTilt": false } },
    expect: { verdict: "not_met", change: null },
  },
  {
    name: "rural places are shown, never judged",
    item: "G14",
    county: { facts: { quotaRural: null } },
    expect: { verdict: "met", figures: { ruralShare: null }, missing: [] },
  },
  {
    name: "no places of good senior highs is nothing to divide by",
    item: "G14",
    county: { facts: { seniorPlaces: 0, quotaPlaces: 0 } },
    expect: { verdict: "not_evaluable" },
  },

  {
    name: "80 and 5 of 100 migrant children are exactly 85 %",
    item: "G15",
    expect: { verdict: "met", figures: { placed: 85, placedShare: 0.85 } },
  },
  {
    name: "one child less is not",
    item: "G15",
    county: { facts: { migrantPurchased: 4 } },
    expect: { verdict: "not_met", change: { children: 1 } },
  },
  {
    name: "without migrant children the share is met",
    item: "G15",
    county: { facts: { migrantEligible: 0, migrantPublic: 0, migrantPurchased: 0 } },
    expect: { verdict: "met", figures: { placedShare: null } },
  },
  {
    name: "without a system of care it fails even so",
    item: "G15",
    county: { facts: { migrantEligible: 0, migrantPublic: 0, migrantPurchased: 0 }, declarations: { "G15.leftBehindCare": false } },
    expect: { verdict: "not_met" },
  },
  {
    name: "purchased places that are not reported are no pass",
    item: "G15",
    county: { facts: { migrantPublic: 90, migrantPurchased: null } },
    expect: { verdict: "not_evaluable", missing: ["facts.migrantPurchased"] },
  },
  {
    name: "more children placed than there are contradict each other",
    item: "G15",
    county: { facts: { migrantPublic: 99 } },
    expect: { verdict: "not_evaluable", contradictory: ["facts.migrantEligible"] },
  },
];
