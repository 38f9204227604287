import { keyedRandom, between as stretched } from "@db/seeds/random";
import { countyOfSize } from "@db/seeds/small-county";
import { type Assumptions, progressionGrades } from "@server/planning/contract";
import { canonicalDataset } from "@server/statistics/canonical";
import { type CountyDataset, countyDatasetSchema, type School, stagesOfType } from "@server/statistics/contract";
import { importedCounty, projectedCounty } from "@test/cases/compliance/counties";
import fc from "fast-check";
import { steady } from "../county";

/** Counties of every shape, with cells missing anywhere, and assumptions of every kind. */

type Random = () => number;
const randomOf = (seed: number): Random => {
  const keyed = keyedRandom(seed);
  let asked = 0;
  return () => {
    asked += 1;
    return keyed("oracle", asked);
  };
};

const keptFields: ReadonlySet<string> = new Set(["year", "fromCode", "event"]);

/** Any record of a return without some of its cells. */
const withGaps = (value: unknown, chance: number, random: Random): unknown => {
  if (Array.isArray(value)) return value.map((cell: unknown) => withGaps(cell, chance, random));
  if (typeof value !== "object" || value === null) return random() < chance ? null : value;
  return Object.fromEntries(
    Object.entries(value).map(([field, cell]) => [field, keptFields.has(field) ? cell : withGaps(cell, chance, random)]),
  );
};

/** A return that lacks cells, or tells its primary pupils in one figure. */
const schoolWithGaps = (school: School, chance: number, random: Random): unknown => {
  const { pupils, classes, teachers, facilities, conditions, enrolment, retention, classSizes, staff, specialRooms, money, basic } = school;
  const groups = { pupils, classes, teachers, facilities, conditions, enrolment, retention, classSizes, staff, specialRooms, money, basic };
  const hasTotalOnly = random() < 4 * chance && pupils.primaryByGrade !== null;
  const gappy = withGaps(groups, chance, random);
  return {
    ...school,
    ...(typeof gappy === "object" ? gappy : {}),
    ...(hasTotalOnly ? { pupils: { ...pupils, primaryByGrade: null }, totals: { ...school.totals, pupilsPrimary: 120 } } : {}),
    history: withGaps(school.history, chance, random),
  };
};

/** Schools of the fixture family: everything reported or with gaps; now and then a stage that only begins, or has nobody. */
const fixtureCounty = fc
  .record({
    size: fc.integer({ min: 2, max: 26 }),
    seed: fc.nat(100_000),
    gaps: fc.constantFrom(0, 0, 0.002, 0.02),
    empty: fc.constantFrom(0, 0, 0.1),
  })
  .map(({ size, seed, gaps, empty }): CountyDataset => {
    const random = randomOf(seed);
    const dataset = countyOfSize(size, seed);
    const schools = dataset.schools.map((school) => {
      const { primaryByGrade, juniorByGrade } = school.pupils;
      const isNew = random() < empty;
      const hasNobody = random() < empty / 2;
      const young: School = {
        ...school,
        pupils: {
          primaryByGrade: primaryByGrade === null ? null : [hasNobody ? 0 : primaryByGrade[0], 0, 0, 0, 0, 0],
          juniorByGrade: juniorByGrade === null ? null : [hasNobody ? 0 : juniorByGrade[0], 0, 0],
          senior: school.pupils.senior,
        },
        classes: {
          primaryByGrade: primaryByGrade === null ? null : [school.classes.primaryByGrade?.[0] ?? null, 0, 0, 0, 0, 0],
          juniorByGrade: juniorByGrade === null ? null : [school.classes.juniorByGrade?.[0] ?? null, 0, 0],
        },
        history: [],
      };
      const own = isNew ? young : school;
      return gaps === 0 ? own : schoolWithGaps(own, gaps, random);
    });
    const births = dataset.county.births.filter(() => random() >= 3 * gaps);
    return canonicalDataset(countyDatasetSchema.parse({ ...dataset, county: { ...dataset.county, births }, schools }));
  });

