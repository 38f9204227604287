import type { BasicValues } from "@server/compliance/basic-contract";
import { type BasicAssessment, basicAssessmentSchema } from "@server/compliance/basic-contract";
import { type BasicRuleSet, judgeBasic } from "@server/compliance/engine/basic/index";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import type { CountyDataset, School, Stage } from "@server/statistics/contract";
import { county, type SchoolSketch, school } from "../build";

/** The eight resources of a school, B1–B8, in reported units (B3 in yuan); null is not reported. */
export type Eight = readonly [
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
];

export interface BasicSketch extends SchoolSketch {
  readonly eight?: Eight;
  readonly boarding?: boolean | null;
  readonly more?: (school: School) => School;
}

/** Per pupil alike everywhere, so that every coefficient is zero unless a sketch says otherwise. */
const plain = (pupils: number): Eight => [
  pupils * 6,
  pupils * 9,
  pupils * 3000,
  pupils * 0.2,
  pupils * 30,
  pupils * 0.08,
  pupils * 0.075,
  pupils * 0.05,
];

const withEight = (base: School, eight: Eight, share: Readonly<Record<Stage, number>>): School => {
  const [area, sports, equipment, computers, books, fullTime, aboveRequiredEducation, midTitle] = eight;
  const part = (value: number | null, stage: Stage): number | null => (value === null ? null : value * share[stage]);
  const group = (stage: Stage) => {
    const own = base.teachers[stage];
    return own === null ? null : { ...own, fullTime: part(fullTime, stage), aboveRequiredEducation: part(aboveRequiredEducation, stage) };
  };
  return {
    ...base,
    facilities: {
      ...base.facilities,
      teachingAreaM2: area,
      gymAreaM2: 0,
      sportsFieldAreaM2: sports,
      equipmentValueWan: equipment === null ? null : equipment / 10_000,
    },
    teachers: { primary: group("primary"), junior: group("junior") },
    basic: { computers, books, midTitlePrimary: part(midTitle, "primary"), midTitleJunior: part(midTitle, "junior") },
  };
};

/** A school of which the eight figures are known. Split between stages, they come out alike a weighted pupil. */
export const basicSchool = (sketch: BasicSketch): School => {
  const base = school(sketch);
  const sum = (cells: readonly (number | null)[] | null): number => (cells ?? []).reduce<number>((total, cell) => total + (cell ?? 0), 0);
  const [primary, junior] = [sum(base.pupils.primaryByGrade), sum(base.pupils.juniorByGrade)];
  const all = primary + junior || 1;
  const built = withEight(base, sketch.eight ?? plain(all), { primary: primary / all, junior: junior / all });
  const flagged = { ...built, conditions: { ...built.conditions, boarding: sketch.boarding ?? null } };
  const facilities = { ...flagged.facilities, ...sketch.facilities };
  return sketch.more === undefined ? { ...flagged, facilities } : sketch.more({ ...flagged, facilities });
};

/** Two schools of one stage, 1000 pupils each, whose eight coefficients are exactly `cvs` and whose means are `means`. */
export const pairWith = (
  stage: Stage,
  cvs: readonly number[],
  means: readonly number[] = [6, 9, 3000, 20, 30, 0.08, 0.075, 0.05],
): readonly BasicSketch[] =>
  [1, -1].map((side) => {
    const figure = (at: number): number => {
      const mean = (means[at] ?? 0) * (at === 3 ? 10 : 1000);
      return (mean * (1000 + side * Math.round((cvs[at] ?? 0) * 1000))) / 1000;
    };
    const eight: Eight = [figure(0), figure(1), figure(2), figure(3), figure(4), figure(5), figure(6), figure(7)];
    return { code: `${stage === "primary" ? "P" : "J"}00${side === 1 ? 1 : 2}`, type: stage, [stage]: 1000, eight };
  });

type Growth = CountyDataset["county"]["growth"][number];

/** Money of the fiscal years 2022–2024, of which everything grows; a field given is laid over all years or one. */
export const growthYears = (changes: Readonly<Partial<Record<number, Partial<Growth>>>> = {}): Growth[] =>
  [0, 1, 2].map((step) => ({
    fiscalYear: 2022 + step,
    appropriationWan: 30_000 + 3000 * step,
    recurrentRevenueWan: 90_000 + 5000 * step,
    expenditurePrimaryYuan: 12_000 + 100 * step,
    expenditureJuniorYuan: 18_000 + 100 * step,
    publicFundsPrimaryYuan: 800 + 10 * step,
    publicFundsJuniorYuan: 1000 + 10 * step,
    teacherPayPrimaryWan: 8 + 0.2 * step,
    teacherPayJuniorWan: 8.5 + 0.2 * step,
    ...changes[2022 + step],
  }));

export interface BasicCounty {
  readonly schools?: readonly BasicSketch[];
  readonly growth?: readonly Growth[];
  readonly vetoes?: Readonly<Record<string, boolean>>;
  readonly government?: number | null;
  readonly satisfaction?: number | null;
}

/** A county of statistics year 2025 that meets everything, apart from what is said. */
export const basicCounty = (sketch: BasicCounty): CountyDataset => {
  const base = county([]);
  const schools = sketch.schools ?? [...pairWith("primary", []), ...pairWith("junior", [])];
  return {
    ...base,
    schools: schools.map(basicSchool),
    county: {
      ...base.county,
      growth: [...(sketch.growth ?? growthYears())],
      vetoes: { ...(sketch.vetoes ?? { BV1: false, BV2: false, BV3: false, BV4: false }) },
      basicScore: {
        government: sketch.government === undefined ? 92 : sketch.government,
        satisfaction: sketch.satisfaction === undefined ? 0.9 : sketch.satisfaction,
      },
    },
  };
};

/** basic-2012 with other values; unless said, the provincial standards are shown and not judged, as none are set. */
export const rulesWith = (readings: Partial<BasicValues> = {}): BasicRuleSet => {
  const changed: Partial<BasicValues> = { "basic.standards.use": "shown", ...readings };
  const source = { document: "-", article: "-" };
  const entries = Object.entries(changed).map(([key, value]) => [
    key,
    [{ value, source, certainty: "inferred", validFrom: "2012-01-20", validTo: null }],
  ]);
  return { ...basic2012, values: { ...basic2012.values, ...(Object.fromEntries(entries) as Partial<BasicRuleSet["values"]>) } };
};

/** Judges, and holds the answer against its schema. */
export const judged = (sketch: BasicCounty, readings?: Partial<BasicValues>): BasicAssessment =>
  basicAssessmentSchema.parse(judgeBasic(columnsOfDataset(basicCounty(sketch)), rulesWith(readings)));
