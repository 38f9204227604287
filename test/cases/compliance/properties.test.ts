import { type CountyAssessment, countyAssessmentSchema, resourceIndicators, type SectionAssessment } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type CountyDataset, type School, stages } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeCounty, importedCounty, projectedCounty } from "./counties";
import { countiesPerProperty } from "./runs";

const judge = (dataset: CountyDataset): CountyAssessment => judgeCounty(columnsOfDataset(dataset), quality2017, { items: false });
const rowsOf = (assessment: CountyAssessment): readonly SectionAssessment[] => stages.flatMap((stage) => assessment.stages[stage].sections);
const relative = (a: number, b: number): number => Math.abs(a - b) / Math.max(1e-300, Math.abs(a), Math.abs(b));
const runs = { numRuns: countiesPerProperty(120), seed: 6 };

const withSchool = (dataset: CountyDataset, index: number, change: (school: School) => School): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school, at) => (at === index ? change(school) : school)),
});

describe("balance", () => {
  it("satisfies CV² = N·Σ(R²/P)/T² − 1", () => {
    fc.assert(
      fc.property(completeCounty, (dataset) => {
        for (const stage of stages) {
          const { sections, balance } = judge(dataset).stages[stage];
          for (const id of resourceIndicators) {
            const { cv, total } = balance[id];
            if (cv === null || total === null) continue;
            const pupils = sections.reduce((sum, section) => sum + (section.pupils ?? 0), 0);
            const squares = sections.reduce(
              (sum, section) => sum + (section.indicators[id].numerator ?? 0) ** 2 / (section.pupils ?? 0),
              0,
            );
            expect(Math.abs(cv * cv - ((pupils * squares) / total ** 2 - 1))).toBeLessThan(1e-9);
          }
        }
      }),
      runs,
    );
  });

  it("does not depend on the unit: ten times every area gives the same CV", () => {
    fc.assert(
      fc.property(completeCounty, (dataset) => {
        const larger: CountyDataset = {
          ...dataset,
          schools: dataset.schools.map((school) => ({
            ...school,
            facilities: {
              ...school.facilities,
              sportsFieldAreaM2: (school.facilities.sportsFieldAreaM2 ?? 0) * 10,
              gymAreaM2: (school.facilities.gymAreaM2 ?? 0) * 10,
            },
          })),
        };
        for (const stage of stages) {
          const before = judge(dataset).stages[stage].balance.R5;
          const after = judge(larger).stages[stage].balance.R5;
          expect(after.verdict).toBe(before.verdict);
          if (before.cv === null || after.cv === null) expect(after.cv).toBe(before.cv);
          else expect(Math.abs(after.cv - before.cv)).toBeLessThan(1e-9);
        }
      }),
      runs,
    );
  });
});

