import type { ItemSchoolSketch } from "./build";
import type { ItemSituation } from "./situation";

/** G3: music and art rooms without any relief. */

export const none = { music96: 0, music73: 0, music61: 0, music54: 0, art90: 0, art67: 0, art61: 0, art54: 0 };
const noBands = { music96: null, music73: null, music61: null, music54: null, art90: null, art67: null, art61: null, art54: null };
export const withClasses = (count: number): NonNullable<ItemSchoolSketch["classes"]> => ({ primary: [count, 0, 0, 0, 0, 0] });
const nineYear = (primary: number, junior: number): Pick<Required<ItemSchoolSketch>, "type" | "classes"> => ({
  type: "nine_year",
  classes: { primary: [primary, 0, 0, 0, 0, 0], junior: [junior, 0, 0] },
});
export const rooms = (
  music: number,
  art: number,
  more: Partial<typeof none> = {},
): Pick<Required<ItemSchoolSketch>, "facilities" | "facts"> => ({
  facilities: {
    musicRooms: music + (more.music73 ?? 0) + (more.music61 ?? 0) + (more.music54 ?? 0),
    artRooms: art + (more.art67 ?? 0) + (more.art61 ?? 0) + (more.art54 ?? 0),
  },
  facts: { specialRooms: { ...none, music96: music, art90: art, ...more } },
});

