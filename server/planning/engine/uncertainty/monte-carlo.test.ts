import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { canonicalJson } from "@server/kernel/canonical-json";
import {
  type Lever,
  type MonteCarlo,
  monteCarloSchema,
  type ScenarioDocument,
  type UncertaintySettings,
  uncertaintySettingsSchema,
} from "@server/planning/contract";
import type { CountyDataset } from "@server/statistics/contract";
import { build, county, hire, lever, run, scenario, school } from "@test/cases/planning/county";
import { settings } from "@test/cases/planning/uncertain";
import { describe, expect, it } from "vitest";
import { joinMonteCarlo, monteCarlo, monteCarloPart } from "./monte-carlo";

const answer = (dataset: CountyDataset, document: ScenarioDocument, asked: UncertaintySettings): MonteCarlo =>
  monteCarlo(dataset, document, quality2017, asked);

const ample = { fullTime: 30, aboveRequiredEducation: 30, backbone: 10 };
/**
 * One school of 120 primary and 60 junior pupils that has enough of everything but PE, music and art
 * teachers in the primary section: 0 of the 0.9 per 100 pupils, of which 85 % are needed: 0.918 persons.
 */
const oneSchool = county([
  school({
    code: "1001",
    primary: [20, 20, 20, 20, 20, 20],
    junior: [20, 20, 20],
    primaryTeachers: ample,
    juniorTeachers: { ...ample, physicalEducation: 5 },
    facilities: { teachingAreaM2: 9000, sportsFieldAreaM2: 9000, equipmentValueWan: 900, multimediaRooms: 90 },
  }),
]);
const range = (fulfilmentLow: number, fulfilmentHigh: number, delayYearsMax = 0) => ({
  costLow: 1,
  costLikely: 1,
  costHigh: 1,
  fulfilmentLow,
  fulfilmentHigh,
  delayYearsMin: 0,
  delayYearsLikely: 0,
  delayYearsMax,
});
const recruit = (parts: Partial<Parameters<typeof hire>[0]> = {}): Lever =>
  hire({ count: 2, fulfilment: 0.5, uncertainty: range(0, 1), ...parts });
const lastPass = ({ resource }: MonteCarlo): number => resource.at(-1)?.pass ?? Number.NaN;

