import type { ItemSituation } from "./situation";

/** G13: enrolment by zone. */

export const zoningSituations: readonly ItemSituation[] = [
  {
    name: "all pupils inside their zone is met",
    item: "G13",
    schools: [{ code: "A001", primary: 600 }],
    expect: { verdict: "met", figures: { primaryShare: 1, juniorShare: null } },
  },
  {
    name: "one primary pupil outside fails the primary stage",
    item: "G13",
    schools: [{ code: "A001", primary: 600, facts: { enrolment: { inZonePrimary: 599 } } }],
    expect: { verdict: "not_met", failing: ["A001:primary"], change: { primary: 1, junior: 0 } },
  },
  {
    name: "95 % of junior pupils are exactly enough",
    item: "G13",
    schools: [{ code: "A001", type: "junior", junior: 600, facts: { enrolment: { inZoneJunior: 570 } } }],
    expect: { verdict: "met", borderline: false, figures: { juniorShare: 0.95 } },
  },
  {
    name: "one junior pupil less is not",
    item: "G13",
    schools: [{ code: "A001", type: "junior", junior: 600, facts: { enrolment: { inZoneJunior: 569 } } }],
    expect: { verdict: "not_met", change: { primary: 0, junior: 1 } },
  },
  {
    name: "94.97 % shows as 95.0 % and is borderline",
    item: "G13",
    schools: [{ code: "A001", type: "junior", junior: 3000, facts: { enrolment: { inZoneJunior: 2849 } } }],
    expect: { verdict: "not_met", borderline: true },
  },
  {
    name: "rural, private and boarding schools are not asked, and a stage without pupils to count is met",
    item: "G13",
    schools: [
      { code: "A001", locality: "rural", facts: { enrolment: { inZonePrimary: 0 } } },
      { code: "A002", ownerCode: 10, facts: { enrolment: { inZonePrimary: 0 } } },
      { code: "A003", facts: { enrolment: { inZonePrimary: 0 }, conditions: { boarding: true } } },
    ],
    expect: { verdict: "met", figures: { primaryPupils: 0, primaryShare: null } },
  },
  {
    name: "a school that may be a boarding school leaves the item open",
    item: "G13",
    schools: [{ code: "A001", facts: { conditions: { boarding: null }, enrolment: { inZonePrimary: 0 } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:conditions.boarding"] },
  },
  {
    name: "another school outside fails it all the same",
    item: "G13",
    schools: [
      { code: "A001", facts: { conditions: { boarding: null } } },
      { code: "A002", primary: 600, facts: { enrolment: { inZonePrimary: 590 } } },
    ],
    expect: { verdict: "not_met", failing: ["A002:primary"], open: ["A001:primary"] },
  },
  {
    name: "by intake only the new pupils count",
    item: "G13",
    values: { "G13.base": "entrants" },
    schools: [{ code: "A001", facts: { enrolment: { inZonePrimary: 0, entrantsPrimary: 100, entrantsInZonePrimary: 100 } } }],
    expect: { verdict: "met", figures: { primaryPupils: 100 } },
  },
  {
    name: "by intake one new pupil outside fails",
    item: "G13",
    values: { "G13.base": "entrants" },
    schools: [{ code: "A001", facts: { enrolment: { entrantsPrimary: 100, entrantsInZonePrimary: 99 } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "by intake new pupils that are not reported are no pass",
    item: "G13",
    values: { "G13.base": "entrants" },
    schools: [{ code: "A001", facts: { enrolment: { entrantsPrimary: null, entrantsInZonePrimary: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:enrolment.entrantsInZonePrimary", "A001:enrolment.entrantsPrimary"] },
  },
  {
    name: "more pupils inside the zone than pupils contradict each other",
    item: "G13",
    schools: [{ code: "A001", primary: 600, facts: { enrolment: { inZonePrimary: 601 } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:enrolment.inZonePrimary"] },
  },
];