/** Rough counties of the compliance engine's own tests, given a past and births. */
const roughCounty = fc
  .record({ dataset: fc.oneof(importedCounty, projectedCounty), seed: fc.nat(100_000) })
  .map(({ dataset, seed }): CountyDataset => {
    const random = randomOf(seed);
    const { statisticsYear } = dataset.county;
    const past = (cell: number | null): number | null =>
      cell === null || random() < 0.02 ? null : Math.round(cell * stretched(random(), 0.7, 1.3));
    const schools = dataset.schools.map((school): School => {
      const { primaryByGrade: primary, juniorByGrade: junior } = school.pupils;
      const years = [1, 2, 3].filter(() => random() < 0.6).map((ago) => statisticsYear - ago);
      const history = years.toReversed().map((year): School["history"][number] => ({
        year,
        primaryByGrade:
          primary === null
            ? null
            : [past(primary[0]), past(primary[1]), past(primary[2]), past(primary[3]), past(primary[4]), past(primary[5])],
        juniorByGrade: junior === null ? null : [past(junior[0]), past(junior[1]), past(junior[2])],
      }));
      return { ...school, history };
    });
    const births = Array.from({ length: 14 }, (_, index) => ({
      year: statisticsYear - 8 + index,
      births: Math.round(stretched(random(), 0, 900)),
    }));
    return canonicalDataset({ ...dataset, county: { ...dataset.county, births: births.filter(() => random() < 0.9) }, schools });
  });

export const counties = fc.oneof(fixtureCounty, roughCounty);

/** Thousandths. */
export const between = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 1000, max: most * 1000 }).map((thousandths) => thousandths / 1000);
export const share = between(0, 1);
const rate = (most: number) => fc.oneof(fc.constant(0), between(0, most));