describe("a county worked out by hand", () => {
  // 2 posts, filled by 0 … 1, likely ½: at least 0.459 of them is needed, below which 2 · 0.459² = 0.4214 lies.
  const found = answer(oneSchool, scenario({ horizonYears: 2, levers: [recruit()] }), settings({ draws: 900, seed: 3 }));

  it("passes as often as enough posts are filled", () => {
    expect(found.resource.map(({ met }) => met)[0]).toBe(0);
    const { pass, standardError } = found.resource[1] ?? {};
    expect(standardError).toBeCloseTo(Math.sqrt((0.5786 * 0.4214) / 900), 3);
    expect(Math.abs((pass ?? 0) - 0.5786)).toBeLessThan(3 * (standardError ?? 0));
    expect(found.resource[2]).toEqual(found.resource[1]);
  });

  it("names the clause that binds, alone, and the section that fails by it", () => {
    const clause = { kind: "sections", stage: "primary", indicator: "R3" };
    const failing = 900 - (found.resource[1]?.met ?? 0);
    expect(found.binding.resource[1]).toEqual({ clause, failing, share: 1 });
    const outcome = found.clauses.find((entry) => canonicalJson(entry.clause) === canonicalJson(clause));
    expect(outcome?.byYear[1]).toMatchObject({ met: 900 - failing, alone: failing });
    expect(found.sections.map(({ id, byYear }) => [id, byYear[1]?.met])).toEqual([
      ["1001:primary", 900 - failing],
      ["1001:junior", 900],
    ]);
  });

  it("tells the first year, the money of the filled posts and what drives the result", () => {
    const passing = found.resource[1]?.met ?? 0;
    expect(found.firstYear.resource).toEqual({ byYear: [0, passing, 0], never: 900 - passing, lasting: passing });
    // 2 posts · 10 万 · 0.5 in the middle; the tenth part of a triangle 0 … 1 lies below √0.05
    expect(Math.abs((found.costWan[1]?.p50 ?? 0) - 10)).toBeLessThan(0.7);
    expect(Math.abs((found.costWan[1]?.p10 ?? 0) - 20 * Math.sqrt(0.05))).toBeLessThan(0.7);
    const [first, ...others] = found.tornado.inputs;
    expect(first).toMatchObject({ input: "fulfilment", low: { verdict: "not_met", costWan: 0 }, high: { verdict: "met", costWan: 40 } });
    expect(first?.passCorrelation).toBeGreaterThan(0.7);
    // A third of a triangle 0 … 1 lies below √(⅓ · ½) = 0.408: too little; the highest third is always enough.
    expect(first?.thirds).toMatchObject({ low: { draws: 300, pass: 0 }, high: { draws: 300, pass: 1 }, change: { difference: 1 } });
    expect(others.every(({ passCorrelation, thirds }) => passCorrelation === null && thirds === null)).toBe(true);
    expect(others.every(({ low, high }) => low.distance === high.distance)).toBe(true);
  });

  it("passes more often the better recruitment goes", () => {
    const passes = (
      [
        [0, 0.2, 0.5],
        [0, 0.5, 1],
        [0.3, 0.7, 1],
      ] as const
    ).map(([low, fulfilment, high]) =>
      lastPass(
        answer(
          oneSchool,
          scenario({ levers: [recruit({ fulfilment, uncertainty: range(low, high) })] }),
          settings({ draws: 200, seed: 3 }),
        ),
      ),
    );
    expect(passes).toEqual([...passes].sort((left, right) => left - right));
    expect(new Set(passes).size).toBe(3);
  });

  it("comes later in the draws that are delayed: none, one or two years by 5, 3 and 1 of 9 parts", () => {
    const sure = recruit({ fulfilment: 1, uncertainty: range(1, 1, 2) });
    const { resource } = answer(oneSchool, scenario({ horizonYears: 3, levers: [sure] }), settings({ draws: 600, seed: 4 }));
    [5 / 9, 8 / 9, 1].forEach((expected, index) => {
      const { pass, standardError } = resource[index + 1] ?? {};
      expect(Math.abs((pass ?? 0) - expected)).toBeLessThanOrEqual(3 * (standardError ?? 0));
    });
  });

  it("moves by less than its stated error when the draws are doubled", () => {
    const document = scenario({ levers: [recruit()] });
    const moves = Array.from({ length: 12 }, (_, seed) => {
      const half = answer(oneSchool, document, settings({ draws: 60, seed })).resource[1];
      const whole = answer(oneSchool, document, settings({ draws: 120, seed })).resource[1];
      return Math.abs((whole?.pass ?? 0) - (half?.pass ?? 0)) / (half?.standardError ?? 0);
    });
    // The move has √½ of the error of the half: within it in 84 of 100 seeds, never beyond three times.
    expect(moves.filter((move) => move < 1).length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...moves)).toBeLessThan(3);
  });

  it("moves by less than its stated error also where hardly a future passes or hardly one fails", () => {
    // 0.918 posts must be filled: one, likely by 0.05, so in 0.7 % of all futures; of twelve, likely by 0.9, in all but 0.7 %.
    const [rare, usual] = [recruit({ count: 1, fulfilment: 0.05 }), recruit({ count: 12, fulfilment: 0.9 })].map((one) =>
      Array.from({ length: 6 }, (_, seed) => {
        const document = scenario({ levers: [one] });
        const half = answer(oneSchool, document, settings({ draws: 30, seed })).resource[1];
        const whole = answer(oneSchool, document, settings({ draws: 60, seed })).resource[1];
        expect(half?.low).toBeLessThanOrEqual(whole?.pass ?? 0);
        expect(half?.high).toBeGreaterThanOrEqual(whole?.pass ?? 0);
        return { pass: half?.pass ?? 0, move: Math.abs((whole?.pass ?? 0) - (half?.pass ?? 0)) / (half?.standardError ?? 0) };
      }),
    );
    expect([rare?.some(({ pass }) => pass === 0), usual?.some(({ pass }) => pass === 1)]).toEqual([true, true]);
    expect(Math.max(...[...(rare ?? []), ...(usual ?? [])].map(({ move }) => move))).toBeLessThan(1);
  });
});

