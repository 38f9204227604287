import { type BasicAssessment, basicAssessmentSchema, basicIndicators } from "@server/compliance/basic-contract";
import { columnOf } from "@server/compliance/engine/basic/figures";
import { explainBasic, judgeBasic } from "@server/compliance/engine/basic/index";
import { basicRulesOn } from "@server/compliance/engine/basic/rule-set";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { defaultDate } from "@server/compliance/engine/rules-in-force";
import { type CountyDataset, type School, stages } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeCounty, importedCounty } from "../counties";
import { countiesPerProperty } from "../runs";
import { rulesWith } from "./build";

const rules = rulesWith({
  "basic.standards.use": "judged",
  "basic.standards.pack": "example-seven-of-nine",
  "basic.inclusion.owners": "all",
});
const judge = (dataset: CountyDataset): BasicAssessment => judgeBasic(columnsOfDataset(dataset), rules);
const runs = { numRuns: countiesPerProperty(100), seed: 12 };

/** Adds computers, books and titles, which only basic balance asks for. */
const withBasics = (counties: fc.Arbitrary<CountyDataset>): fc.Arbitrary<CountyDataset> =>
  counties.chain((dataset) => {
    const size = dataset.schools.length;
    const figures = fc.array(fc.option(fc.integer({ min: 0, max: 900 }), { freq: 30, nil: null }), {
      minLength: size * 4,
      maxLength: size * 4,
    });
    return figures.map((drawn) => ({
      ...dataset,
      schools: dataset.schools.map((school, at): School => {
        const [computers = null, books = null, midTitlePrimary = null, midTitleJunior = null] = drawn.slice(at * 4, at * 4 + 4);
        return { ...school, basic: { computers, books, midTitlePrimary, midTitleJunior } };
      }),
    }));
  });
const complete = withBasics(completeCounty).map((dataset) => ({
  ...dataset,
  schools: dataset.schools.map((school): School => {
    const { computers, books, midTitlePrimary, midTitleJunior } = school.basic;
    const basic = {
      computers: computers ?? 7,
      books: books ?? 7,
      midTitlePrimary: midTitlePrimary ?? 7,
      midTitleJunior: midTitleJunior ?? 7,
    };
    return { ...school, basic };
  }),
}));
const any = fc.oneof(complete, withBasics(importedCounty));

const closeTo = (actual: number | null, expected: number | null): void => {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
};

