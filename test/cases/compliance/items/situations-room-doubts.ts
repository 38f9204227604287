import type { ItemSituation } from "./situation";
import { none, rooms, withClasses } from "./situations-rooms";

/** G3: reliefs that meet, rooms in no band, schools of two stages, order. */

const old = "relief.G3.oldBuilding.on";
const rural = "relief.G3.smallRural.on";

/** A rural primary school of six small classes, built long ago, with rooms of 73 and 67 m². */
const bothReliefs = {
  code: "A001",
  locality: "rural",
  builtYear: 2000,
  primary: 120,
  classes: withClasses(6),
  facilities: { musicRooms: 1, artRooms: 1 },
  facts: { specialRooms: { ...none, music73: 1, art67: 1 }, conditions: { everyClassUnder30: true }, classSizes: { primary: null } },
} as const;

/** A new rural primary school with one room of 54 m² of each kind. */
const smallRural = (pupils: number, everyClassUnder30: boolean | null) =>
  ({
    code: "A001",
    locality: "rural",
    builtYear: 2020,
    primary: pupils,
    classes: { primary: [1, 1, 1, 1, 1, 1] },
    facilities: { musicRooms: 1, artRooms: 1 },
    facts: { specialRooms: { ...none, music54: 1, art54: 1 }, conditions: { everyClassUnder30 }, classSizes: { primary: null } },
  }) as const;

export const roomDoubtSituations: readonly ItemSituation[] = [
  {
    name: "where two reliefs hold, a school goes by the one that ends later",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2026-12-31", [rural]: "2028-12-31" },
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] }, endsIn: 2028 },
  },
  {
    name: "it goes by the relief for its building where that one ends later",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2028-12-31", [rural]: "2026-12-31" },
    expect: { verdict: "met", reliefs: { [old]: ["A001"] }, endsIn: 2028 },
  },
  {
    name: "a relief without an end goes before one that ends",
    item: "G3",
    schools: [bothReliefs],
    values: { [old]: true, [rural]: true },
    ends: { [old]: "2028-12-31" },
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] }, endsIn: null },
  },
  {
    name: "a school whose music room needs one relief and whose art room the other passes by both",
    item: "G3",
    rules: 2019,
    schools: [{ ...bothReliefs, facts: { ...bothReliefs.facts, specialRooms: { ...none, music54: 1, art54: 1 } } }],
    values: { "relief.G3.oldBuilding.area.music": 54, "relief.G3.smallRural.primary.music": 61 },
    expect: { verdict: "met", reliefs: { [old]: ["A001"], [rural]: ["A001"] } },
  },
  {
    name: "a grade with 30 pupils a class has no classes below 30, whatever is stated",
    item: "G3",
    rules: 2019,
    schools: [smallRural(180, true)],
    expect: { verdict: "not_met" },
  },
  {
    name: "grades with 29 pupils a class agree with the statement",
    item: "G3",
    rules: 2019,
    schools: [smallRural(174, true)],
    expect: { verdict: "met", reliefs: { [rural]: ["A001"] } },
  },
  {
    name: "a statement that some class has 30 and more rules the small-class relief out",
    item: "G3",
    rules: 2019,
    schools: [smallRural(120, false)],
    expect: { verdict: "not_met" },
  },
  {
    name: "a statement on classes under 30 says nothing of classes under 25",
    item: "G3",
    rules: 2019,
    values: { "relief.G3.smallRural.classBelow": 25 },
    schools: [smallRural(120, true)],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "sharing its rooms, a mixed school lacks what its larger stage asks for",
    item: "G3",
    schools: [{ code: "A001", type: "nine_year", classes: { primary: [24, 0, 0, 0, 0, 0], junior: [12, 0, 0] }, ...rooms(0, 1) }],
    expect: { verdict: "not_met", change: { schools: 1, music: 2, art: 1 } },
  },
  {
    name: "where a demand is below the smallest band, rooms in no band may be large enough",
    item: "G3",
    values: { "G3.area.music": 50, "G3.area.art": 50 },
    schools: [{ code: "A001", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: none } }],
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "a demand of the smallest band leaves nothing to rooms in no band",
    item: "G3",
    values: { "G3.area.music": 54, "G3.area.art": 54 },
    schools: [{ code: "A001", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: none } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "rooms that all lie in smaller bands leave none for a band that is not reported",
    item: "G3",
    schools: [
      {
        code: "A001",
        classes: withClasses(12),
        facilities: { musicRooms: 2, artRooms: 1 },
        facts: { specialRooms: { ...none, music96: null, music73: 2, art90: 1 } },
      },
    ],
    expect: { verdict: "not_met", failing: ["A001"] },
  },
  {
    name: "schools that lack the same come in the order of their codes",
    item: "G3",
    schools: [
      { code: "B001", classes: withClasses(12), ...rooms(0, 1) },
      { code: "A001", classes: withClasses(12), ...rooms(0, 1) },
    ],
    expect: { verdict: "not_met", failing: ["A001", "B001"], change: { schools: 2, music: 2, art: 0 } },
  },
];
