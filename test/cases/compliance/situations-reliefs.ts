import type { Situation } from "./situation";
import { small, sports, visiting } from "./sketches";

const R3 = (endsIn: number | null) => ({ key: "relief.R3.on", stateWithout: "below", endsIn }) as const;
const passesByIt = { verdictWithout: "not_met", endsIn: null } as const;
const refused = { "A001:primary": { verdict: "not_met", states: { R3: "below" }, reliefs: { R3: null }, relief: null } } as const;
const used = { "A001:primary": { verdict: "met", states: { R3: "met" }, reliefs: { R3: R3(null) }, relief: passesByIt } } as const;

/** 50—99 人学校的走教体艺教师 and 中心城区学校的运动场地, inside and outside their conditions and dates. */
export const reliefSituations: readonly Situation[] = [
  { name: "under the measure alone, visiting PE and arts teachers do not count", schools: [visiting(60)], sections: refused },
  {
    name: "under the procedure, a rural school of 60 pupils counts its visiting music teacher",
    ruleSet: "quality-2019",
    schools: [visiting(60)],
    sections: { "A001:primary": { ...used["A001:primary"], values: { R3: 100 / 60 }, numerators: { R3: 1 } } },
    county: {
      sunsets: [
        { relief: "relief.R3.on", endsIn: null, sections: ["A001:primary"], balances: [{ stage: "primary", indicator: "R3" }], items: [] },
      ],
    },
  },
  { name: "50 pupils are enough for visiting teachers to count", ruleSet: "quality-2019", schools: [visiting(50)], sections: used },
  { name: "49 pupils are too few for visiting teachers to count", ruleSet: "quality-2019", schools: [visiting(49)], sections: refused },
  {
    name: "99 pupils are still few enough for visiting teachers to count",
    ruleSet: "quality-2019",
    schools: [visiting(99)],
    sections: used,
  },
  { name: "100 pupils are too many for visiting teachers to count", ruleSet: "quality-2019", schools: [visiting(100)], sections: refused },
  {
    name: "in a town visiting teachers do not count",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), locality: "town" }],
    sections: refused,
  },
  {
    name: "in a city visiting teachers do not count",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), locality: "urban" }],
    sections: refused,
  },
  {
    name: "by the other reading visiting teachers count in any area",
    ruleSet: "quality-2019",
    readings: { "relief.R3.localities": ["urban", "town", "rural"] },
    schools: [{ ...visiting(60), locality: "urban" }],
    sections: used,
  },
  {
    name: "a teaching point of 60 pupils counts its visiting teachers",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), type: "teaching_point" }],
    sections: used,
  },
  {
    name: "a visiting teacher who is not reported is not claimed, and the school fails",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), staff: {} }],
    sections: refused,
  },
  {
    name: "no visiting teachers are a figure, and the school fails",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), staff: { visitingMusic: 0 } }],
    sections: refused,
  },
  {
    name: "visiting teachers of all four subjects add up",
    ruleSet: "quality-2019",
    schools: [{ ...visiting(60), staff: { visitingPhysicalEducation: 1, visitingMusic: 2, visitingArt: 3, visitingIntegratedArts: 4 } }],
    sections: { "A001:primary": { numerators: { R3: 10 } } },
  },
  {
    name: "a school that has enough teachers of its own does not pass by the relief, though visitors are added",
    ruleSet: "quality-2019",
    schools: [small(60, { physicalEducation: 1 }, { visitingMusic: 1 })],
    sections: {
      "A001:primary": {
        verdict: "met",
        numerators: { R3: 2 },
        relief: null,
        reliefs: { R3: { key: "relief.R3.on", stateWithout: "met", endsIn: null } },
      },
    },
    county: { sunsets: [] },
  },
  {
    name: "a missing teacher of the school's own stays missing, visitors or not",
    ruleSet: "quality-2019",
    schools: [small(60, { art: null }, { visitingMusic: 1 })],
    sections: { "A001:primary": { verdict: "not_evaluable", states: { R3: "not_evaluable" } } },
  },
  {
    name: "the pupils of the whole nine-year school decide, and its visitors are shared by weighted pupils",
    ruleSet: "quality-2019",
    schools: [
      {
        ...visiting(44),
        type: "nine_year",
        junior: 40,
        juniorTeachers: { physicalEducation: 0, music: 0, art: 0, integratedArts: 0 },
        staff: { visitingMusic: 2 },
      },
    ],
    sections: {
      "A001:primary": { verdict: "met", numerators: { R3: 1 }, states: { R3: "met" } },
      "A001:junior": { verdict: "met", numerators: { R3: 1 }, values: { R3: 2.5 }, states: { R3: "met" } },
    },
  },
  {
    name: "a nine-year school of 120 pupils is no small school, although each of its sections would be",
    ruleSet: "quality-2019",
    schools: [
      {
        ...visiting(60),
        type: "nine_year",
        junior: 60,
        juniorTeachers: { physicalEducation: 0, music: 0, art: 0, integratedArts: 0 },
      },
    ],
    sections: { "A001:primary": { states: { R3: "below" } }, "A001:junior": { states: { R3: "below" } } },
  },
  {
    name: "a campus in town is part of the rural school that it is added to, with its visitors",
    ruleSet: "quality-2019",
    schools: [
      { ...visiting(40), staff: {} },
      { ...visiting(30), code: "B001", locality: "town", countsAsSchool: false, parent: "A001" },
    ],
    sections: { "A001:primary": { verdict: "met", pupils: 70, numerators: { R3: 1 }, relief: passesByIt } },
  },
  {
    name: "on the last day before the procedure visiting teachers do not count",
    ruleSet: "quality-2019",
    date: "2018-12-31",
    schools: [visiting(60)],
    sections: refused,
    county: { judgedOn: "2018-12-31" },
  },
  {
    name: "from the first day of the procedure visiting teachers count",
    ruleSet: "quality-2019",
    date: "2019-01-01",
    schools: [visiting(60)],
    sections: used,
  },
  {
    name: "a statistics year before the procedure is judged without its reliefs",
    ruleSet: "quality-2019",
    year: 2018,
    schools: [visiting(60)],
    sections: refused,
    county: { judgedOn: "2018-09-01" },
  },
  {
    name: "tried on the measure of 2017, the relief can be switched on",
    readings: { "relief.R3.on": true },
    schools: [visiting(60)],
    sections: used,
  },
  {
    name: "tried on the procedure, the relief can be switched off",
    ruleSet: "quality-2019",
    readings: { "relief.R3.on": false },
    schools: [visiting(60)],
    sections: refused,
  },
  {
    name: "a relieved value enters the CV, which passes only by it",
    ruleSet: "quality-2019",
    schools: [
      { code: "C001", primary: 200, primaryTeachers: { physicalEducation: 2, music: 0, art: 0 } },
      visiting(99),
      visiting(99, "B001"),
    ],
    stages: { primary: { cvVerdict: { R3: "met" }, cvRelief: { R3: passesByIt, R4: null } } },
    county: {
      sunsets: [
        {
          relief: "relief.R3.on",
          endsIn: null,
          sections: ["A001:primary", "B001:primary"],
          balances: [{ stage: "primary", indicator: "R3" }],
          items: [],
        },
      ],
    },
  },
  {
    name: "by the other reading a relieved value stays out of the CV",
    ruleSet: "quality-2019",
    readings: { "relief.inBalance": false },
    schools: [{ code: "C001", primary: 300, primaryTeachers: { physicalEducation: 3, music: 0, art: 0 } }, visiting(60)],
    stages: { primary: { cv: { R3: Math.sqrt(0.2) } } },
    sections: { "A001:primary": { verdict: "met", numerators: { R3: 1 } } },
  },
  {
    name: "by the default reading the same relieved value enters the CV",
    ruleSet: "quality-2019",
    schools: [{ code: "C001", primary: 300, primaryTeachers: { physicalEducation: 3, music: 0, art: 0 } }, visiting(60)],
    stages: { primary: { cv: { R3: Math.sqrt(0.05) } } },
  },
  {
    name: "under the measure alone converted and leased sports space does not count",
    schools: [sports(600, 3000, { convertedAreaM2: 1000, leasedAreaM2: 500 })],
    sections: { "A001:primary": { verdict: "not_met", values: { R5: 5 }, states: { R5: "below" }, relief: null } },
  },
  {
    name: "under the procedure a school in a dense centre reaches exactly 7.5 m² with converted and leased space",
    ruleSet: "quality-2019",
    schools: [sports(600, 3000, { convertedAreaM2: 1000, leasedAreaM2: 500 })],
    sections: { "A001:primary": { verdict: "met", values: { R5: 7.5 }, states: { R5: "met" }, relief: passesByIt } },
    county: { sunsets: [{ relief: "relief.R5.on", endsIn: null, sections: ["A001:primary"], balances: [], items: [] }] },
  },
  {
    name: "one hundredth of a square metre of leased space less is a remainder",
    ruleSet: "quality-2019",
    schools: [sports(600, 3000, { convertedAreaM2: 1000, leasedAreaM2: 499.99 })],
    sections: { "A001:primary": { verdict: "met", usesRemainder: true, states: { R5: "remainder" } } },
  },
  {
    name: "converted space that brings a school to exactly 85 % is a remainder",
    ruleSet: "quality-2019",
    schools: [sports(600, 3000, { convertedAreaM2: 825 })],
    sections: { "A001:primary": { verdict: "met", values: { R5: 6.375 }, states: { R5: "remainder" }, relief: passesByIt } },
  },
  {
    name: "converted space that falls a hundredth short of 85 % changes nothing",
    ruleSet: "quality-2019",
    schools: [sports(600, 3000, { convertedAreaM2: 824.99 })],
    sections: { "A001:primary": { verdict: "not_met", states: { R5: "below" }, relief: null } },
  },
  {
    name: "a school that is not in a dense centre may not count leased space",
    ruleSet: "quality-2019",
    schools: [{ ...sports(600, 3000, { leasedAreaM2: 1500 }), conditions: { denseCentre: false } }],
    sections: { "A001:primary": { verdict: "not_met", reliefs: { R5: null } } },
  },
  {
    name: "a school of which nobody says that it is in a dense centre may not count leased space",
    ruleSet: "quality-2019",
    schools: [{ ...sports(600, 3000, { leasedAreaM2: 1500 }), conditions: {} }],
    sections: { "A001:primary": { verdict: "not_met", reliefs: { R5: null } } },
  },
  {
    name: "where leased venues are left out of the relief, converted space still counts",
    ruleSet: "quality-2019",
    readings: { "relief.R5.leasedVenues": false },
    schools: [sports(600, 3000, { convertedAreaM2: 1000, leasedAreaM2: 500 })],
    sections: { "A001:primary": { numerators: { R5: 4000 }, states: { R5: "remainder" } } },
  },
  {
    name: "where converted space is left out of the relief, leased venues still count",
    ruleSet: "quality-2019",
    readings: { "relief.R5.convertedSpace": false },
    schools: [sports(600, 3000, { convertedAreaM2: 1000, leasedAreaM2: 500 })],
    sections: { "A001:primary": { numerators: { R5: 3500 }, states: { R5: "below" } } },
  },
  {
    name: "leased space of a nine-year school is shared like its sports ground",
    ruleSet: "quality-2019",
    schools: [{ ...sports(220, 2000, { leasedAreaM2: 2400 }), type: "nine_year", junior: 200 }],
    sections: {
      "A001:primary": { numerators: { R5: 2200 }, values: { R5: 10 } },
      "A001:junior": { numerators: { R5: 2200 }, values: { R5: 11 } },
    },
  },
  {
    name: "a campus adds its leased space under the flag of its parent",
    ruleSet: "quality-2019",
    schools: [
      sports(600, 3000, {}),
      { ...sports(200, 1000, { leasedAreaM2: 2000 }), code: "B001", conditions: {}, countsAsSchool: false, parent: "A001" },
    ],
    sections: { "A001:primary": { pupils: 800, numerators: { R5: 6000 }, values: { R5: 7.5 } } },
  },
  {
    name: "before the procedure leased space does not count",
    ruleSet: "quality-2019",
    date: "2018-12-31",
    schools: [sports(600, 3000, { leasedAreaM2: 1500 })],
    sections: { "A001:primary": { verdict: "not_met" } },
  },
];