describe("basic balance of generated counties", () => {
  it("has as composite the mean of the eight unrounded coefficients, and as shares what sums to 1", () => {
    let seen = 0;
    fc.assert(
      fc.property(complete, (dataset) => {
        for (const stage of stages) {
          const { balance, composite } = judge(dataset).stages[stage];
          const cvs = basicIndicators.map((id) => balance[id].cv);
          if (cvs.includes(null)) {
            expect(composite.cv).toBeNull();
            continue;
          }
          seen += 1;
          closeTo(composite.cv, cvs.reduce<number>((sum, cv) => sum + (cv ?? 0), 0) / 8);
          if ((composite.cv ?? 0) > 0)
            closeTo(
              basicIndicators.reduce((sum, id) => sum + (balance[id].share ?? 0), 0),
              1,
            );
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(runs.numRuns / 2);
  });

  it("satisfies CV² = N·Σ(R²/P)/T² − 1 for each of the eight", () => {
    fc.assert(
      fc.property(complete, (dataset) => {
        for (const stage of stages) {
          const { sections, balance, pupils } = judge(dataset).stages[stage];
          for (const id of basicIndicators) {
            const { cv, total } = balance[id];
            if (cv === null || total === null || pupils === null) continue;
            const squares = sections.reduce((sum, section) => sum + (section.indicators[id].resource ?? 0) ** 2 / (section.pupils ?? 0), 0);
            expect(Math.abs(cv * cv - ((pupils * squares) / total ** 2 - 1))).toBeLessThan(1e-9);
          }
        }
      }),
      runs,
    );
  });

  it("does not depend on the order of the returns", () => {
    fc.assert(
      fc.property(any, (dataset) => {
        const summary = ({ verdict, stages: judged }: BasicAssessment) => ({
          verdict,
          stages: stages.map((stage) => {
            const { composite, standards, sections } = judged[stage];
            return [
              composite.verdict,
              composite.borderline,
              standards.verdict,
              sections.map(({ id, standards: own }) => [id, own?.verdict]).sort(),
            ];
          }),
        });
        expect(summary(judge({ ...dataset, schools: [...dataset.schools].reverse() }))).toEqual(summary(judge(dataset)));
      }),
      runs,
    );
  });

  it("does not depend on the unit: ten times all books and all areas give the same coefficients and verdict", () => {
    const ten = (value: number | null): number | null => (value === null ? null : value * 10);
    fc.assert(
      fc.property(any, (dataset) => {
        const larger: CountyDataset = {
          ...dataset,
          schools: dataset.schools.map((school) => ({
            ...school,
            basic: { ...school.basic, books: ten(school.basic.books) },
            facilities: { ...school.facilities, teachingAreaM2: ten(school.facilities.teachingAreaM2) },
          })),
        };
        const [before, after] = [judge(dataset), judge(larger)];
        for (const stage of stages) {
          for (const id of ["B1", "B5"] as const) closeTo(after.stages[stage].balance[id].cv, before.stages[stage].balance[id].cv);
          expect(after.stages[stage].composite.verdict).toBe(before.stages[stage].composite.verdict);
        }
      }),
      runs,
    );
  });

  it("is a valid answer without NaN or infinity, whatever is missing", () => {
    fc.assert(
      fc.property(any, (dataset) => {
        const assessment = judge(dataset);
        expect(basicAssessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
      }),
      runs,
    );
  });

  it("shares out what a school reports: the resources of its sections sum to its own", () => {
    fc.assert(
      fc.property(complete, (dataset) => {
        const assessment = judge(dataset);
        const rows = stages.flatMap((stage) => assessment.stages[stage].sections);
        for (const school of dataset.schools) {
          const own = rows.filter(({ schoolCode }) => schoolCode === school.code);
          if (school.type !== "nine_year" || own.length !== 2 || own.some(({ mergedFrom }) => mergedFrom.length > 0)) continue;
          closeTo(
            own.reduce((sum, { indicators }) => sum + (indicators.B5.resource ?? 0), 0),
            school.basic.books,
          );
        }
      }),
      runs,
    );
  });

  it("explains a coefficient by signed shares of the variance whose amounts sum to 1, worst first", () => {
    fc.assert(
      fc.property(complete, fc.constantFrom(...basicIndicators), fc.constantFrom(...stages), (dataset, indicator, stage) => {
        const explanation = explainBasic(columnsOfDataset(dataset), rules, { stage, indicator });
        const { cv } = judge(dataset).stages[stage].balance[indicator];
        closeTo(explanation?.formula.values.value ?? null, cv);
        const contributors = explanation?.contributors ?? [];
        for (const { share, deviation } of contributors) if (share !== 0) expect(Math.sign(share)).toBe(Math.sign(deviation));
        const shares = contributors.map(({ share }) => Math.abs(share));
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
        if (cv !== null && cv > 1e-9)
          closeTo(
            shares.reduce((sum, share) => sum + share, 0),
            1,
          );
      }),
      runs,
    );
  });

  it("is brought to its limit by the cheapest change, and by no unit less of it", () => {
    let seen = 0;
    fc.assert(
      fc.property(complete, fc.constantFrom(...stages), (dataset, stage) => {
        const before = columnsOfDataset(dataset);
        const flip = explainBasic(before, rules, { stage, indicator: "composite" })?.flip ?? null;
        if (flip === null) return;
        seen += 1;
        const verdictWith = (amount: number) => {
          const columns = columnsOfDataset(dataset);
          const figure = rules.indicators.find(({ id }) => id === flip.indicator)?.terms[0]?.figure;
          const row = columns.schools.findIndex(({ code }) => code === flip.sectionId.split(":")[0]);
          if (figure === undefined) throw new Error("no such indicator");
          const column = columnOf(columns, figure, stage);
          // Equipment is reported in 万元 and judged in yuan.
          column[row] = (column[row] ?? Number.NaN) + amount / (flip.indicator === "B3" ? 10_000 : 1);
          return judgeBasic(columns, rules).stages[stage].composite.verdict;
        };
        expect([verdictWith(0), verdictWith(flip.amount - 1), verdictWith(flip.amount)]).toEqual(["not_met", "not_met", "met"]);
        const { values } = basicRulesOn(rules, defaultDate(dataset.county.statisticsYear));
        expect(flip.costYuan).toBe(flip.amount * values["basic.prices"][flip.indicator]);
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(runs.numRuns / 20);
  });
});
