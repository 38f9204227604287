import { smallCounty } from "@db/seeds/small-county";
import { sentenceOf } from "@test/support/sentences";
import { describe, expect, test } from "vitest";
import { canonicalDataset } from "./canonical";
import { checkDataset } from "./checks";
import type { CountyDataset, School } from "./contract";
import type { ClassSizes, CountyFacts } from "./facts-contract";

const county = canonicalDataset(smallCounty());
const indexOf = (type: School["type"]): number => county.schools.findIndex((school) => school.type === type);
const [primary, junior, nineYear] = [indexOf("primary"), indexOf("junior"), indexOf("nine_year")];

const withSchool = (index: number, change: (school: School) => Partial<School>): CountyDataset => ({
  ...county,
  schools: county.schools.map((school, at) => (at === index ? { ...school, ...change(school) } : school)),
});
const withCounty = (change: Partial<CountyDataset["county"]>): CountyDataset => ({ ...county, county: { ...county.county, ...change } });
const withFacts = (change: Partial<CountyFacts>): CountyDataset => withCounty({ facts: { ...county.county.facts, ...change } });

const unstated = canonicalDataset({ ...county, county: { ...county.county } }).county.reported;
const nothingStated = Object.fromEntries(
  Object.entries(unstated).map(([key, value]) => [key, key === "standards" ? value : null]),
) as typeof unstated;

const issuesOf = (dataset: CountyDataset) =>
  checkDataset({ ...dataset, county: { ...dataset.county, reported: nothingStated } }).map((issue) => {
    expect(sentenceOf(issue)).not.toContain("{{");
    return issue;
  });
const found = (dataset: CountyDataset): readonly string[] =>
  issuesOf(dataset).map(
    ({ severity, message, params }) => `${severity} ${message.replace("checks.", "")} ${params["path"] ?? params["sheet"]}`,
  );

const bandsWith = (school: School, stage: "primary" | "junior", change: Readonly<Record<number, number>>): Partial<School> => {
  const bands = school.classSizes[stage];
  if (bands === null) throw new Error("a school without bands");
  const changed = bands.map((count, index) => (count ?? 0) + (change[index] ?? 0));
  // The tuple keeps its ten members.
  return { classSizes: { ...school.classSizes, [stage]: changed as unknown as ClassSizes } };
};

