import type { School } from "@server/statistics/contract";
import type { ItemSituation } from "./situation";

/** G5: class size. */

type Bands = NonNullable<School["classSizes"]["primary"]>;
const bands = (counts: Partial<Record<"25" | "40" | "45" | "50" | "55", number | null>>): Bands => [
  counts["25"] === undefined ? 0 : counts["25"],
  0,
  0,
  counts["40"] === undefined ? 0 : counts["40"],
  counts["45"] === undefined ? 0 : counts["45"],
  counts["50"] === undefined ? 0 : counts["50"],
  counts["55"] === undefined ? 0 : counts["55"],
  0,
  0,
  0,
];
const six = (each: number): readonly number[] => [each, each, each, each, each, each];

export const classSizeSituations: readonly ItemSituation[] = [
  {
    name: "classes of 41 to 45 are within the cap of primary schools",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 18 }) } } }],
    expect: { verdict: "met", figures: { overPrimary: 0 }, limits: { overPrimary: 45, overJunior: 50 } },
  },
  {
    name: "one class of 46 to 50 is over it",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 17, "50": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1, overJunior: 0 }, failing: ["A001:primary"], change: { classes: 1 } },
  },
  {
    name: "in a junior school a class of 46 to 50 is within the cap",
    item: "G5",
    schools: [{ code: "A001", type: "junior", facts: { classSizes: { junior: bands({ "50": 12 }) } } }],
    expect: { verdict: "met" },
  },
  {
    name: "in a junior school a class of 51 to 55 is over it",
    item: "G5",
    schools: [{ code: "A001", type: "junior", facts: { classSizes: { junior: bands({ "50": 11, "55": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overJunior: 1 } },
  },
  {
    name: "under a local cap of 40 classes of 41 to 45 are over",
    item: "G5",
    values: { "G5.cap.primary": 40 },
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "40": 17, "45": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1 }, limits: { overPrimary: 40 } },
  },
  {
    name: "a cap of 42 cuts a band and leaves its classes open",
    item: "G5",
    values: { "G5.cap.primary": 42 },
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "40": 17, "45": 1 }) } } }],
    expect: { verdict: "not_evaluable", open: ["A001:primary"] },
  },
  {
    name: "undivided bands of a nine-year school: 51 and more is over for every stage",
    item: "G5",
    schools: [
      { code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 29, "55": 1 }) } } },
    ],
    expect: { verdict: "not_met", figures: { overPrimary: 0, overJunior: 0, overUnsplit: 1 }, failing: ["A001"], change: { classes: 1 } },
  },
  {
    name: "undivided bands of a nine-year school: 46 to 50 is open",
    item: "G5",
    schools: [
      { code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 29, "50": 1 }) } } },
    ],
    expect: { verdict: "not_evaluable", open: ["A001"] },
  },
  {
    name: "undivided bands of a nine-year school: all within 45 is met",
    item: "G5",
    schools: [{ code: "A001", type: "nine_year", facts: { classSizes: { primary: null, junior: null, unsplit: bands({ "45": 30 }) } } }],
    expect: { verdict: "met" },
  },
  {
    name: "undivided bands of a school of one stage are bands of that stage",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: null, unsplit: bands({ "45": 17, "50": 1 }) } } }],
    expect: { verdict: "not_met", figures: { overPrimary: 1, overUnsplit: 0 } },
  },
  {
    name: "without bands a mean above the cap fails",
    item: "G5",
    schools: [{ code: "A001", primary: 900, classes: { primary: six(3) }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_met", failing: ["A001:primary"] },
  },
  {
    name: "without bands a mean within the cap proves nothing",
    item: "G5",
    schools: [{ code: "A001", primary: 810, classes: { primary: six(3) }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:classSizes.primary"] },
  },
  {
    name: "without bands one grade with a mean above the cap fails, whatever the school's mean",
    item: "G5",
    schools: [{ code: "A001", primary: 600, classes: { primary: [2, 3, 3, 3, 3, 3] }, facts: { classSizes: { primary: null } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "a band that is not reported leaves the school open",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "45": 18, "50": null }) } } }],
    expect: { verdict: "not_evaluable", missing: ["A001:classSizes.primary"] },
  },
  {
    name: "a band that is not reported does not save a school with a class over the cap",
    item: "G5",
    schools: [{ code: "A001", facts: { classSizes: { primary: bands({ "25": null, "50": 1 }) } } }],
    expect: { verdict: "not_met" },
  },
  {
    name: "fewer classes by size than classes leave some unaccounted for",
    item: "G5",
    schools: [{ code: "A001", classes: { primary: six(3) }, facts: { classSizes: { primary: bands({ "45": 17 }) } } }],
    expect: { verdict: "not_evaluable", contradictory: ["A001:classSizes.primary"] },
  },
  {
    name: "small teaching points, campuses and private schools are asked too; special schools are not",
    item: "G5",
    schools: [
      { code: "A001" },
      {
        code: "A002",
        type: "teaching_point",
        primary: 48,
        classes: { primary: [1, 0, 0, 0, 0, 0] },
        facts: { classSizes: { primary: bands({ "50": 1 }) } },
      },
      { code: "A003", countsAsSchool: false, parent: "A001", facts: { classSizes: { primary: bands({ "45": 16, "50": 2 }) } } },
      { code: "A004", ownerCode: 10, facts: { classSizes: { primary: bands({ "45": 15, "50": 3 }) } } },
      { code: "A005", type: "special" },
    ],
    expect: { verdict: "not_met", figures: { overPrimary: 6 }, failing: ["A004:primary", "A003:primary", "A002:primary"] },
  },
];
