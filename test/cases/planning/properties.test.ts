import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { canonicalJson } from "@server/kernel/canonical-json";
import { type Lever, type Projection, projectionSchema, type ScenarioDocument } from "@server/planning/contract";
import { checkLevers, project } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build, hire, rotate, steady } from "./county";

/** Random counties of the fixture family, random assumptions and possible levers. */

const datasets = fc
  .record({ size: fc.integer({ min: 6, max: 30 }), seed: fc.nat(10_000) })
  .map(({ size, seed }) => countyOfSize(size, seed));

const assumptions = fc
  .record({
    change: fc.double({ min: -0.2, max: 0.1, noNaN: true }),
    leakage: fc.double({ min: 0, max: 0.3, noNaN: true }),
    attrition: fc.double({ min: 0, max: 0.15, noNaN: true }),
    replacement: fc.double({ min: 0, max: 1, noNaN: true }),
    keep: fc.boolean(),
  })
  .map(({ change, leakage, attrition, replacement, keep }): ScenarioDocument["assumptions"] => ({
    ...steady,
    entrants: { mode: "trend", annualChange: change },
    juniorLeakage: leakage,
    classPolicy: keep ? "keep_until_cap" : "observed_mean_under_cap",
    teacherAttrition: attrition,
    teacherReplacement: replacement,
    priceGrowth: 0.03,
  }));

const leverOf = (dataset: CountyDataset, baseYear: number): fc.Arbitrary<Lever> => {
  const codes = dataset.schools
    .filter((school) => school.pupils.primaryByGrade !== null && school.type !== "special" && school.type !== "vocational")
    .map((school) => school.code);
  const time = { startYear: fc.integer({ min: baseYear + 1, max: baseYear + 2 }), leadYears: fc.integer({ min: 0, max: 2 }) };
  const stage = fc.constantFrom("primary" as const, "junior" as const);
  return fc.oneof(
    fc
      .record({ ...time, schoolCode: fc.constantFrom(...codes), rooms: fc.integer({ min: 1, max: 12 }), multimedia: fc.boolean() })
      .map(build),
    fc
      .record({
        ...time,
        target: stage.map((value) => ({ mode: "largest_deficit" as const, stage: value })),
        count: fc.integer({ min: 1, max: 20 }),
        fulfilment: fc.double({ min: 0, max: 1, noNaN: true }),
        subject: fc.constantFrom("general" as const, "physical_education" as const, "art" as const),
        aboveRequiredEducation: fc.boolean(),
        backbone: fc.boolean(),
      })
      .map(hire),
    fc
      .record({
        ...time,
        endYear: fc.integer({ min: baseYear + 4, max: baseYear + 5 }),
        eligibleShare: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
        rotationShare: fc.double({ min: 0.02, max: 0.15, noNaN: true }),
        backboneShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
        termYears: fc.integer({ min: 1, max: 3 }),
      })
      .map(rotate),
  );
};

const question = datasets.chain((dataset) =>
  fc
    .record({
      assumptions,
      levers: fc.array(leverOf(dataset, dataset.county.statisticsYear), { maxLength: 5 }),
      horizonYears: fc.integer({ min: 4, max: 6 }),
    })
    .map(({ levers, ...rest }) => ({
      dataset,
      document: {
        format: "hengce.scenario/1",
        name: "试算",
        annualBudgetWan: 100,
        ...rest,
        levers: levers.map((lever, index) => ({ ...lever, id: `lever-${index}` })),
      } satisfies ScenarioDocument,
    })),
);

const answer = (dataset: CountyDataset, document: ScenarioDocument): Projection => project(dataset, document, quality2017);
const only =
  (type: Lever["type"]) =>
  (document: ScenarioDocument): ScenarioDocument => ({
    ...document,
    levers: document.levers.filter((lever) => lever.type === type),
  });

const runs = { numRuns: projectionsPerProperty(25), seed: 20260901 };

describe("every projection", () => {
  it("is complete, of the documented shape, and holds no number that is not one", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        expect(checkLevers(dataset, document)).toEqual([]);
        const projection = answer(dataset, document);
        projectionSchema.parse(projection);
        canonicalJson(projection); // refuses NaN and infinities
        for (const outcome of [...projection.baseline, ...projection.trial]) {
          expect(outcome.notEvaluable).toBe(0);
          const figures = outcome.sections.flatMap((section) => [section.pupils, ...Object.values(section.values)]);
          expect(figures.filter((figure) => figure === null || !(figure >= -1e-9))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("is the same to the byte when asked twice, or with the levers listed in another order", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        const text = JSON.stringify(answer(dataset, document));
        expect(JSON.stringify(answer(dataset, document))).toBe(text);
        expect(JSON.stringify(answer(dataset, { ...document, levers: document.levers.toReversed() }))).toBe(text);
      }),
      { ...runs, numRuns: projectionsPerProperty(10) },
    );
  });

  it("does not depend on the order of the schools", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        // Teaching points name their parents by code, so rows may stand in any order.
        const turned = answer({ ...dataset, schools: dataset.schools.toReversed() }, document);
        const straight = answer(dataset, document);
        turned.trial.forEach((outcome, index) => {
          const other = straight.trial[index];
          expect(outcome.failing).toBe(other?.failing);
          for (const stage of ["primary", "junior"] as const) {
            expect(outcome.stages[stage].cv.R3 ?? 0).toBeCloseTo(other?.stages[stage].cv.R3 ?? 0, 6);
          }
        });
      }),
      { ...runs, numRuns: projectionsPerProperty(10) },
    );
  });

  it("without a lever has a trial equal to its baseline and costs nothing; a disabled lever is as if absent", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        const none = answer(dataset, { ...document, levers: [] });
        expect(none.trial).toEqual(none.baseline);
        expect(none.cost.every((entry) => entry.totalWan === 0 && entry.overBudgetWan === 0)).toBe(true);
        const disabled = answer(dataset, { ...document, levers: document.levers.map((lever) => ({ ...lever, enabled: false })) });
        expect(disabled).toEqual(none);
      }),
      { ...runs, numRuns: projectionsPerProperty(10) },
    );
  });

  it("adds money up: levers to the year's kinds, kinds to the total, the excess over the cap", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        for (const entry of answer(dataset, document).cost) {
          const sum = (read: (part: (typeof entry.byLever)[number]) => number) =>
            entry.byLever.reduce((total, part) => total + read(part), 0);
          expect(entry.capitalWan).toBeCloseTo(
            sum((part) => part.capitalWan),
            9,
          );
          expect(entry.recurrentWan).toBeCloseTo(
            sum((part) => part.recurrentWan),
            9,
          );
          expect(entry.totalWan).toBeCloseTo(entry.capitalWan + entry.recurrentWan, 9);
          expect(entry.overBudgetWan).toBeCloseTo(Math.max(0, entry.totalWan - 100), 9);
        }
      }),
      runs,
    );
  });
});

