import type { School, Stage } from "@server/statistics/contract";
import { classSizeBands, type FurtherSchoolFacts, gradeLevels } from "@server/statistics/facts-contract";
import { columnOf } from "./cells";

/**
 * The further facts of the returns as columns, named by their dotted dataset path. NaN is "not
 * reported"; a flag is 1 or 0; a grade is its position in `gradeLevels` (0 the best).
 */

const conditions = ["builtBy2010", "builtBy2016", "denseCentre", "everyClassUnder30", "boarding"] as const;
const enrolment = [
  "migrantWorkerChildren",
  "inZonePrimary",
  "inZoneJunior",
  "entrantsPrimary",
  "entrantsJunior",
  "entrantsInZonePrimary",
  "entrantsInZoneJunior",
  "kindergarten",
] as const;
const retention = ["graduates", "entrants", "transferredIn", "transferredOut", "died"] as const;
const staff = [
  "certified",
  "trained360",
  "underFiveYears",
  "posts",
  "postsFilled",
  "outsidePosts",
  "visitingPhysicalEducation",
  "visitingMusic",
  "visitingArt",
  "visitingIntegratedArts",
] as const;
const unsplitTeachers = ["fullTime", "backbone", "physicalEducation", "music", "art", "integratedArts"] as const;
const specialRooms = ["music96", "music73", "music61", "music54", "art90", "art67", "art61", "art54"] as const;
const reliefSports = ["convertedAreaM2", "leasedAreaM2"] as const;
const money = ["publicFundsBudgetWan", "publicFundsActualWan", "trainingBudgetWan", "trainingActualWan"] as const;
const quality = ["charter", "informatised", "moralEducation"] as const;
const basic = ["computers", "books", "midTitlePrimary", "midTitleJunior"] as const;

const inGroup = <const Group extends string, const Field extends string>(group: Group, fields: readonly Field[]) =>
  fields.map((field): `${Group}.${Field}` => `${group}.${field}`);

export const furtherPaths = [
  ...inGroup("conditions", conditions satisfies readonly (keyof FurtherSchoolFacts["conditions"])[]),
  ...inGroup("enrolment", enrolment satisfies readonly (keyof FurtherSchoolFacts["enrolment"])[]),
  ...inGroup("retention", retention satisfies readonly (keyof FurtherSchoolFacts["retention"])[]),
  ...inGroup("staff", staff satisfies readonly (keyof FurtherSchoolFacts["staff"])[]),
  ...inGroup("unsplitTeachers", unsplitTeachers satisfies readonly (keyof FurtherSchoolFacts["unsplitTeachers"])[]),
  ...inGroup("specialRooms", specialRooms satisfies readonly (keyof FurtherSchoolFacts["specialRooms"])[]),
  ...inGroup("reliefSports", reliefSports satisfies readonly (keyof FurtherSchoolFacts["reliefSports"])[]),
  ...inGroup("money", money satisfies readonly (keyof FurtherSchoolFacts["money"])[]),
  ...inGroup("quality", quality satisfies readonly (keyof FurtherSchoolFacts["quality"])[]),
  ...inGroup("basic", basic satisfies readonly (keyof FurtherSchoolFacts["basic"])[]),
] as const;
export type FurtherPath = (typeof furtherPaths)[number];
export type FurtherColumns = Readonly<Record<FurtherPath, Float64Array>>;

/** `classSizes[stage][band][row]`: classes of a size band, NaN when not reported. */
export interface ClassSizeColumns extends Readonly<Record<"primary" | "junior" | "unsplit", readonly Float64Array[]>> {
  /** Largest mean of a grade (pupils ÷ classes of that grade); NaN when no grade reports both. */
  readonly largestMean: Readonly<Record<Stage, Float64Array>>;
  /** Band of the largest class of a stage of which every class is known (−1: it has none), NaN elsewhere; null: the bands must be read. */
  readonly topBand: Readonly<Record<Stage, Float64Array>> | null;
}

const numberOf = (value: number | boolean | string | null | undefined): number => {
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "string") return (gradeLevels as readonly string[]).indexOf(value);
  return Number(value);
};

type Facts = Readonly<Record<string, number | boolean | string | null>>;

/** Group and field of every path. */
const places = furtherPaths.map((path) => {
  const [group = "", field = ""] = path.split(".");
  return { path, group, field };
});

export const furtherColumns = (schools: readonly School[]): FurtherColumns =>
  Object.fromEntries(
    places.map(({ path, group, field }) => [
      path,
      columnOf(schools, (school) => numberOf((school as unknown as Readonly<Record<string, Facts | undefined>>)[group]?.[field])),
    ]),
  ) as FurtherColumns;

type Grades = readonly (number | null)[] | null;

const largestMean = (pupils: Grades, classes: Grades): number => {
  let largest = Number.NaN;
  (pupils ?? []).forEach((count, grade) => {
    const groups = classes?.[grade] ?? null;
    if (count === null || groups === null || groups === 0) return;
    const mean = count / groups;
    if (!(mean <= largest)) largest = mean;
  });
  return largest;
};

export const classSizeColumns = (schools: readonly School[]): ClassSizeColumns => {
  const of = (stage: "primary" | "junior" | "unsplit"): Float64Array[] =>
    classSizeBands.map((_, band) => columnOf(schools, ({ classSizes }) => classSizes[stage]?.[band] ?? null));
  return {
    primary: of("primary"),
    junior: of("junior"),
    unsplit: of("unsplit"),
    largestMean: {
      primary: columnOf(schools, ({ pupils, classes }) => largestMean(pupils.primaryByGrade, classes.primaryByGrade)),
      junior: columnOf(schools, ({ pupils, classes }) => largestMean(pupils.juniorByGrade, classes.juniorByGrade)),
    },
    topBand: null,
  };
};
