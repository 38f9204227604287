import type { BasicSketch } from "./build";
import type { BasicSituation } from "./situation";

const withKindergarten = (children: number | null): BasicSketch => ({
  code: "P001",
  type: "primary",
  primary: 300,
  eight: [1200, 600, 90, 30, 6000, 20, 18, 12],
  more: (school) => ({ ...school, enrolment: { ...school.enrolment, kindergarten: children } }),
});
const growing: BasicSketch = {
  code: "P001",
  type: "primary",
  primary: 300,
  more: (school) => ({ ...school, pupils: { ...school.pupils, primaryByGrade: [150, 150, 0, 0, 0, 0] } }),
};
const weighed = { "basic.split.kindergarten": 1 } as const;

/** Which schools and which children take part in basic balance, where the measure leaves it open. */
export const basicScopeSituations: readonly BasicSituation[] = [
  {
    name: "children of an attached kindergarten leave the rooms to the pupils, and the reader is told",
    county: { schools: [withKindergarten(100)] },
    values: { "P001:primary": ["B5", 20] },
    notes: { P001: ["kindergarten_ignored"] },
  },
  {
    name: "weighed like pupils, a hundred children take a quarter of what is shared",
    county: { schools: [withKindergarten(100)] },
    readings: weighed,
    values: { "P001:primary": ["B5", 15] },
    notes: { P001: [] },
  },
  {
    name: "weighed like pupils, they take no part of the teachers",
    county: { schools: [withKindergarten(100)] },
    readings: weighed,
    values: { "P001:primary": ["B6", 20 / 300] },
  },
  {
    name: "where they are weighed and not reported, what is shared is open",
    county: { schools: [withKindergarten(null)] },
    readings: weighed,
    missing: { "P001:primary": ["B5", ["enrolment.kindergarten"]] },
  },
  {
    name: "a school that is still growing counts",
    county: { schools: [growing] },
    inclusion: { P001: ["included", "ordinary"] },
  },
  {
    name: "by the other reading a school that is still growing is left out",
    county: { schools: [growing] },
    readings: { "basic.inclusion.partialSchools": "excluded" },
    inclusion: { P001: ["excluded", "partial_school"] },
  },
];
