import { type CountyColumns, columnsOfDataset } from "@server/compliance/engine/columns";
import { includeReturns } from "@server/compliance/engine/inclusion";
import { judgeItems } from "@server/compliance/engine/items/judge-items";
import type { ItemsJudgement } from "@server/compliance/engine/items/overall";
import type { RuleSet } from "@server/compliance/engine/rule-set";
import { defaultDate, type Rules, rulesInForce } from "@server/compliance/engine/rules-in-force";
import type { ParameterKey } from "@server/compliance/rules-contract";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import type { CountyDataset, School } from "@server/statistics/contract";
import { type CountyFacts, declarationItems, type FurtherCountyFacts } from "@server/statistics/facts-contract";
import { z } from "zod";
import { county, type SchoolSketch } from "../build";

/** A school of a situation on the 25 items: what is not said is generous, so that only what is said can fail. */
export interface ItemSchoolSketch extends SchoolSketch {
  readonly locality?: School["locality"];
  readonly builtYear?: number | null;
  readonly classes?: { readonly primary?: readonly (number | null)[] | null; readonly junior?: readonly (number | null)[] | null };
  /** Groups of facts, merged over the generous ones. */
  readonly facts?: Partial<{
    readonly [Group in
      | "conditions"
      | "enrolment"
      | "retention"
      | "staff"
      | "unsplitTeachers"
      | "specialRooms"
      | "money"
      | "quality"
      | "classSizes"]: Partial<School[Group]>;
  }>;
}

export interface CountySketch {
  readonly facts?: Partial<CountyFacts>;
  readonly declarations?: Partial<Record<(typeof declarationItems)[number], boolean | null>>;
  readonly vetoes?: FurtherCountyFacts["vetoes"];
  readonly monitoring?: FurtherCountyFacts["monitoring"];
  readonly survey?: Partial<FurtherCountyFacts["survey"]["all"]>;
}

const sum = (cells: readonly (number | null)[] | null): number => (cells ?? []).reduce<number>((total, cell) => total + (cell ?? 0), 0);

/** All classes in the band 31–35. */
const modestSizes = (classes: number): NonNullable<School["classSizes"]["primary"]> => [0, 0, classes, 0, 0, 0, 0, 0, 0, 0];

const withFacts = (school: School, sketch: ItemSchoolSketch): School => {
  const classes = { ...school.classes };
  if (sketch.classes?.primary !== undefined) classes.primaryByGrade = sketch.classes.primary as School["classes"]["primaryByGrade"];
  if (sketch.classes?.junior !== undefined) classes.juniorByGrade = sketch.classes.junior as School["classes"]["juniorByGrade"];
  const pupils = { primary: sum(school.pupils.primaryByGrade), junior: sum(school.pupils.juniorByGrade) };
  const teachers = (school.teachers.primary?.fullTime ?? 0) + (school.teachers.junior?.fullTime ?? 0);
  const own = sketch.facts ?? {};
  const generous: School = {
    ...school,
    locality: sketch.locality ?? school.locality,
    builtYear: sketch.builtYear === undefined ? school.builtYear : sketch.builtYear,
    classes,
    facilities: { ...school.facilities, musicRooms: 9, artRooms: 9, ...sketch.facilities },
    conditions: { ...school.conditions, boarding: false, everyClassUnder30: false, ...own.conditions },
    enrolment: {
      ...school.enrolment,
      migrantWorkerChildren: 0,
      inZonePrimary: pupils.primary,
      inZoneJunior: pupils.junior,
      entrantsPrimary: 100,
      entrantsJunior: 200,
      entrantsInZonePrimary: 100,
      entrantsInZoneJunior: 200,
      ...own.enrolment,
    },
    retention: { graduates: 200, entrants: 200, transferredIn: 0, transferredOut: 0, died: 0, ...own.retention },
    classSizes: {
      primary: classes.primaryByGrade === null ? null : modestSizes(sum(classes.primaryByGrade)),
      junior: classes.juniorByGrade === null ? null : modestSizes(sum(classes.juniorByGrade)),
      unsplit: null,
      ...own.classSizes,
    },
    staff: { ...school.staff, certified: teachers, trained360: teachers, underFiveYears: 0, ...own.staff },
    unsplitTeachers: { ...school.unsplitTeachers, ...own.unsplitTeachers },
    specialRooms: { music96: 9, music73: 0, music61: 0, music54: 0, art90: 9, art67: 0, art61: 0, art54: 0, ...own.specialRooms },
    money: { publicFundsBudgetWan: 100, publicFundsActualWan: 100, trainingBudgetWan: 6, trainingActualWan: 6, ...own.money },
    quality: { charter: true, informatised: true, moralEducation: "good", ...own.quality },
  };
  return generous;
};