const withoutHistory = (dataset: CountyDataset): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school) => ({ ...school, history: [] })),
});

describe("the pupils of a county", () => {
  it("change only by entrants, leavers of grade 9 and leakage when every ratio is 1", () => {
    fc.assert(
      fc.property(datasets, fc.double({ min: 0, max: 0.5, noNaN: true }), (original, leakage) => {
        const dataset = withoutHistory({ ...original, schools: original.schools.filter((school) => school.type !== "teaching_point") });
        const grade = (cells: readonly (number | null)[] | null, index: number) => cells?.[index] ?? 0;
        const total = (read: (school: CountyDataset["schools"][number]) => number) =>
          dataset.schools.reduce((sum, school) => sum + read(school), 0);
        fc.pre(total((school) => grade(school.pupils.juniorByGrade, 0)) > 0);
        const document: ScenarioDocument = {
          format: "hengce.scenario/1",
          name: "试算",
          horizonYears: 1,
          assumptions: { ...steady, juniorLeakage: leakage },
          levers: [],
          annualBudgetWan: null,
        };
        const [base, next] = answer(dataset, document).baseline;
        const all = (outcome: typeof base) =>
          (outcome?.stages.primary.pupils ?? Number.NaN) + (outcome?.stages.junior.pupils ?? Number.NaN);
        const entrants = total((school) => grade(school.pupils.primaryByGrade, 0));
        const leavers = total((school) => grade(school.pupils.juniorByGrade, 2));
        const lost = leakage * total((school) => grade(school.pupils.primaryByGrade, 5));
        expect(all(next)).toBeCloseTo(all(base) + entrants - leavers - lost, 6);
      }),
      runs,
    );
  });
});

describe("rotation", () => {
  it("keeps the county's teachers of each stage, in all and behind each indicator, whatever the flows", () => {
    fc.assert(
      fc.property(question, ({ dataset: all, document }) => {
        // A teaching point that shrinks below the limit leaves the judged sections with the teachers lent to it.
        const dataset = { ...all, schools: all.schools.filter((school) => school.type !== "teaching_point") };
        const projection = answer(dataset, only("rotation_quota")(document));
        projection.trial.forEach((outcome, index) => {
          for (const stage of ["primary", "junior"] as const) {
            const before = projection.baseline[index]?.stages[stage];
            expect(outcome.stages[stage].teachers).toBeCloseTo(before?.teachers ?? Number.NaN, 6);
            // The county mean is total over total: equal means with equal pupils are equal totals.
            for (const indicator of ["R1", "R2", "R3"] as const) {
              expect(outcome.stages[stage].mean[indicator]).toBeCloseTo(before?.mean[indicator] ?? Number.NaN, 6);
            }
          }
        });
      }),
      runs,
    );
  });

  it("pushes no section below a standard that it met without rotation", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        const policy = only("rotation_quota")(document);
        fc.pre(policy.levers.length > 0);
        const projection = answer(dataset, policy);
        // In the first year of a policy nobody is on loan yet, so the comparison with the baseline is direct.
        const firstYear = Math.min(...policy.levers.map((lever) => lever.startYear + lever.leadYears));
        const index = projection.years.indexOf(firstYear);
        const before = new Map(projection.baseline[index]?.sections.map((section) => [section.id, section]));
        for (const section of projection.trial[index]?.sections ?? []) {
          for (const indicator of ["R1", "R2", "R3"] as const) {
            if (before.get(section.id)?.states[indicator] === "met") expect(section.states[indicator]).toBe("met");
          }
        }
      }),
      runs,
    );
  });

  it("meets its quota of eligible teachers and of backbone teachers, or says what is wanting", () => {
    fc.assert(
      fc.property(question, ({ dataset, document }) => {
        const policy = only("rotation_quota")(document);
        const projection = answer(dataset, policy);
        const ratios = projection.notices.filter((notice) => notice.key === "rotationRatios");
        for (const { leverId, year, params } of ratios) {
          const lever = policy.levers.find((candidate) => candidate.id === leverId);
          if (lever?.type !== "rotation_quota") throw new Error("ratios of another lever");
          const wanting = projection.notices.some(
            (notice) => notice.leverId === leverId && notice.year === year && /Unfilled$/.test(notice.key),
          );
          if (!wanting) {
            expect(params.rotatedShare).toBeCloseTo(lever.rotationShare, 9);
            expect(params.backboneShare).toBeCloseTo(lever.backboneShare, 9);
          } else {
            expect(Number(params.rotatedShare)).toBeLessThan(lever.rotationShare);
          }
        }
      }),
      runs,
    );
  });
});
