import { countyOfSize } from "@db/seeds/small-county";
import type { JudgedYear, RuleSet } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { type Assumptions, type ScenarioDocument, uncertaintySettingsSchema } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { questionOf } from "@server/planning/engine/simulate";
import { drawnChoosers } from "@server/planning/engine/uncertainty/chooser";
import { drawnCounty } from "@server/planning/engine/uncertainty/drawn-county";
import { uncertainCounty } from "@server/planning/engine/uncertainty/draws";
import { undisturbedYears } from "@server/planning/engine/undisturbed/index";
import { canonicalDataset } from "@server/statistics/canonical";
import type { CountyDataset, School } from "@server/statistics/contract";
import { withValues } from "@test/cases/compliance/items/build";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenario } from "./county";
import { assumptionsFor, counties } from "./oracle/counties";

/** A year as it is told, out of the memory in which the next one is judged. */
const told = ({ stages, items, verdict, whole }: JudgedYear) => ({
  verdict,
  whole,
  items: [...items],
  stages: Object.fromEntries(
    Object.entries(stages).map(([stage, own]) => [
      stage,
      {
        heads: [...own.heads],
        states: [...own.states].map((bits) => bits & 0x7f7f7f),
        sectionVerdicts: [...own.sectionVerdicts],
        balances: own.balances.map(({ mean, cv, verdict: of }) => ({ mean, cv, verdict: of })),
        pupils: own.pupils,
        verdict: own.verdict,
      },
    ]),
  ),
});

/** Every year of some drawn futures by the quick way and stepped and judged year by year; and how many are told quickly. */
const bothWays = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet, draws: number, countyShare = 0.5) => {
  const asked = uncertaintySettingsSchema.parse({ draws, countyShare });
  const county = uncertainCounty(dataset, document, ruleSet, asked);
  const question = questionOf(dataset, document);
  const alone = undisturbedYears(question, ruleSet);
  const drawn = drawnCounty(question, asked, document.horizonYears);
  const chooserOf = drawnChoosers(asked, document.horizonYears);
  let quickly = 0;
  const futures = Array.from({ length: draws }, (_, draw) => {
    const quick: unknown[] = [];
    const stepped: unknown[] = [];
    const means = [
      { ...county.judge(chooserOf(draw), (year, index, costWan) => quick.push({ index, costWan, ...told(year) })) },
      { ...county.run(chooserOf(draw), (year, index, costWan) => stepped.push({ index, costWan, ...told(year.verdicts()) })) },
    ];
    drawn.fill(chooserOf(draw));
    if (alone !== null && alone(drawn.years) !== null) quickly += 1;
    return { quick: [quick, means[0]], stepped: [stepped, means[1]] };
  });
  return { futures, quickly };
};

/** Demands that both ways say the same of all futures that it is given, and counts those that are told quickly. */
const comparison = () => {
  let [all, quickly] = [0, 0];
  return {
    compare: (...question: Parameters<typeof bothWays>): void => {
      const { futures, quickly: own } = bothWays(...question);
      for (const { quick, stepped } of futures) expect(quick).toEqual(stepped);
      all += futures.length;
      quickly += own;
    },
    quickShare: (): number => quickly / all,
  };
};

/** Readings of the rules under which other things move than else, or others are asked for. */
const readings: readonly Parameters<typeof withValues>[1][] = [
  { "inclusion.smallTeachingPoints": "merged" },
  { "inclusion.partialSchools": "excluded" },
  { "rounding.compare": "displayed" },
  { "teachers.rotated": "where_they_belong" },
  { "G9.newTeachers": "exempt" },
  { "G11.eligible": "public_teachers" },
  { "G13.base": "entrants" },
  { "split.unsplitTeachers": "by_weighted_pupils" },
  { "G3.mixedStages": "added" },
  { "G3.mixedStages": "all_classes" },
  { "G6.scope": "all_small" },
  { "G6.method": "per_pupil" },
  { "relief.G3.oldBuilding.on": true },
  { "relief.G3.smallRural.on": true, "relief.G3.smallRural.maximumPupils": 200 },
  { "relief.G4.on": true },
  { "G9.trainedShare": 0.99 },
  { "G12.certifiedShare": 0.97 },
];
const ruleSets = fc
  .tuple(fc.constantFrom(quality2017, quality2019), fc.oneof(fc.constant([]), fc.subarray([...readings], { minLength: 1, maxLength: 2 })))
  .map(([ruleSet, changed]) => changed.reduce<RuleSet>((rules, values) => withValues(rules, values), ruleSet));

