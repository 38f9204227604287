import { countyOfSize } from "@db/seeds/small-county";
import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Assumptions, Lever, ScenarioDocument } from "@server/planning/contract";
import { attributionSettingsSchema, uncertaintySettingsSchema } from "@server/planning/contract";
import { attribute, backtest, checkLevers, monteCarlo, project, projector } from "@server/planning/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseYear, build, columnsByYear, run, scenario } from "./county";
import { closing, givenCounty as dataset, entrantsOf, type Lists, opening, transfer } from "./given";

const primary = ({ pupils }: CountyColumns) => pupils.primary;

describe("how often it was used", () => {
  it("is told by numbers and transfers that counted and by transitions of taught sections, and of nothing where nothing is entered", () => {
    const used = (assumptions: Lists, levers: readonly Lever[] = []) => {
      const { assumptionUse } = run(dataset, scenario({ horizonYears: 2, assumptions, levers }));
      return ["entrantNumbers", "progressionRatios", "netTransfers"].map((name) => assumptionUse.find(({ path }) => path === name)?.used);
    };
    expect(used({})).toEqual([undefined, undefined, undefined]);
    const lists: Lists = {
      entrantNumbers: [entrantsOf("1001", 2027, 5), entrantsOf("1001", 2028, 5)],
      // Grade 2 of two schools, grade 8 of one, in two years.
      progressionRatios: [
        { schoolCode: "", grade: 2, ratio: 1 },
        { schoolCode: "2001", grade: 8, ratio: 1 },
      ],
      netTransfers: [transfer("1001", 2, 2027, 1), transfer("2001", 9, 2027, 1), transfer("1001", 2, 2028, 1)],
    };
    expect(used(lists)).toEqual([2, 6, 3]);
    expect(used(lists, [closing])).toEqual([1, 5, 2]);
  });
});

describe("shares that roll on", () => {
  it("stay where a year has no entrants at all", () => {
    // 2027: nobody enters, by number and by the county's; 2028 as in the base year.
    const entrants: Assumptions["entrants"] = {
      mode: "series",
      series: [
        { year: 2027, entrants: 0 },
        { year: 2028, entrants: 50 },
      ],
    };
    const assumptions: Lists = { entrants, entrantShares: "rolling", entrantNumbers: [entrantsOf("1001", 2027, 0)] };
    const { cell } = columnsByYear(dataset, scenario({ horizonYears: 2, assumptions }));
    expect(["1001", "1002"].map((code) => cell(2028, code, primary))).toEqual([50, 200]);
  });

  it("go on with a number of a new school, which had no share before", () => {
    const levers = [opening];
    const lists: Lists = { entrantNumbers: [entrantsOf("N001", 2028, 10)] };
    const inLast = (entrantShares: Assumptions["entrantShares"]) =>
      columnsByYear(dataset, scenario({ horizonYears: 3, assumptions: { ...lists, entrantShares }, levers })).cell(2029, "N001", primary);
    expect([inLast("base_year"), inLast("rolling")]).toEqual([10, 20]);
  });
});

/* Any county with any lists that it can have. */
const cases = fc.record({
  size: fc.integer({ min: 6, max: 16 }),
  seed: fc.nat(5000),
  picks: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
});
const listsFor = (
  county: CountyDataset,
  picks: readonly number[],
): Required<Pick<Lists, "entrantNumbers" | "progressionRatios" | "netTransfers">> => {
  const year = county.county.statisticsYear;
  const teaching = county.schools.filter(({ pupils }) => pupils.primaryByGrade !== null).map(({ code }) => code);
  const pick = (index: number): number => picks[index] ?? 0;
  const code = (index: number): string => teaching[pick(index) % teaching.length] ?? "";
  const other = teaching.find((one) => one !== code(0)) ?? "";
  return {
    entrantNumbers: [entrantsOf(code(0), year + 1 + (pick(1) % 3), pick(2) % 20)],
    progressionRatios: [{ schoolCode: pick(3) % 2 === 0 ? "" : code(3), grade: 2, ratio: (pick(4) % 100) / 80 }],
    netTransfers: [
      transfer(code(0), 3, year + 1 + (pick(5) % 3), (pick(6) % 30) - 1),
      transfer(other, 3, year + 1 + (pick(5) % 3), 1 - (pick(6) % 30)),
    ],
  };
};
const runs = { numRuns: projectionsPerProperty(8), seed: 20_261_124 };
const without = (county: CountyDataset, document: ScenarioDocument): string => JSON.stringify(project(county, document, quality2017));

