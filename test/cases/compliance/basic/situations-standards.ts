import type { BasicValues } from "@server/compliance/basic-contract";
import type { School } from "@server/statistics/contract";
import { type BasicSketch, type Eight, pairWith } from "./build";
import type { BasicSituation } from "./situation";

type Sizes = School["classSizes"]["primary"];
const allSmall: Sizes = [0, 0, 0, 0, 18, 0, 0, 0, 0, 0];

/** One primary school of 1000 pupils that meets every example pack; figures of a situation are laid over. */
const schoolWith = (
  changes: Partial<Record<keyof typeof named, number | null>>,
  sizes: Sizes = allSmall,
  rooms = 18,
): readonly BasicSketch[] => [
  ...pairWith("junior", []).map((sketch) => ({
    ...sketch,
    more: (school: School): School => ({ ...school, classSizes: { ...school.classSizes, junior: allSmall } }),
  })),
  {
    code: "P001",
    primary: 1000,
    eight: Object.entries(named).map(([name, value]) =>
      name in changes ? changes[name as keyof typeof named] : value,
    ) as unknown as Eight,
    facilities: { multimediaRooms: rooms },
    more: (school) => ({ ...school, classSizes: { ...school.classSizes, primary: sizes } }),
  },
];
const named = { area: 6000, sports: 9000, equipment: 3_000_000, computers: 200, books: 30_000, teachers: 80, degree: 75, title: 50 };

const seven: Partial<BasicValues> = { "basic.standards.use": "judged", "basic.standards.pack": "example-seven-of-nine" };
const eleven: Partial<BasicValues> = { "basic.standards.use": "judged", "basic.standards.pack": "example-two-misses-of-eleven" };
const points: Partial<BasicValues> = { "basic.standards.use": "judged", "basic.standards.pack": "example-points-89" };
const id = "P001:primary";