const scaled = (cell: number | null, factor: number): number | null => (cell === null ? null : Math.floor(cell * factor));
const scaledAll = <T extends readonly (number | null)[]>(cells: T | null, factor: number): T | null =>
  cells === null ? null : (cells.map((cell) => scaled(cell, factor)) as unknown as T);

/** What keeps schools from an item that moves with pupils and staff (G3, G4, G6, G9, G12, G13); only some of them are met in time. */
const strains: Readonly<Record<string, (school: School) => School>> = {
  none: (school) => school,
  certified: (school) => ({ ...school, staff: { ...school.staff, certified: scaled(school.staff.certified, 0.9) } }),
  trained: (school) => ({ ...school, staff: { ...school.staff, trained360: scaled(school.staff.trained360, 0.99) } }),
  outOfZone: (school) => ({
    ...school,
    enrolment: {
      ...school.enrolment,
      inZonePrimary: scaled(school.enrolment.inZonePrimary, 0.999),
      inZoneJunior: scaled(school.enrolment.inZoneJunior, 0.951),
    },
  }),
  littleMoney: (school) => ({
    ...school,
    money: { ...school.money, publicFundsBudgetWan: scaled(school.money.publicFundsBudgetWan, 0.9) },
  }),
  fewRooms: (school) => ({ ...school, specialRooms: { ...school.specialRooms, music96: scaled(school.specialRooms.music96, 0.6) } }),
  smallRooms: (school) => ({ ...school, specialRooms: { ...school.specialRooms, art90: 0, art67: school.specialRooms.art90 } }),
  crowded: (school) => ({
    ...school,
    pupils: {
      ...school.pupils,
      primaryByGrade: scaledAll(school.pupils.primaryByGrade, 1.5),
      juniorByGrade: scaledAll(school.pupils.juniorByGrade, 1.7),
    },
    classes: { primaryByGrade: scaledAll(school.classes.primaryByGrade, 2), juniorByGrade: scaledAll(school.classes.juniorByGrade, 2) },
  }),
};

/** The county with something that keeps every so manieth school from an item. */
const strained = (dataset: CountyDataset, strain: string, every: number): CountyDataset =>
  canonicalDataset({
    ...dataset,
    schools: dataset.schools.map((school, index) => (index % every === 0 ? (strains[strain]?.(school) ?? school) : school)),
  });
const strainOf = fc.constantFrom(...Object.keys(strains));

/** A county that reports everything, some of whose schools are campuses of others of their kind. */
const withCampuses = fc
  .record({
    size: fc.integer({ min: 6, max: 40 }),
    seed: fc.nat(5000),
    every: fc.integer({ min: 3, max: 9 }),
    strain: strainOf,
    strainedEvery: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ size, seed, every, strain, strainedEvery }): CountyDataset => {
    const dataset = countyOfSize(size, seed);
    const parents = new Map<string, string>();
    const schools = dataset.schools.map((school, index) => {
      const parentCode = parents.get(school.type);
      if (index % every !== 0 || parentCode === undefined) {
        if (!parents.has(school.type)) parents.set(school.type, school.code);
        return school;
      }
      return { ...school, parentCode, countsAsSchool: false };
    });
    return strained({ ...dataset, schools }, strain, strainedEvery);
  });