describe("the draws", () => {
  const dataset = countyOfSize(8, 3);
  const { statisticsYear } = dataset.county;
  const codes = dataset.schools.filter(({ type }) => type === "primary").map(({ code }) => code);
  const levers = [
    hire({ id: "b", startYear: statisticsYear, uncertainty: range(0.3, 1) }),
    build({ id: "a", startYear: statisticsYear, schoolCode: codes[0] ?? "", uncertainty: { ...range(0.8, 1, 1), costHigh: 1.5 } }),
  ];
  const document = scenario({
    horizonYears: 3,
    levers,
    assumptions: { teacherAttrition: 0.02, teacherReplacement: 0.9, priceGrowth: 0.03, upgradingRate: 0.05, retirement: "by_age" },
  });
  const asked = uncertaintySettingsSchema.parse({ draws: 14, seed: 9 });
  const whole = answer(dataset, document, asked);

  it("are answered in the documented shape", () => {
    expect(monteCarloSchema.parse(whole)).toEqual(whole);
    expect(JSON.parse(canonicalJson(whole))).toEqual(whole);
  });

  it("give the same bytes in one, two or seven parts, handed over in any order", () => {
    for (const parts of [2, 7]) {
      const size = asked.draws / parts;
      const each = Array.from({ length: parts }, (_, part) =>
        structuredClone(monteCarloPart(dataset, document, quality2017, asked, { from: part * size, to: (part + 1) * size })),
      );
      expect(canonicalJson(joinMonteCarlo(dataset, document, quality2017, asked, each.reverse()))).toBe(canonicalJson(whole));
    }
  });

  it("do not join where some are missing or there twice", () => {
    const part = (from: number, to: number) => monteCarloPart(dataset, document, quality2017, asked, { from, to });
    expect(() => joinMonteCarlo(dataset, document, quality2017, asked, [part(0, 1), part(2, 3)])).toThrow(RangeError);
    expect(() => joinMonteCarlo(dataset, document, quality2017, asked, [part(0, 2), part(1, 3)])).toThrow(RangeError);
  });

  it("do not depend on the order of levers or schools", () => {
    const turned = answer({ ...dataset, schools: [...dataset.schools].reverse() }, { ...document, levers: [...levers].reverse() }, asked);
    expect(turned.resource).toEqual(whole.resource);
    expect(turned.sections).toEqual(whole.sections);
    const medians = ({ indicators }: MonteCarlo) => indicators.flatMap(({ mean, cv }) => [...mean, ...cv].map(({ p50 }) => p50 ?? -1));
    medians(turned).forEach((median, index) => {
      expect(median).toBeCloseTo(medians(whole)[index] ?? Number.NaN, 9);
    });
  });

  it("of everything else stay when a lever without effect comes in", () => {
    const idle = lever("write_off", { id: "aa", startYear: statisticsYear, schoolCode: codes[1] ?? "", valueWan: 0, multimediaRooms: 0 });
    const more = answer(dataset, { ...document, levers: [...levers, idle] }, asked);
    expect({ ...more, tornado: null }).toEqual({ ...whole, tornado: null });
    const likewise = ({ tornado }: MonteCarlo) => tornado.inputs.filter(({ input }) => input !== "cost");
    expect(likewise(more)).toEqual(likewise(whole));
  });

  it("differ by seed", () => {
    expect(answer(dataset, document, { ...asked, seed: 10 }).pupils).not.toEqual(whole.pupils);
  });

  it("meet the resource part exactly where all its clauses are met, and the whole never without it", () => {
    const part = monteCarloPart(dataset, document, quality2017, asked);
    const draws = asked.draws;
    for (let year = 0; year <= 3; year += 1) {
      for (let draw = 0; draw < draws; draw += 1) {
        const codesOf = Array.from({ length: 28 }, (_, clause) => part.clauses[(year * 53 + clause) * draws + draw]);
        expect(part.resource[year * draws + draw] === 0).toBe(codesOf.every((code) => code === 0));
        if (part.resource[year * draws + draw] === 1) expect(part.overall[year * draws + draw]).toBe(1);
      }
    }
  });

  it("are heard of one by one", () => {
    const heard: string[] = [];
    monteCarloPart(dataset, document, quality2017, asked, { from: 2, to: 4, onProgress: (done, total) => heard.push(`${done}/${total}`) });
    expect(heard).toEqual(["1/2", "2/2"]);
  });
});