export const basicStandardsSituations: readonly BasicSituation[] = [
  {
    name: "seven of nine: all nine met passes",
    county: { schools: schoolWith({}) },
    readings: seven,
    sections: { [id]: ["met", 9, 0, 0] },
    standards: "met",
    verdict: "met",
  },
  {
    name: "seven of nine: without the number of pupils what is counted by classes is judged all the same",
    county: {
      schools: schoolWith({}).map((sketch) =>
        sketch.code === "P001" ? { ...sketch, primary: null, facilities: { multimediaRooms: 18 } } : sketch,
      ),
    },
    readings: seven,
    sections: { [id]: ["not_evaluable", 2, 0, 7] },
    standards: "not_evaluable",
  },
  {
    name: "seven of nine: exactly seven met passes",
    county: { schools: schoolWith({ area: 100, sports: 100 }) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "seven of nine: six met fails the school and the county",
    county: { schools: schoolWith({ area: 100, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["not_met", 6, 3, 0] },
    standards: "not_met",
    verdict: "not_met",
  },
  {
    name: "seven of nine: a failing school does not fail the county where the gate is only shown",
    county: { schools: schoolWith({ area: 100, sports: 100, books: 100 }) },
    readings: { ...seven, "basic.standards.use": "shown" },
    standards: "not_met",
    verdict: "met",
  },
  {
    name: "seven of nine: seven met and two missing pass, since the missing can change nothing",
    county: { schools: schoolWith({ computers: null, books: null }) },
    readings: seven,
    sections: { [id]: ["met", 7, 0, 2] },
  },
  {
    name: "seven of nine: six met, one missed and two missing stay open",
    county: { schools: schoolWith({ computers: null, books: null, area: 100 }) },
    readings: seven,
    sections: { [id]: ["not_evaluable", 6, 1, 2] },
    standards: "not_evaluable",
  },
  {
    name: "seven of nine: three missed fail although another is missing",
    county: { schools: schoolWith({ computers: null, books: 100, area: 100, sports: 100 }) },
    readings: seven,
    sections: { [id]: ["not_met", 5, 3, 1] },
  },
  {
    name: "an area exactly at the limit of 3.2 meets it",
    county: { schools: schoolWith({ area: 3200, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "an area of one hundredth of a square metre less misses it",
    county: { schools: schoolWith({ area: 3199.99, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["not_met", 6, 3, 0] },
  },
  {
    name: "equipment counts in yuan: exactly 500 a pupil meets 500",
    county: { schools: schoolWith({ equipment: 500_000, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "twenty-one pupils a teacher are the most: 1000 by 48 passes, by 47 does not",
    county: { schools: schoolWith({ teachers: 47, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["not_met", 6, 3, 0] },
  },
  {
    name: "1000 pupils by 48 teachers are under twenty-one",
    county: { schools: schoolWith({ teachers: 48, sports: 100, books: 100 }) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "a class of 51 to 55 is not over 55",
    county: { schools: schoolWith({ sports: 100, books: 100 }, [0, 0, 0, 0, 17, 0, 1, 0, 0, 0]) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "one class of 56 to 60 is",
    county: { schools: schoolWith({ sports: 100, books: 100 }, [0, 0, 0, 0, 17, 0, 0, 1, 0, 0]) },
    readings: seven,
    sections: { [id]: ["not_met", 6, 3, 0] },
  },
  {
    name: "half a multimedia room a class is met by exactly nine rooms for eighteen classes",
    county: { schools: schoolWith({ sports: 100, books: 100 }, allSmall, 9) },
    readings: seven,
    sections: { [id]: ["met", 7, 2, 0] },
  },
  {
    name: "and missed by eight",
    county: { schools: schoolWith({ sports: 100, books: 100 }, allSmall, 8) },
    readings: seven,
    sections: { [id]: ["not_met", 6, 3, 0] },
  },
  {
    name: "two misses of eleven: two pass",
    county: { schools: schoolWith({ area: 100, sports: 100 }) },
    readings: eleven,
    sections: { [id]: ["met", 9, 2, 0] },
  },
  {
    name: "two misses of eleven: three fail",
    county: { schools: schoolWith({ area: 100, sports: 100, title: 1 }) },
    readings: eleven,
    sections: { [id]: ["not_met", 8, 3, 0] },
  },
  {
    name: "two misses of eleven: two missed and one missing stay open",
    county: { schools: schoolWith({ area: 100, sports: 100, title: null }) },
    readings: eleven,
    sections: { [id]: ["not_evaluable", 8, 2, 1] },
  },
  {
    name: "two misses of eleven: one missed and one missing pass",
    county: { schools: schoolWith({ area: 100, title: null }) },
    readings: eleven,
    sections: { [id]: ["met", 9, 1, 1] },
  },
  {
    name: "points: missing one item of eleven points leaves exactly 89 and passes",
    county: { schools: schoolWith({ sports: 100 }) },
    readings: points,
    sections: { [id]: ["met", 8, 1, 0] },
  },
  {
    name: "points: missing the item of fifteen leaves 85 and fails",
    county: { schools: schoolWith({ area: 100 }) },
    readings: points,
    sections: { [id]: ["not_met", 8, 1, 0] },
  },
  {
    name: "points: an item of fifteen that is missing stays open",
    county: { schools: schoolWith({ area: null }) },
    readings: points,
    sections: { [id]: ["not_evaluable", 8, 0, 1] },
  },
  {
    name: "points: an item of eleven that is missing cannot cost the pass",
    county: { schools: schoolWith({ books: null }) },
    readings: points,
    sections: { [id]: ["met", 8, 0, 1] },
  },
  {
    name: "a private school is not asked",
    county: { schools: [...schoolWith({}), { code: "S001", primary: 500, ownerCode: 10, eight: [1, 1, 1, 1, 1, 1, 1, 1] }] },
    readings: seven,
    standards: "met",
  },
];