/** Staff who leave and are not all replaced, some of whom gain what they had not. */
const changingStaff = {
  retirement: "by_age",
  teacherAttrition: 0.04,
  teacherReplacement: 0.7,
  upgradingRate: 0.06,
  backboneRate: 0.03,
} as const;

describe("the futures of a county that is left alone", () => {
  it("are told the quick way where everything is reported", () => {
    for (const seed of [1, 2, 3]) {
      const dataset = canonicalDataset(countyOfSize(40, seed));
      const document = scenario({ horizonYears: 10, assumptions: defaultAssumptions(dataset) });
      expect(bothWays(dataset, document, quality2017, 60).quickly).toBeGreaterThan(56);
    }
  });

  it("are bit for bit those that are stepped and judged year by year, in counties as the seeds have them", () => {
    const { compare, quickShare } = comparison();
    fc.assert(
      fc.property(
        fc.record({
          size: fc.integer({ min: 2, max: 60 }),
          seed: fc.nat(5000),
          horizonYears: fc.integer({ min: 1, max: 15 }),
          ruleSet: ruleSets,
          strain: strainOf,
          every: fc.integer({ min: 1, max: 5 }),
        }),
        fc.constantFrom<Partial<ScenarioDocument["assumptions"]>>(
          {},
          changingStaff,
          { ...changingStaff, classPolicy: "keep_until_cap" },
          { juniorLeakage: 0.07, upgradingRate: 0.05, backboneRate: 0.02 },
          { retirement: "none", teacherAttrition: 0 },
          { entrants: { mode: "trend", annualChange: -0.06 }, evidence: "as_base_year" },
        ),
        fc.constantFrom(0, 0.3, 0.5, 1),
        ({ size, seed, horizonYears, ruleSet, strain, every }, parts, countyShare) => {
          const dataset = strained(countyOfSize(size, seed), strain, every);
          const document = scenario({ horizonYears, assumptions: { ...defaultAssumptions(dataset), ...parts } });
          compare(dataset, document, ruleSet, 4, countyShare);
        },
      ),
      { numRuns: projectionsPerProperty(80), seed: 20_261_123 },
    );
    expect(quickShare()).toBeGreaterThan(0.5);
  });

  it("and with campuses, zones, feeders and assumptions of their own", () => {
    const { compare, quickShare } = comparison();
    const questions = withCampuses.chain((dataset) =>
      fc.record({
        dataset: fc.constant(dataset),
        assumptions: assumptionsFor(dataset).map(
          (of): Assumptions => ({
            ...of,
            entrantNumbers: [],
            netTransfers: [],
            retention: "base_year",
            classCap: { primary: 45, junior: 50 },
          }),
        ),
        horizonYears: fc.integer({ min: 1, max: 12 }),
        ruleSet: ruleSets,
      }),
    );
    fc.assert(
      fc.property(questions, ({ dataset, assumptions, horizonYears, ruleSet }) => {
        compare(dataset, scenario({ horizonYears, assumptions }), ruleSet, 3);
      }),
      { numRuns: projectionsPerProperty(60), seed: 20_261_125 },
    );
    expect(quickShare()).toBeGreaterThan(0.5);
  });

  it("and in counties of every kind, most of which have to be stepped", () => {
    const { compare } = comparison();
    const questions = counties.chain((dataset) =>
      fc.record({
        dataset: fc.constant(dataset),
        assumptions: assumptionsFor(dataset),
        horizonYears: fc.integer({ min: 1, max: 8 }),
        ruleSet: ruleSets,
      }),
    );
    fc.assert(
      fc.property(questions, ({ dataset, assumptions, horizonYears, ruleSet }) => {
        compare(dataset, scenario({ horizonYears, assumptions }), ruleSet, 3);
      }),
      { numRuns: projectionsPerProperty(60), seed: 20_261_124 },
    );
  });
});
