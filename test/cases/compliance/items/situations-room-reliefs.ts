import type { ItemSituation } from "./situation";
import { none, rooms, withClasses } from "./situations-rooms";

/** G3: rooms of old buildings and of small rural schools. */

const old = "relief.G3.oldBuilding.on";
const rural = "relief.G3.smallRural.on";

export const roomReliefSituations: readonly ItemSituation[] = [
  {
    name: "a school built in 2016 passes with 73 and 67 m² where the relief is on",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: 2016, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    expect: { verdict: "met", reliefs: { [old]: ["A001"] }, endsIn: null },
  },
  {
    name: "the same school fails where reliefs are off",
    item: "G3",
    rules: 2017,
    schools: [{ code: "A001", builtYear: 2016, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    expect: { verdict: "not_met", reliefs: {} },
  },
  {
    name: "a school built in 2017 gets no relief",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: 2017, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    expect: { verdict: "not_met" },
  },
  {
    name: "the return's own statement on its building goes before the year of foundation",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        builtYear: 2020,
        classes: withClasses(12),
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: { specialRooms: { ...none, music73: 1, art67: 1 }, conditions: { builtBy2016: true } },
      },
    ],
    expect: { verdict: "met", reliefs: { [old]: ["A001"] } },
  },
  {
    name: "a year of building that is not known leaves the school open",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: null, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    expect: { verdict: "not_evaluable", missing: ["A001:conditions.builtBy2016"] },
  },
  {
    name: "a year of building that is not known does not matter where even the relief is missed",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: null, classes: withClasses(12), ...rooms(0, 0, { music61: 1, art61: 1 }) }],
    expect: { verdict: "not_met" },
  },
  {
    name: "a relief that ends in 2026 says so",
    item: "G3",
    schools: [{ code: "A001", builtYear: 2000, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    values: { [old]: true },
    ends: { [old]: "2026-12-31" },
    expect: { verdict: "met", reliefs: { [old]: ["A001"] }, endsIn: 2026 },
  },
  {
    name: "a relief whose last day has passed is no relief",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: 2000, classes: withClasses(12), ...rooms(0, 0, { music73: 1, art67: 1 }) }],
    values: { [old]: { until: "2022-12-31", before: true, after: false } },
    expect: { verdict: "not_met", reliefs: {} },
  },
  {
    name: "a school that needs no relief is not said to pass by one",
    item: "G3",
    rules: 2019,
    schools: [{ code: "A001", builtYear: 2000, classes: withClasses(12), ...rooms(1, 1, { music73: 1 }) }],
    expect: { verdict: "met", reliefs: {} },
  },
  {
    name: "a small rural primary school passes with 54 m²",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        locality: "rural",
        builtYear: 2020,
        classes: withClasses(6),
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30: true }, classSizes: { primary: null } },
        primary: 120,
      },
    ],
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] } },
  },
  {
    name: "in town the same school gets no relief for small classes",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        locality: "town",
        builtYear: 2020,
        classes: withClasses(6),
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30: true }, classSizes: { primary: null } },
        primary: 120,
      },
    ],
    expect: { verdict: "not_met" },
  },
  {
    name: "a small rural junior school needs 61 m²",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        type: "junior",
        locality: "rural",
        builtYear: 2020,
        junior: 150,
        classes: { junior: [2, 2, 2] },
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30: true }, classSizes: { junior: null } },
      },
    ],
    expect: { verdict: "not_met" },
  },
  {
    name: "one class in the band of 31 to 35 rules the small-class relief out, whatever the return states",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        locality: "rural",
        builtYear: 2020,
        primary: 120,
        classes: withClasses(6),
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: {
          specialRooms: { ...none, music54: 1, art54: 1 },
          conditions: { everyClassUnder30: true },
          classSizes: { primary: [5, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
        },
      },
    ],
    expect: { verdict: "not_met" },
  },
  {
    name: "classes of 25 and fewer prove small classes without a statement",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        locality: "rural",
        builtYear: 2020,
        primary: 120,
        classes: { primary: [1, 1, 1, 1, 1, 1] },
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: {
          specialRooms: { ...none, music54: 1, art54: 1 },
          conditions: { everyClassUnder30: null },
          classSizes: { primary: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        },
      },
    ],
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] } },
  },
  {
    name: "a class of 26 to 30 may be one of 30 and leaves the relief open",
    item: "G3",
    rules: 2019,
    schools: [
      {
        code: "A001",
        locality: "rural",
        builtYear: 2020,
        primary: 120,
        classes: { primary: [1, 1, 1, 1, 1, 1] },
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: {
          specialRooms: { ...none, music54: 1, art54: 1 },
          conditions: { everyClassUnder30: null },
          classSizes: { primary: [5, 1, 0, 0, 0, 0, 0, 0, 0, 0] },
        },
      },
    ],
    expect: { verdict: "not_evaluable", missing: ["A001:conditions.everyClassUnder30"] },
  },
  {
    name: "with a pupil limit a rural school above it is not small",
    item: "G3",
    rules: 2019,
    values: { "relief.G3.smallRural.maximumPupils": 100 },
    schools: [
      {
        code: "A001",
        locality: "rural",
        builtYear: 2020,
        primary: 101,
        classes: withClasses(6),
        facilities: { musicRooms: 1, artRooms: 1 },
        facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30: true }, classSizes: { primary: null } },
      },
    ],
    expect: { verdict: "not_met" },
  },
];