const goodCounty = {
  publicFundsPrimaryYuan: 800,
  publicFundsJuniorYuan: 1000,
  specialFundsYuan: 600_000,
  specialPupils: 100,
  teacherPayWan: 10,
  civilServantPayWan: 9,
  rotationEligible: 1000,
  rotated: 100,
  rotatedBackbone: 20,
  seniorPlaces: 1000,
  quotaPlaces: 500,
  quotaRural: 300,
  migrantEligible: 100,
  migrantPublic: 80,
  migrantPurchased: 5,
  disabledChildren: 100,
  disabledEnrolled: 95,
  disabledInSpecialSchools: 40,
  basicRecognitionYear: 2017,
} as const satisfies Partial<CountyFacts>;

/** A county whose every item is met but for what the sketches say. */
export const itemCounty = (schools: readonly ItemSchoolSketch[], of: CountySketch = {}): CountyDataset => {
  const plain = county(schools);
  const declarations = Object.fromEntries(
    declarationItems
      .map((item) => [item, of.declarations !== undefined && item in of.declarations ? of.declarations[item] : true] as const)
      .filter(([, value]) => value !== null),
  );
  const survey = { sent: 1100, valid: 1000, satisfied: 850, visited: 100, visitedSatisfied: 90 };
  return {
    ...plain,
    county: {
      ...plain.county,
      facts: { ...plain.county.facts, ...goodCounty, ...of.facts },
      declarations,
      vetoes: of.vetoes ?? { V1: false, V2: false, V3: false, V4: false, V5: false, V6: false, V7: false },
      monitoring: of.monitoring ?? [{ subject: "mathematics", level: 3, differenceRate: 0.1 }],
      survey: { all: { ...survey, ...of.survey }, parents: survey },
    },
    schools: plain.schools.map((school, at) => withFacts(school, schools[at] ?? { code: school.code })),
  };
};

export const ruleSetOf = { 2017: quality2017, 2019: quality2019 } as const;

const changesSchema = z.object({ until: z.iso.date(), before: z.unknown(), after: z.unknown() });
const source = { document: "-", article: "-" };
const entry = (value: unknown, validFrom: string, validTo: string | null) => ({ value, source, certainty: "inferred", validFrom, validTo });
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A rule set with some of its values replaced; `{ until, before, after }` changes one after a day. */
export const withValues = (
  ruleSet: RuleSet,
  values: Partial<Record<ParameterKey, unknown>>,
  ends: Partial<Record<string, string>> = {},
): RuleSet => ({
  ...ruleSet,
  values: {
    ...ruleSet.values,
    ...Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        const changes = changesSchema.safeParse(value);
        return [
          key,
          changes.success
            ? [entry(changes.data.before, "2017-04-19", changes.data.until), entry(changes.data.after, dayAfter(changes.data.until), null)]
            : [entry(value, "2017-04-19", ends[key] ?? null)],
        ];
      }),
    ),
  },
});

export interface Judged extends ItemsJudgement {
  readonly columns: CountyColumns;
  readonly rules: Rules;
}

/** The items of a dataset on the day that its year is judged. */
export const judge = (dataset: CountyDataset, ruleSet: RuleSet = quality2017): Judged => {
  const columns = columnsOfDataset(dataset);
  const rules = rulesInForce(ruleSet, defaultDate(dataset.county.statisticsYear));
  return { ...judgeItems(columns, includeReturns(columns, rules), rules), columns, rules };
};