/** Assumptions of every mode for a county. */
export const assumptionsFor = ({ county, schools }: CountyDataset): fc.Arbitrary<Assumptions> => {
  const teaching = (stage: "primary" | "junior"): readonly string[] =>
    schools.filter(({ type }) => stagesOfType[type].includes(stage)).map(({ code }) => code);
  const year = county.statisticsYear;
  const change = between(-0.3, 0.2);
  const entrants: fc.Arbitrary<Assumptions["entrants"]> = fc.oneof(
    fc.constant({ mode: "births" as const }),
    change.map((annualChange) => ({ mode: "trend" as const, annualChange })),
    fc
      .uniqueArray(fc.record({ year: fc.integer({ min: year - 1, max: year + 8 }), entrants: fc.integer({ min: 0, max: 1500 }) }), {
        selector: (entry) => entry.year,
        minLength: 1,
        maxLength: 4,
      })
      .map((series) => ({ mode: "series" as const, series })),
  );
  const zoneShares = fc
    .subarray([...teaching("primary")])
    .chain((codes) =>
      fc
        .array(share, { minLength: codes.length, maxLength: codes.length })
        .map((shares) => codes.map((schoolCode, index) => ({ schoolCode, share: (shares[index] ?? 0) / codes.length }))),
    );
  const feederShares = fc.array(
    fc.record({
      fromCode: fc.constantFrom(...teaching("primary"), "none"),
      toCode: fc.constantFrom(...teaching("junior"), "none"),
      share: between(0, 0.25),
    }),
    { maxLength: 4 },
  );
  const reported = (stage: "primary" | "junior"): readonly string[] =>
    schools
      .filter((school) => stagesOfType[school.type].includes(stage) && school.pupils[`${stage}ByGrade`] !== null)
      .map(({ code }) => code);
  const [primary, junior] = [reported("primary"), reported("junior")];
  const projected = fc.integer({ min: year + 1, max: year + 8 });
  const seldom = <T>(lists: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
    fc.oneof({ arbitrary: fc.constant<T[]>([]), weight: 2 }, { arbitrary: lists, weight: 3 });
  const ofGrade = <G extends number>(grades: readonly G[]) =>
    fc
      .constantFrom(...grades)
      .chain((grade) => fc.record({ grade: fc.constant(grade), schoolCode: fc.constantFrom(...(grade <= 6 ? primary : junior), "none") }));
  const entrantNumbers = seldom(
    fc.uniqueArray(
      fc.record({
        schoolCode: fc.constantFrom(...primary, "none"),
        year: projected,
        entrants: fc.oneof(between(0, 80), fc.constant(4000)),
      }),
      { selector: (entry) => `${entry.schoolCode} ${entry.year}`, maxLength: 12 },
    ),
  );
  const progressionRatios = seldom(
    fc.uniqueArray(
      fc
        .record({ place: ofGrade(progressionGrades), ratio: between(0, 1.6), forAll: fc.boolean() })
        .map(({ place: { grade, schoolCode }, ratio, forAll }) => ({ grade, schoolCode: forAll ? "" : schoolCode, ratio })),
      { selector: (entry) => `${entry.schoolCode} ${entry.grade}`, maxLength: 6 },
    ),
  );
  const netTransfers = seldom(
    fc.uniqueArray(
      fc
        .record({ place: ofGrade([1, 2, 3, 4, 5, 6, 7, 8, 9]), year: projected, pupils: fc.oneof(between(-30, 30), fc.constant(-5000)) })
        .map(({ place, ...entry }) => ({ ...place, ...entry })),
      { selector: (entry) => `${entry.schoolCode} ${entry.grade} ${entry.year}`, maxLength: 12 },
    ),
  );
  const bands = fc.nat({ max: 12 });
  const schoolAges = seldom(
    fc.uniqueArray(
      fc.record({
        schoolCode: fc.constantFrom(...schools.map(({ code }) => code), "none"),
        teachers: fc
          .tuple(bands, bands, bands, bands, bands, bands, bands, bands, bands)
          .filter((teachers) => teachers.some((persons) => persons > 0)),
        womenShare: rate(1),
      }),
      { selector: ({ schoolCode }) => schoolCode, maxLength: 6 },
    ),
  );
  const ages = fc.tuple(rate(1), rate(1), rate(1), rate(1), rate(1), rate(1), rate(1), rate(1), rate(1));
  return fc
    .record({
      entrants,
      zoneShares,
      feederShares,
      entrantNumbers,
      progressionRatios,
      netTransfers,
      entrantsTrendBeyondBirths: change,
      juniorLeakage: rate(0.4),
      classPolicy: fc.constantFrom("observed_mean_under_cap", "keep_until_cap"),
      classCap: fc.record({ primary: fc.integer({ min: 20, max: 60 }), junior: fc.integer({ min: 20, max: 60 }) }),
      entrantShares: fc.constantFrom("base_year", "rolling", "zones"),
      retention: fc.constantFrom("base_year", "by_cohort"),
      evidence: fc.constantFrom("declared_years", "as_base_year"),
      retirement: fc.constantFrom("none", "by_age", "by_age"),
      ageShares: fc.oneof(fc.constant(steady.ageShares), ages),
      womenShare: share,
      schoolAges,
      upgradingRate: rate(0.3),
      backboneRate: rate(0.3),
      teacherAttrition: rate(0.2),
      teacherReplacement: fc.oneof(fc.constant(1), share),
    })
    .map((chosen) => ({
      ...steady,
      ...chosen,
      feederShares: chosen.feederShares.filter(({ fromCode, toCode }) => fromCode !== "none" && toCode !== "none"),
      entrantNumbers: chosen.entrantNumbers.filter(({ schoolCode }) => schoolCode !== "none"),
      progressionRatios: chosen.progressionRatios.filter(({ schoolCode }) => schoolCode !== "none"),
      netTransfers: chosen.netTransfers.filter(({ schoolCode }) => schoolCode !== "none"),
      schoolAges: chosen.schoolAges.filter(({ schoolCode }) => schoolCode !== "none"),
    }));
};