describe("contradictions of the further facts block", () => {
  const cases: readonly (readonly [string, string, CountyDataset])[] = [
    [
      "more certified teachers than teachers",
      "error partAboveWhole staff.certified",
      withSchool(primary, ({ staff, teachers }) => ({ staff: { ...staff, certified: (teachers.primary?.fullTime ?? 0) + 1 } })),
    ],
    [
      "more teachers trained than there are",
      "error partAboveWhole staff.trained360",
      withSchool(nineYear, ({ staff }) => ({ staff: { ...staff, trained360: 9999 } })),
    ],
    [
      "more migrant children than pupils",
      "error partAboveWhole enrolment.migrantWorkerChildren",
      withSchool(primary, ({ enrolment }) => ({ enrolment: { ...enrolment, migrantWorkerChildren: 5000 } })),
    ],
    [
      "more junior pupils inside the zone than junior pupils",
      "error partAboveWhole enrolment.inZoneJunior",
      withSchool(nineYear, ({ enrolment }) => ({ enrolment: { ...enrolment, inZoneJunior: 900 } })),
    ],
    [
      "more middle titles than teachers",
      "error partAboveWhole basic.midTitleJunior",
      withSchool(junior, ({ basic }) => ({ basic: { ...basic, midTitleJunior: 4000 } })),
    ],
    [
      "more rooms by area than music rooms",
      "error roomBandsAboveRooms specialRooms.music96",
      withSchool(primary, ({ specialRooms }) => ({ specialRooms: { ...specialRooms, music54: 1 } })),
    ],
    [
      "size bands with one class more than the school has",
      "error bandsDifferFromClasses classSizes.primary",
      withSchool(primary, (school) => bandsWith(school, "primary", { 3: 1 })),
    ],
    [
      "said to have small classes only, with large ones",
      "error under30Contradicted conditions.everyClassUnder30",
      withSchool(primary, ({ conditions }) => ({ conditions: { ...conditions, everyClassUnder30: true } })),
    ],
    [
      "built by 2010, in a year after",
      "error builtContradicts conditions.builtBy2010",
      withSchool(primary, ({ conditions }) => ({ builtYear: 2011, conditions: { ...conditions, builtBy2010: true } })),
    ],
    [
      "a renamed school whose old code is still there",
      "error lineageOriginStillThere lineage.0.fromCode",
      withSchool(primary, () => ({ lineage: [{ year: 2025, event: "renamed", fromCode: county.schools[junior]?.code ?? "" }] })),
    ],
    [
      "a renaming of this school to itself",
      "error lineageFromItself lineage.0.fromCode",
      withSchool(primary, ({ code }) => ({ lineage: [{ year: 2025, event: "renamed", fromCode: code }] })),
    ],
    [
      "an event of next year",
      "error lineageAfterStatisticsYear lineage.0.year",
      withSchool(primary, () => ({ lineage: [{ year: 2027, event: "merged", fromCode: "OLD1" }] })),
    ],
    ["more teachers rotated than eligible", "error countyPartAboveWhole facts.rotated", withFacts({ rotated: 90_000 })],
    [
      "more backbone teachers rotated than teachers rotated",
      "error countyPartAboveWhole facts.rotatedBackbone",
      withFacts({ rotatedBackbone: (county.county.facts.rotated ?? 0) + 1 }),
    ],
    ["more quota places than places", "error countyPartAboveWhole facts.quotaPlaces", withFacts({ quotaPlaces: 99_999 })],
    [
      "more disabled children enrolled than there are",
      "error countyPartAboveWhole facts.disabledEnrolled",
      withFacts({ disabledEnrolled: 99_999 }),
    ],
    [
      "recognition in a year to come",
      "error recognitionAfterStatisticsYear facts.basicRecognitionYear",
      withFacts({ basicRecognitionYear: 2030 }),
    ],
    [
      "more satisfied than valid questionnaires",
      "error countyPartAboveWhole survey.parents.satisfied",
      withCounty({
        survey: {
          ...county.county.survey,
          parents: { ...county.county.survey.parents, satisfied: (county.county.survey.parents.valid ?? 0) + 1 },
        },
      }),
    ],
  ];
  test.each(cases)("%s", (_, expected, dataset) => {
    expect(found(dataset)).toContain(expected);
  });

  test("size bands hold no more and no fewer pupils than their bounds", () => {
    const moved = withSchool(primary, (school) => bandsWith(school, "primary", { 9: 5, 3: -5 }));
    const school = moved.schools[primary];
    const classes = (school?.classSizes.primary ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(classes).toBe((school?.classes.primaryByGrade ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0));
    const emptied = withSchool(primary, ({ classSizes }) => ({
      classSizes: { ...classSizes, primary: [classes, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    }));
    const crowded = withSchool(primary, ({ classSizes }) => ({
      classSizes: { ...classSizes, primary: [0, 0, 0, 0, 0, 0, 0, 0, 0, classes] },
    }));
    expect(found(emptied)).toEqual(["error pupilsAboveBands classSizes.primary"]);
    expect(found(crowded)).toEqual(["error pupilsBelowBands classSizes.primary"]);
    const pupils = (school?.pupils.primaryByGrade ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(sentenceOf(issuesOf(crowded)[0] ?? { message: "" })).toContain(`至少应有 ${classes * 66} 名学生，在校生只有 ${pupils} 人`);
  });

  test("teachers that are told apart and those that are not must agree", () => {
    const stated = (fullTime: number) =>
      withSchool(nineYear, ({ unsplitTeachers }) => ({ unsplitTeachers: { ...unsplitTeachers, fullTime } }));
    const school = county.schools[nineYear];
    const split = (school?.teachers.primary?.fullTime ?? 0) + (school?.teachers.junior?.fullTime ?? 0);
    expect(found(stated(split))).toEqual([]);
    expect(found(stated(split + 3))).toContain("error unsplitDiffers unsplitTeachers.fullTime");
  });

  test("lineage that leads back to its own school", () => {
    const [a, b] = [county.schools[primary]?.code ?? "", county.schools[junior]?.code ?? ""];
    const loop: CountyDataset = {
      ...county,
      schools: county.schools.map((school) =>
        school.code === a || school.code === b
          ? { ...school, lineage: [{ year: 2025, event: "split", fromCode: school.code === a ? b : a }] }
          : school,
      ),
    };
    expect(found(loop)).toEqual(["error lineageLoop lineage.0.fromCode", "error lineageLoop lineage.0.fromCode"]);
  });
});

describe("unlikely further facts warn", () => {
  const cases: readonly (readonly [string, string, CountyDataset])[] = [
    [
      "few of the entrants graduate",
      "warning retentionUnlikely retention.graduates",
      withSchool(junior, ({ retention }) => ({ retention: { ...retention, transferredIn: 400 } })),
    ],
    [
      "graduates whom nobody saw in grade nine",
      "warning retentionAgainstHistory retention.graduates",
      withSchool(junior, ({ retention }) => ({
        retention: { ...retention, graduates: (retention.graduates ?? 0) + 60, transferredIn: 62 },
      })),
    ],
    [
      "public funds in yuan",
      "warning publicFundsUnlikely money.publicFundsBudgetWan",
      withSchool(primary, ({ money }) => ({ money: { ...money, publicFundsBudgetWan: 940_000, publicFundsActualWan: 940_000 } })),
    ],
    [
      "an account far from the budget",
      "warning accountAgainstBudget money.publicFundsActualWan",
      withSchool(primary, ({ money }) => ({ money: { ...money, publicFundsActualWan: 1 } })),
    ],
    [
      "more newcomers than first-graders",
      "warning entrantsAboveFirstGrade enrolment.entrantsPrimary",
      withSchool(primary, ({ enrolment, pupils }) => ({
        enrolment: { ...enrolment, entrantsPrimary: (pupils.primaryByGrade?.[0] ?? 0) + 4 },
      })),
    ],
    ["pay in yuan", "warning countyFigureUnlikely facts.teacherPayWan", withFacts({ teacherPayWan: 97_000 })],
    ["special funds in 万元", "warning specialFundsUnlikely facts.specialFundsYuan", withFacts({ specialFundsYuan: 40 })],
    [
      "a rate that is a percentage",
      "warning rateLooksLikePercent monitoring.0.differenceRate",
      withCounty({ monitoring: [{ subject: "chinese", level: 3, differenceRate: 9.5 }] }),
    ],
    [
      "a year of growth left out",
      "warning growthYearGap growth.1.fiscalYear",
      withCounty({ growth: county.county.growth.filter((_, index) => index !== 1) }),
    ],
    ["more eligible teachers than teachers", "warning countyAboveSchools facts.rotationEligible", withFacts({ rotationEligible: 9000 })],
  ];
  test.each(cases)("%s", (_, expected, dataset) => {
    expect(found(dataset)).toContain(expected);
    expect(found(dataset).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("a sheet that is partly filled in is named, one that is left out is not", () => {
    const without = (index: number) =>
      withSchool(index, ({ money }) => ({ money: { ...money, publicFundsBudgetWan: null, trainingBudgetWan: null } }));
    expect(found(without(primary))).toEqual(["warning missingValues 经费"]);
    const nobody: CountyDataset = {
      ...county,
      schools: county.schools.map((school) => ({
        ...school,
        money: { ...school.money, publicFundsBudgetWan: null, trainingBudgetWan: null },
      })),
    };
    expect(found(nobody)).toEqual([]);
  });

  test("no two complaints say the same of the same place, so that each can be accepted alone", () => {
    const places = issuesOf({
      ...county,
      schools: county.schools.map((school) => ({ ...school, money: { ...school.money, publicFundsActualWan: 0 } })),
    }).map(({ message, params }) => `${message} ${params["code"]} ${params["path"]}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(5);
  });
});
