import { countyOfSize } from "@db/seeds/small-county";
import type { JudgedYear, RuleSet } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import type { ScenarioDocument } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { questionOf } from "@server/planning/engine/simulate";
import { drawnChoosers } from "@server/planning/engine/uncertainty/chooser";
import { drawnCounty } from "@server/planning/engine/uncertainty/drawn-county";
import { uncertainCounty } from "@server/planning/engine/uncertainty/draws";
import { undisturbedYears } from "@server/planning/engine/undisturbed/index";
import { canonicalDataset } from "@server/statistics/canonical";
import type { CountyDataset } from "@server/statistics/contract";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenario } from "./county";
import { assumptionsFor, counties } from "./oracle/counties";
import { settings } from "./uncertain";

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

/** Every year of some futures by the quick way, where it can be gone, and stepped and judged year by year. */
const bothWays = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet, draws: number, countyShare = 0.5) => {
  const asked = settings({ draws, countyShare });
  const county = uncertainCounty(dataset, document, ruleSet, asked);
  const chooserOf = drawnChoosers(asked, document.horizonYears);
  return Array.from({ length: draws }, (_, draw) => {
    const quick: unknown[] = [];
    const stepped: unknown[] = [];
    const means = [
      { ...county.judge(chooserOf(draw), (year, index, costWan) => quick.push({ index, costWan, ...told(year) })) },
      { ...county.run(chooserOf(draw), (year, index, costWan) => stepped.push({ index, costWan, ...told(year.verdicts()) })) },
    ];
    return { quick: [quick, means[0]], stepped: [stepped, means[1]] };
  });
};

/** How many of some futures the quick way can tell; null where it cannot be gone. */
const told100 = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet): number | null => {
  const question = questionOf(dataset, document);
  const asked = settings({ draws: 100 });
  const years = undisturbedYears(question, ruleSet);
  const county = drawnCounty(question, asked, document.horizonYears);
  const chooserOf = drawnChoosers(asked, document.horizonYears);
  if (years === null) return null;
  return Array.from({ length: 100 }, (_, draw) => {
    county.fill(chooserOf(draw));
    return years(county.years) === null ? 0 : 1;
  }).reduce<number>((sum, one) => sum + one, 0);
};

const ruleSets = fc.constantFrom(quality2017, quality2019);

describe("the futures of a county that is left alone", () => {
  it("are told the quick way where everything is reported", () => {
    for (const seed of [1, 2, 3]) {
      const dataset = canonicalDataset(countyOfSize(40, seed));
      const document = scenario({ horizonYears: 10, assumptions: defaultAssumptions(dataset) });
      expect(told100(dataset, document, quality2017)).toBeGreaterThan(95);
    }
  });

  it("are bit for bit those that are stepped and judged year by year, in counties as the seeds have them", () => {
    fc.assert(
      fc.property(
        fc.record({
          size: fc.integer({ min: 2, max: 60 }),
          seed: fc.nat(5000),
          horizonYears: fc.integer({ min: 1, max: 15 }),
          ruleSet: ruleSets,
        }),
        fc.constantFrom<Partial<ScenarioDocument["assumptions"]>>(
          {},
          { classPolicy: "keep_until_cap" },
          { juniorLeakage: 0.07, upgradingRate: 0.05, backboneRate: 0.02 },
          { retirement: "none", teacherAttrition: 0 },
          { entrants: { mode: "trend", annualChange: -0.06 }, evidence: "as_base_year" },
        ),
        fc.constantFrom(0, 0.3, 0.5, 1),
        ({ size, seed, horizonYears, ruleSet }, parts, countyShare) => {
          const dataset = canonicalDataset(countyOfSize(size, seed));
          const document = scenario({ horizonYears, assumptions: { ...defaultAssumptions(dataset), ...parts } });
          for (const { quick, stepped } of bothWays(dataset, document, ruleSet, 4, countyShare)) expect(quick).toEqual(stepped);
        },
      ),
      { numRuns: projectionsPerProperty(40), seed: 20_261_123 },
    );
  });

  it("and in counties of every kind, with gaps, campuses and assumptions of their own", () => {
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
        for (const { quick, stepped } of bothWays(dataset, scenario({ horizonYears, assumptions }), ruleSet, 3))
          expect(quick).toEqual(stepped);
      }),
      { numRuns: projectionsPerProperty(80), seed: 20_261_124 },
    );
  });
});