export const roomSituations: readonly ItemSituation[] = [
  {
    name: "twelve classes need one music and one art room",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), ...rooms(1, 1) }],
    expect: { verdict: "met", figures: { schools: 1, schoolsMet: 1 }, limits: { classesPerRoom: 12, musicArea: 96, artArea: 90 } },
  },
  {
    name: "thirteen classes need two of each",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(13), ...rooms(1, 2) }],
    expect: { verdict: "not_met", failing: ["A001"], change: { schools: 1, music: 1, art: 0 } },
  },
  {
    name: "twenty-five classes need three of each",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(25), ...rooms(3, 3) }],
    expect: { verdict: "met" },
  },
  {
    name: "six classes still need one of each",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(6), ...rooms(0, 1) }],
    expect: { verdict: "not_met", change: { schools: 1, music: 1, art: 0 } },
  },
  {
    name: "music rooms do not stand in for art rooms",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), ...rooms(2, 0) }],
    expect: { verdict: "not_met", change: { schools: 1, music: 0, art: 1 } },
  },
  {
    name: "rooms that are too small do not count",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), ...rooms(0, 0, { music73: 3, art67: 3 }) }],
    expect: { verdict: "not_met", failing: ["A001"] },
  },
  {
    name: "a total without areas is not evaluable where it would be enough",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: noBands } }],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "a total without areas fails where even all rooms are too few",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(13), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: noBands } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "rooms of which nothing is reported are not evaluable",
    item: "G3",
    schools: [
      {
        code: "A001",
        classes: withClasses(12),
        facilities: { musicRooms: null, artRooms: 1 },
        facts: { specialRooms: { ...none, art90: 1, music96: null } },
      },
    ],
    expect: { verdict: "not_evaluable", missing: ["A001:facilities.musicRooms", "A001:specialRooms.music96"] },
  },
  {
    name: "enough large rooms are enough although the smaller ones are not reported",
    item: "G3",
    schools: [
      {
        code: "A001",
        classes: withClasses(12),
        facilities: { musicRooms: null, artRooms: null },
        facts: { specialRooms: { ...noBands, music96: 1, art90: 1 } },
      },
    ],
    expect: { verdict: "met", missing: [] },
  },
  {
    name: "a demand of 80 m² cuts a band, whose rooms are then only possible",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), ...rooms(0, 1, { music73: 2 }) }],
    values: { "G3.area.music": 80 },
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "a demand of 100 m² leaves even the largest band open",
    item: "G3",
    schools: [{ code: "A001", classes: withClasses(12), ...rooms(1, 1) }],
    values: { "G3.area.music": 100 },
    expect: { verdict: "not_evaluable" },
  },
  {
    name: "more rooms by area than in total contradict each other",
    item: "G3",
    schools: [
      {
        code: "A001",
        classes: withClasses(12),
        facilities: { musicRooms: 0, artRooms: 1 },
        facts: { specialRooms: { ...none, music96: 1, art90: 1 } },
      },
    ],
    expect: { verdict: "not_evaluable", contradictory: ["A001:facilities.musicRooms"] },
  },
  {
    name: "classes that are not reported leave a school open",
    item: "G3",
    schools: [{ code: "A001", classes: { primary: [null, 3, 3, 3, 3, 3] }, ...rooms(2, 2) }],
    expect: { verdict: "not_evaluable", missing: ["A001:classes.primaryByGrade"] },
  },
  {
    name: "no room at all fails even where the classes are not reported",
    item: "G3",
    schools: [{ code: "A001", classes: { primary: [null, 3, 3, 3, 3, 3] }, ...rooms(0, 2) }],
    expect: { verdict: "not_met" },
  },
  {
    name: "the stages of a mixed school share its rooms",
    item: "G3",
    schools: [{ code: "A001", ...nineYear(12, 12), ...rooms(1, 1) }],
    expect: { verdict: "met" },
  },
  {
    name: "added, the stages of a mixed school need one room each",
    item: "G3",
    schools: [{ code: "A001", ...nineYear(12, 12), ...rooms(1, 1) }],
    values: { "G3.mixedStages": "added" },
    expect: { verdict: "not_met", change: { schools: 1, music: 1, art: 1 } },
  },
  {
    name: "added, two rooms of each are enough for both stages",
    item: "G3",
    schools: [{ code: "A001", ...nineYear(12, 12), ...rooms(2, 2) }],
    values: { "G3.mixedStages": "added" },
    expect: { verdict: "met" },
  },
  {
    name: "by all classes, six and six classes need one room of each",
    item: "G3",
    schools: [{ code: "A001", ...nineYear(6, 6), ...rooms(1, 1) }],
    values: { "G3.mixedStages": "all_classes" },
    expect: { verdict: "met" },
  },
  {
    name: "by all classes, six and seven need two",
    item: "G3",
    schools: [{ code: "A001", ...nineYear(6, 7), ...rooms(1, 1) }],
    values: { "G3.mixedStages": "all_classes" },
    expect: { verdict: "not_met" },
  },
  {
    name: "a campus that is not counted adds its classes and rooms to its parent",
    item: "G3",
    schools: [
      { code: "A001", classes: withClasses(12), ...rooms(1, 1) },
      { code: "A002", countsAsSchool: false, parent: "A001", classes: withClasses(6), ...rooms(1, 1) },
    ],
    expect: { verdict: "met", figures: { schools: 1 } },
  },
  {
    name: "kept separate, a campus needs rooms of its own",
    item: "G3",
    values: { "inclusion.campuses": "separate" },
    schools: [
      { code: "A001", classes: withClasses(12), ...rooms(2, 2) },
      { code: "A002", countsAsSchool: false, parent: "A001", classes: withClasses(6), ...rooms(0, 0) },
    ],
    expect: { verdict: "not_met", failing: ["A002"], figures: { schools: 2 } },
  },
  {
    name: "a teaching point under fifty pupils and a special school need no rooms",
    item: "G3",
    schools: [
      { code: "A001", classes: withClasses(12), ...rooms(1, 1) },
      { code: "A002", type: "teaching_point", primary: 49, ...rooms(0, 0) },
      { code: "A003", type: "special", ...rooms(0, 0) },
    ],
    expect: { verdict: "met", figures: { schools: 1 } },
  },
  {
    name: "the school that lacks most comes first, and a failure outweighs a gap",
    item: "G3",
    schools: [
      { code: "A001", classes: withClasses(12), ...rooms(0, 1) },
      { code: "A002", classes: withClasses(36), ...rooms(0, 0) },
      { code: "A003", classes: withClasses(12), facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: noBands } },
    ],
    expect: { verdict: "not_met", failing: ["A002", "A001"], open: ["A003"] },
  },
];