describe("in any county", () => {
  it("numbers and transfers make and lose nobody: the county has its intake, and who joins one school has left another", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("base_year", "rolling"), ({ size, seed, picks }, entrantShares) => {
        const county = countyOfSize(size, seed);
        // Every ratio is 1: those who change schools would have another one.
        const plain = { ...county, schools: county.schools.map((one) => ({ ...one, history: [] })) };
        const { entrantNumbers, netTransfers } = listsFor(plain, picks);
        const assumptions = { entrantShares, entrantNumbers, netTransfers };
        fc.pre(checkLevers(plain, scenario({ horizonYears: 4, assumptions })).length === 0);
        const sumOf = (columns: CountyColumns) => columns.pupils.primary.reduce((sum, pupils) => sum + pupils, 0);
        const moved = columnsByYear(plain, scenario({ horizonYears: 4, assumptions }));
        const still = columnsByYear(plain, scenario({ horizonYears: 4 }));
        for (let ahead = 1; ahead <= 4; ahead += 1) {
          const year = plain.county.statisticsYear + ahead;
          expect(sumOf(moved.at(year))).toBeCloseTo(sumOf(still.at(year)), 6);
        }
      }),
      runs,
    );
  });

  it("shares that roll on are those of the base year to the byte where no school has a number of its own", () => {
    fc.assert(
      fc.property(cases, ({ size, seed, picks }) => {
        const county = countyOfSize(size, seed);
        const { progressionRatios, netTransfers } = listsFor(county, picks);
        const levers = [build({ schoolCode: county.schools[0]?.code ?? "", startYear: county.county.statisticsYear })];
        const answer = (entrantShares: Assumptions["entrantShares"]) =>
          without(county, scenario({ horizonYears: 3, levers, assumptions: { entrantShares, progressionRatios, netTransfers } }));
        expect(answer("rolling")).toBe(answer("base_year"));
      }),
      runs,
    );
  });

  it("a projector that is given other lists, and then none, answers to the byte as one that begins anew", () => {
    fc.assert(
      fc.property(cases, ({ size, seed, picks }) => {
        const county = countyOfSize(size, seed);
        const kept = projector(county, quality2017);
        const schoolCode = county.schools.find(({ pupils }) => pupils.primaryByGrade !== null)?.code ?? "";
        const startYear = county.county.statisticsYear;
        const edit = (rooms: number, leadYears: number, lists: Lists) =>
          scenario({ horizonYears: 4, assumptions: lists, levers: [build({ schoolCode, rooms, startYear, leadYears })] });
        const lists = { ...listsFor(county, picks), entrantShares: "rolling" as const };
        // The second and third edits go on from the year in which the building is ready.
        for (const document of [edit(2, 3, lists), edit(3, 3, lists), edit(3, 2, lists), edit(3, 2, {}), edit(3, 2, lists)]) {
          expect(JSON.stringify(kept(document))).toBe(without(county, document));
        }
      }),
      { ...runs, numRuns: projectionsPerProperty(4) },
    );
  });
});

describe("whatever else runs the years", () => {
  const lists: Lists = {
    entrantShares: "rolling",
    entrantNumbers: [entrantsOf("1001", 2027, 20)],
    progressionRatios: [{ schoolCode: "", grade: 3, ratio: 0.5 }],
    netTransfers: [transfer("1002", 5, 2027, -7)],
  };
  const document = scenario({ horizonYears: 2, assumptions: lists, levers: [build({ schoolCode: "1001" })] });
  const { trial } = run(dataset, document);
  const means = trial.map(({ stages }) => [stages.primary.mean.R4, stages.primary.pupils]);

  const nothing = { low: 1, likely: 1, high: 1 };
  const certain = uncertaintySettingsSchema.parse({
    draws: 2,
    leverRanges: false,
    entrants: nothing,
    progression: nothing,
    migration: nothing,
    attrition: nothing,
    replacement: nothing,
    gains: nothing,
    priceGrowth: { low: 0, likely: 0, high: 0 },
  });

  it("draws futures of them: where nothing is uncertain every one is the projection", () => {
    const found = monteCarlo(dataset, document, quality2017, certain);
    const drawn = found.indicators.find(({ stage, indicator }) => stage === "primary" && indicator === "R4");
    expect(drawn?.mean.map(({ p50 }) => p50)).toEqual(means.map(([mean]) => mean));
    expect(run(dataset, scenario({ horizonYears: 2, levers: [build({ schoolCode: "1001" })] })).trial[1]?.stages.primary.pupils).not.toBe(
      means[1]?.[1],
    );
  });

  it("draws them around the numbers: fewer entrants than likely are fewer at a school with a number, too", () => {
    const low = { ...certain, entrants: { low: 0.5, likely: 0.5, high: 0.5 } };
    const found = monteCarlo(
      dataset,
      scenario({ horizonYears: 1, assumptions: { entrantNumbers: [entrantsOf("1001", 2027, 20)] } }),
      quality2017,
      low,
    );
    // 250 go up; of 20 and 30 who enter half come.
    expect(found.pupils.primary[1]?.p50).toBeCloseTo(275, 6);
  });

  it("tells what a lever contributes beside them", () => {
    const settings = attributionSettingsSchema.parse({ years: [2028] });
    const found = attribute(dataset, document, quality2017, settings);
    const mean = found?.outcomes.find(({ outcome, stage, indicator }) => outcome === "mean" && stage === "primary" && indicator === "R4");
    expect(mean?.trial).toBe(means[2]?.[0]);
  });

  it("holds them against the years that came", () => {
    const later = { ...dataset, county: { ...dataset.county, statisticsYear: baseYear + 1 } };
    const found = backtest([dataset, later], document.assumptions, quality2017);
    expect(found?.years[0]?.stages.primary.pupils).toMatchObject({ projected: means[1]?.[1], reported: 300 });
  });
});
