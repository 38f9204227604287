import { type BasicSketch, pairWith } from "./build";
import type { BasicSituation } from "./situation";

const eight = (cv: number): readonly number[] => Array<number>(8).fill(cv);
const both = (primary: readonly number[], junior: readonly number[]) => ({
  schools: [...pairWith("primary", primary), ...pairWith("junior", junior)],
});
const alike = { primary: pairWith("primary", []), junior: pairWith("junior", []) };
const primaryWith = (...more: readonly BasicSketch[]) => ({ schools: [...alike.primary, ...alike.junior, ...more] });
/** A rich school that would tear every coefficient apart if it counted. */
const rich = (code: string, pupils: number): BasicSketch => ({
  code,
  primary: pupils,
  eight: [pupils * 60, pupils * 90, pupils * 30_000, pupils * 2, pupils * 300, pupils * 0.8, pupils * 0.75, pupils * 0.5],
});

export const basicBalanceSituations: readonly BasicSituation[] = [
  {
    name: "a primary composite of exactly 0.65 passes",
    county: both(eight(0.65), []),
    composite: { primary: { cv: 0.65, verdict: "met", borderline: false } },
    verdict: "met",
  },
  {
    name: "a primary composite of 0.650125 fails, and is borderline since it is shown as 0.650",
    county: both([...eight(0.65).slice(1), 0.651], []),
    composite: { primary: { verdict: "not_met", borderline: true } },
    verdict: "not_met",
  },
  {
    name: "a primary composite of 0.650125 passes where displayed decimals are compared, and is borderline",
    county: both([...eight(0.65).slice(1), 0.651], []),
    readings: { "basic.rounding.compare": "displayed" },
    composite: { primary: { verdict: "met", borderline: true } },
  },
  {
    name: "a primary composite of exactly 0.6505 is shown as 0.651 and fails both ways",
    county: both([0.65, 0.65, 0.65, 0.65, 0.651, 0.651, 0.651, 0.651], []),
    readings: { "basic.rounding.compare": "displayed" },
    composite: { primary: { cv: 0.6505, verdict: "not_met", borderline: false } },
  },
  {
    name: "a primary composite of 0.649875 passes",
    county: both([...eight(0.65).slice(1), 0.649], []),
    composite: { primary: { verdict: "met" } },
  },
  {
    name: "a junior composite of exactly 0.55 passes",
    county: both([], eight(0.55)),
    composite: { junior: { cv: 0.55, verdict: "met", borderline: false } },
    verdict: "met",
  },
  {
    name: "a junior composite of 0.550125 fails",
    county: both([], [...eight(0.55).slice(1), 0.551]),
    composite: { junior: { verdict: "not_met", borderline: true } },
    verdict: "not_met",
  },
  {
    name: "a junior composite of 0.60 fails although primary would pass with it",
    county: both(eight(0.6), eight(0.6)),
    composite: { primary: { verdict: "met" }, junior: { verdict: "not_met" } },
  },
  {
    name: "different coefficients that average exactly 0.65 pass: their roots are added without rounding",
    county: both([0.1, 0.9, 0.3, 0.997, 0.703, 0.8, 0.7, 0.7], []),
    composite: { primary: { cv: 0.65, verdict: "met" } },
  },
  {
    name: "one coefficient of 0.99 above the limit does not fail a composite that passes",
    county: both([0.99, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2], []),
    composite: { primary: { verdict: "met" } },
    cv: ["primary", "B1", 0.99],
    verdict: "met",
  },
  {
    name: "schools that are all alike have a composite of zero",
    county: both([], []),
    composite: { primary: { cv: 0, verdict: "met" }, junior: { cv: 0, verdict: "met" } },
  },
  {
    name: "a tighter limit set by a province holds: 0.62 fails at 0.60",
    county: both(eight(0.62), []),
    readings: { "basic.composite.limit.primary": 0.6 },
    composite: { primary: { verdict: "not_met" } },
  },
  {
    name: "missing books of one school leave the composite open",
    county: {
      schools: [
        ...alike.junior,
        alike.primary[0] ?? { code: "P001" },
        { code: "P009", primary: 1000, eight: [6000, 9000, 3e6, 200, null, 80, 75, 50] },
      ],
    },
    composite: { primary: { cv: null, verdict: "not_evaluable" } },
    cv: ["primary", "B5", null],
    missing: { "P009:primary": ["B5", ["basic.books"]] },
    verdict: "incomplete",
  },
  {
    name: "a definite failure stays one: seven coefficients of 0.9 fail whatever the missing eighth would be",
    county: {
      schools: [
        ...alike.junior,
        ...pairWith("primary", eight(0.9)).map((sketch, at) =>
          at === 0 && sketch.eight !== undefined
            ? { ...sketch, eight: [...sketch.eight.slice(0, 7), null] as unknown as NonNullable<BasicSketch["eight"]> }
            : sketch,
        ),
      ],
    },
    composite: { primary: { cv: null, verdict: "not_met" } },
    verdict: "not_met",
  },
  {
    name: "seven coefficients of 0.6 with the eighth missing stay open",
    county: {
      schools: [
        ...alike.junior,
        ...pairWith("primary", eight(0.6)).map((sketch, at) =>
          at === 0 && sketch.eight !== undefined
            ? { ...sketch, eight: [...sketch.eight.slice(0, 7), null] as unknown as NonNullable<BasicSketch["eight"]> }
            : sketch,
        ),
      ],
    },
    composite: { primary: { cv: null, verdict: "not_evaluable" } },
  },
  {
    name: "missing pupils of one school leave the composite open",
    county: primaryWith({ code: "P009", primary: null }),
    composite: { primary: { cv: null, verdict: "not_evaluable" } },
    inclusion: { P009: ["included", "pupils_missing"] },
  },
  {
    name: "no computers at all in the county is not evaluable: there is no mean to divide by",
    county: {
      schools: [...alike.junior, { code: "P001", primary: 1000, eight: [6000, 9000, 3e6, 0, 30_000, 80, 75, 50] }],
    },
    composite: { primary: { cv: null, verdict: "not_evaluable" } },
  },
  {
    name: "a county without junior schools cannot be judged in that stage",
    county: { schools: alike.primary },
    composite: { primary: { verdict: "met" }, junior: { cv: null, verdict: "not_evaluable" } },
    verdict: "incomplete",
  },
  {
    name: "a nine-year school's area is shared 1 : 1.1, so that a junior pupil has 1.1 times a primary one's",
    county: {
      schools: [{ code: "N001", type: "nine_year", primary: 200, junior: 100, eight: [3100, 3100, 3.1e6, 310, 3100, 30, 30, 30] }],
    },
    values: { "N001:primary": ["B1", 10], "N001:junior": ["B1", 11] },
  },
  {
    name: "a nine-year school's computers are shared too, a hundred pupils at a time",
    county: {
      schools: [{ code: "N001", type: "nine_year", primary: 200, junior: 100, eight: [3100, 3100, 3.1e6, 310, 3100, 30, 30, 30] }],
    },
    values: { "N001:primary": ["B4", 100], "N001:junior": ["B4", 110] },
  },
  {
    name: "a nine-year school's teachers are counted by stage and never split by weight",
    county: {
      schools: [{ code: "N001", type: "nine_year", primary: 200, junior: 100, eight: [3100, 3100, 3.1e6, 310, 3100, 30, 24, 18] }],
    },
    values: { "N001:primary": ["B6", 0.1], "N001:junior": ["B8", 0.06] },
  },
  {
    name: "a complete secondary school shares 1 : 1.2 with its senior pupils",
    county: {
      schools: [{ code: "C001", type: "complete_secondary", junior: 100, senior: 100, eight: [2200, 2200, 2.2e6, 220, 2200, 8, 8, 8] }],
    },
    values: { "C001:junior": ["B5", 10] },
  },
  {
    name: "a twelve-year school shares 1 : 1.1 : 1.32",
    county: {
      schools: [
        { code: "T001", type: "twelve_year", primary: 100, junior: 100, senior: 100, eight: [3420, 3420, 3.42e6, 342, 3420, 20, 20, 20] },
      ],
    },
    values: { "T001:primary": ["B1", 10], "T001:junior": ["B2", 11] },
  },
  {
    name: "missing senior pupils make the shared figures of a complete secondary school unknown, its teachers not",
    county: {
      schools: [{ code: "C001", type: "complete_secondary", junior: 100, senior: null, eight: [2200, 2200, 2.2e6, 220, 2200, 8, 8, 8] }],
    },
    values: { "C001:junior": ["B6", 0.08] },
    missing: { "C001:junior": ["B5", ["pupils.senior"]] },
    composite: { junior: { cv: null, verdict: "not_evaluable" } },
  },
  {
    name: "a teaching point does not count, however large",
    county: primaryWith({ ...rich("T001", 400), type: "teaching_point" }),
    composite: { primary: { cv: 0 } },
    inclusion: { T001: ["excluded", "teaching_point_excluded"] },
  },
  {
    name: "a teaching point counts where a layer lets it",
    county: primaryWith({ ...rich("T001", 400), type: "teaching_point" }),
    readings: { "basic.inclusion.excludedTypes": ["special", "vocational"] },
    composite: { primary: { verdict: "not_met" } },
    inclusion: { T001: ["included", "teaching_point"] },
  },
  {
    name: "a private school does not count",
    county: primaryWith({ ...rich("S001", 400), ownerCode: 10 }),
    composite: { primary: { cv: 0 } },
    inclusion: { S001: ["excluded", "owner_not_counted"] },
  },
  {
    name: "a private school counts where every owner does",
    county: primaryWith({ ...rich("S001", 400), ownerCode: 10 }),
    readings: { "basic.inclusion.owners": "all" },
    composite: { primary: { verdict: "not_met" } },
    inclusion: { S001: ["included", "ordinary"] },
  },
  {
    name: "a city's school does not count, a school of another county authority does",
    county: primaryWith({ ...rich("S001", 400), ownerCode: 5 }, { code: "S002", primary: 1000, ownerCode: 8 }),
    composite: { primary: { cv: 0 } },
    inclusion: { S001: ["excluded", "owner_not_counted"], S002: ["included", "ordinary"] },
  },
  {
    name: "special and vocational schools do not count",
    county: primaryWith({ ...rich("S001", 90), type: "special" }, { ...rich("V001", 300), type: "vocational" }),
    composite: { primary: { cv: 0 } },
    inclusion: { S001: ["excluded", "special_education"], V001: ["excluded", "vocational"] },
  },
  {
    name: "a campus that is no school of its own is added to its parent",
    county: primaryWith({ ...rich("K001", 100), countsAsSchool: false, parent: "P001" }),
    inclusion: { K001: ["merged", "campus_merged"] },
    values: { "P001:primary": ["B1", (6000 + 6000) / 1100] },
  },
  {
    name: "a campus stands alone where campuses are kept separate",
    county: primaryWith({ ...rich("K001", 100), countsAsSchool: false, parent: "P001" }),
    readings: { "basic.inclusion.campuses": "separate" },
    inclusion: { K001: ["included", "ordinary"] },
    values: { "K001:primary": ["B1", 60] },
  },
  {
    name: "a campus of a private school does not count by way of its parent",
    county: primaryWith(
      { ...rich("S001", 400), ownerCode: 10 },
      { ...rich("K001", 100), ownerCode: 10, countsAsSchool: false, parent: "S001" },
    ),
    composite: { primary: { cv: 0 } },
    inclusion: { K001: ["excluded", "owner_not_counted"] },
  },
  {
    name: "a senior school has no row",
    county: primaryWith({ code: "H001", type: "senior", senior: 900 }),
    inclusion: { H001: ["excluded", "senior_only"] },
  },
  {
    name: "the gym stays in the teaching area and is in the sports area as well",
    county: primaryWith({ code: "G001", primary: 1000, facilities: { gymAreaM2: 1000 } }),
    values: { "G001:primary": ["B1", 6] },
  },
  {
    name: "the sports area has the gym, whatever becomes of the teaching area",
    county: primaryWith({ code: "G001", primary: 1000, facilities: { gymAreaM2: 1000 } }),
    values: { "G001:primary": ["B2", 10] },
  },
  {
    name: "the gym is taken off the teaching area where that reading is chosen",
    county: primaryWith({ code: "G001", primary: 1000, facilities: { gymAreaM2: 1000 } }),
    readings: { "basic.gymInTeachingArea": "subtracted" },
    values: { "G001:primary": ["B1", 5] },
  },
  {
    name: "a missing gym area leaves the teaching area known, unless it is to be taken off",
    county: primaryWith({ code: "G001", primary: 1000, facilities: { gymAreaM2: null } }),
    values: { "G001:primary": ["B1", 6] },
    missing: { "G001:primary": ["B2", ["facilities.gymAreaM2"]] },
  },
];