describe("the judgement", () => {
  it("does not depend on the order of the returns", () => {
    fc.assert(
      fc.property(importedCounty, fc.integer(), (dataset, turn) => {
        const size = dataset.schools.length || 1;
        const cut = ((turn % size) + size) % size;
        const turned = { ...dataset, schools: [...dataset.schools.slice(cut), ...dataset.schools.slice(0, cut)].reverse() };
        const summary = (assessment: CountyAssessment) => ({
          verdict: assessment.verdict,
          failing: assessment.failing,
          notEvaluable: assessment.notEvaluable,
          rows: Object.fromEntries(
            rowsOf(assessment).map(({ id, verdict, indicators }) => [
              id,
              [verdict, ...resourceIndicators.map((key) => [indicators[key].state, indicators[key].needed, indicators[key].borderline])],
            ]),
          ),
          balance: stages.map((stage) => resourceIndicators.map((id) => assessment.stages[stage].balance[id].verdict)),
        });
        expect(summary(judge(turned))).toEqual(summary(judge(dataset)));
      }),
      runs,
    );
  });

  it("is a valid answer without NaN or infinity, whatever is missing", () => {
    fc.assert(
      fc.property(fc.oneof(importedCounty, projectedCounty), (dataset) => {
        const assessment = judge(dataset);
        expect(countyAssessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
      }),
      runs,
    );
  });

  it("counts every pupil of a counted school once", () => {
    fc.assert(
      fc.property(completeCounty, (dataset) => {
        const assessment = judge(dataset);
        const counted = new Set(assessment.inclusion.filter(({ decision }) => decision !== "excluded").map(({ schoolCode }) => schoolCode));
        const pupilsOf = ({ pupils }: School): number =>
          [...(pupils.primaryByGrade ?? []), ...(pupils.juniorByGrade ?? [])].reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
        const returned = dataset.schools.filter(({ code }) => counted.has(code)).reduce((sum, school) => sum + pupilsOf(school), 0);
        expect(rowsOf(assessment).reduce((sum, { pupils }) => sum + (pupils ?? 0), 0)).toBe(returned);
      }),
      runs,
    );
  });

  it("shares out all of a nine-year school's resources and no more", () => {
    fc.assert(
      fc.property(completeCounty, (dataset) => {
        const rows = rowsOf(judge(dataset));
        for (const school of dataset.schools) {
          const own = rows.filter(({ schoolCode }) => schoolCode === school.code);
          if (school.type !== "nine_year" || own.length !== 2 || own.some(({ mergedFrom }) => mergedFrom.length > 0)) continue;
          const shared = own.reduce((sum, { indicators }) => sum + (indicators.R6.numerator ?? Number.NaN), 0);
          const whole = (school.facilities.equipmentValueWan ?? 0) * 10_000;
          expect(Math.abs(shared - whole)).toBeLessThanOrEqual(1e-9 * whole);
          expect(own.reduce((sum, { splitShare }) => sum + (splitShare ?? 0), 0)).toBeCloseTo(1, 12);
        }
      }),
      runs,
    );
  });

  it("never gets worse for a school that gets more", () => {
    fc.assert(
      fc.property(completeCounty, fc.nat(11), fc.integer({ min: 1, max: 500 }), (dataset, index, more) => {
        const better = withSchool(dataset, index, (school) => ({
          ...school,
          facilities: { ...school.facilities, sportsFieldAreaM2: (school.facilities.sportsFieldAreaM2 ?? 0) + more },
        }));
        const rank = { met: 2, remainder: 1, below: 0, not_evaluable: -1 };
        const after = new Map(rowsOf(judge(better)).map((row) => [row.id, row]));
        for (const row of rowsOf(judge(dataset))) {
          const later = after.get(row.id);
          expect(rank[later?.indicators.R5.state ?? "not_evaluable"]).toBeGreaterThanOrEqual(rank[row.indicators.R5.state]);
          expect(later?.metCount).toBeGreaterThanOrEqual(row.metCount);
          if (row.verdict === "met") expect(later?.verdict).toBe("met");
        }
      }),
      runs,
    );
  });

  it("never turns a failure into a pass, or a pass into a failure, when a figure goes missing", () => {
    const hide: readonly ((school: School) => School)[] = [
      (school) => ({ ...school, facilities: { ...school.facilities, gymAreaM2: null } }),
      (school) => ({ ...school, facilities: { ...school.facilities, multimediaRooms: null } }),
      (school) => ({ ...school, pupils: { ...school.pupils, senior: null } }),
      (school) => ({ ...school, teachers: { ...school.teachers, primary: null } }),
      (school) => ({
        ...school,
        pupils: { ...school.pupils, primaryByGrade: school.pupils.primaryByGrade && [null, 1, 1, 1, 1, 1] },
      }),
    ];
    fc.assert(
      fc.property(completeCounty, fc.nat(11), fc.constantFrom(...hide), (dataset, index, hidden) => {
        const before = judge(dataset);
        const after = judge(withSchool(dataset, index, hidden));
        expect([before.verdict, "not_evaluable"]).toContain(after.verdict);
        const rows = new Map(rowsOf(before).map((row) => [row.id, row.verdict]));
        for (const row of rowsOf(after)) expect([rows.get(row.id) ?? "not_evaluable", "not_evaluable"]).toContain(row.verdict);
      }),
      runs,
    );
  });
});

describe("what is needed", () => {
  const grant = (dataset: CountyDataset, code: string, extra: number, per: number): CountyDataset => ({
    ...dataset,
    schools: dataset.schools.map((school) =>
      school.code === code
        ? {
            ...school,
            facilities: {
              ...school.facilities,
              sportsFieldAreaM2: Math.round(((school.facilities.sportsFieldAreaM2 ?? 0) + extra) * per) / per,
            },
          }
        : school,
    ),
  });

  it("meets the standard, and one hundredth of a square metre less does not", () => {
    fc.assert(
      fc.property(completeCounty, (dataset) => {
        for (const row of rowsOf(judge(dataset))) {
          const { needed, state } = row.indicators.R5;
          expect(needed === 0).toBe(state === "met");
          if (needed === null || needed === 0) continue;
          const stateAfter = (extra: number) =>
            rowsOf(judge(grant(dataset, row.schoolCode, extra, 100))).find(({ id }) => id === row.id)?.indicators.R5.state;
          expect(stateAfter(needed)).toBe("met");
          expect(stateAfter(needed - 0.01)).not.toBe("met");
        }
      }),
      { numRuns: countiesPerProperty(60), seed: 6 },
    );
  });
});

describe("values", () => {
  it("are the resource of the section by its pupils", () => {
    fc.assert(
      fc.property(projectedCounty, (dataset) => {
        for (const row of rowsOf(judge(dataset))) {
          const { value, numerator } = row.indicators.R6;
          expect(relative(value ?? 0, (numerator ?? 0) / (row.pupils ?? 1))).toBeLessThan(1e-12);
        }
      }),
      runs,
    );
  });
});