describe("without uncertainty", () => {
  const certain = settings({ draws: 3, leverRanges: false });

  it.each([1, 2, 3])("every draw is the projection (county %d)", (seed) => {
    const dataset = countyOfSize(6, seed);
    const document = scenario({
      horizonYears: 3,
      assumptions: { teacherAttrition: 0.03, teacherReplacement: 0.8, priceGrowth: 0.02, retirement: "by_age", entrantShares: "rolling" },
      levers: [hire({ startYear: dataset.county.statisticsYear, fulfilment: 0.7 })],
    });
    const { trial, cost } = run(dataset, document);
    const found = answer(dataset, document, certain);
    expect(found.resource.map(({ pass }) => pass)).toEqual(trial.map(({ verdict }) => (verdict === "met" ? 1 : 0)));
    expect(found.overall.map(({ met }) => met)).toEqual(trial.map(({ overall }) => (overall?.verdict === "met" ? 3 : 0)));
    expect(found.overall.map(({ notEvaluable }) => notEvaluable)).toEqual(
      trial.map(({ overall }) => (overall?.verdict === "incomplete" ? 3 : 0)),
    );
    for (const { stage, indicator, mean, cv } of found.indicators) {
      expect(cv.map(({ p10, p90 }) => [p10, p90])).toEqual(
        trial.map(({ stages }) => [stages[stage].cv[indicator], stages[stage].cv[indicator]]),
      );
      expect(mean.map(({ p50 }) => p50)).toEqual(trial.map(({ stages }) => stages[stage].mean[indicator]));
    }
    expect(found.costWan.map(({ p50 }) => p50)).toEqual(cost.map(({ totalWan }) => totalWan));
    expect(found.tornado.likely).toMatchObject({ failing: trial.at(-1)?.failing, distance: trial.at(-1)?.distance });
  });
});

describe("what was all of a school", () => {
  it("stays all of it in every draw: certificates (G12), pupils in their zone (G13), a quota met exactly (G11)", () => {
    const sample = countyOfSize(10, 1);
    const schools = sample.schools.map((one) => {
      const fullTime = (one.teachers.primary?.fullTime ?? 0) + (one.teachers.junior?.fullTime ?? 0);
      return { ...one, staff: { ...one.staff, certified: fullTime } };
    });
    const startYear = sample.county.statisticsYear;
    const levers = [
      lever("rotation_quota", {
        startYear,
        endYear: startYear + 4,
        eligibleShare: 0.37,
        rotationShare: 0.1,
        backboneShare: 0.2,
        termYears: 2,
      }),
    ];
    const assumptions = { teacherAttrition: 0.03, teacherReplacement: 0.9, retirement: "by_age" as const };
    const asked = uncertaintySettingsSchema.parse({ draws: 6, seed: 2 });
    const found = answer({ ...sample, schools }, scenario({ horizonYears: 4, levers, assumptions }), asked);
    const metOf = (item: string) =>
      found.clauses.find(({ clause }) => clause.kind === "item" && clause.item === item)?.byYear.map(({ met }) => met);
    expect([metOf("G12"), metOf("G13"), metOf("G11")?.slice(1)]).toEqual([
      [6, 6, 6, 6, 6],
      [6, 6, 6, 6, 6],
      [6, 6, 6, 6],
    ]);
  });
});

describe("what is not known", () => {
  it("is not evaluable in every draw, never a pass", () => {
    const [only] = oneSchool.schools;
    if (only === undefined) throw new Error("the county has a school");
    const dataset = { ...oneSchool, schools: [{ ...only, facilities: { ...only.facilities, sportsFieldAreaM2: null } }] };
    const found = answer(dataset, scenario({ levers: [recruit({ fulfilment: 1, uncertainty: range(1, 1) })] }), settings({ draws: 4 }));
    expect(found.resource[1]).toMatchObject({ draws: 4, met: 0, notEvaluable: 4, pass: 0 });
    const r5 = found.indicators.find(({ stage, indicator }) => stage === "primary" && indicator === "R5");
    expect(r5?.cv[1]).toMatchObject({ known: 0, p50: null });
  });
});
