import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import {
  type AttributedOutcome,
  type Attribution,
  type AttributionSettings,
  attributionSchema,
  attributionSettingsSchema,
  type Lever,
  type ScenarioDocument,
} from "@server/planning/contract";
import type { CountyDataset } from "@server/statistics/contract";
import { baseYear, build, county, hire, lever, rotate, run, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { attribute } from "./attribute";

const settingsOf = (parts: Partial<AttributionSettings>): AttributionSettings => attributionSettingsSchema.parse(parts);

const answered = (dataset: CountyDataset, document: ScenarioDocument, parts: Partial<AttributionSettings> = {}): Attribution => {
  const answer = attribute(dataset, document, quality2017, settingsOf(parts));
  if (answer === null) throw new Error("stopped");
  return answer;
};

const outcomeOf = ({ outcomes }: Attribution, name: string, year = baseYear + 1): AttributedOutcome => {
  const found = outcomes.find(
    ({ outcome, stage, indicator, year: own }) =>
      [outcome, stage, indicator].filter((part) => part !== null).join(" ") === name && own === year,
  );
  if (found === undefined) throw new Error(`no outcome ${name}`);
  return found;
};

const shareOf = (outcome: AttributedOutcome, leverId: string): number =>
  outcome.shares?.find((share) => share.leverId === leverId)?.value ?? Number.NaN;

describe("two levers, by hand", () => {
  /*
   * Primary school 1001: 200 pupils in 2026 and, as 30 enter and 30 leave, in 2027; 10 teachers, 6 of them above the required education.
   *   hire      2 teachers without the higher education
   *   upgrade   6 persons a year; only those who lack it can gain it
   *
   * R1 (teachers above the required education a 100 pupils):
   *   nothing        6 / 200 · 100 = 3
   *   hire           6 / 200 · 100 = 3        the hired lack it
   *   upgrade       10 / 200 · 100 = 5        4 lack it, so 4 gain it
   *   both          12 / 200 · 100 = 6        4 + 2 lack it, so 6 gain it
   *
   * hire     ½ [(3 − 3) + (6 − 5)] = 0.5      upgrade  ½ [(5 − 3) + (6 − 3)] = 2.5      0.5 + 2.5 = 3 = 6 − 3
   * cost     hire 2 × 10 = 20                 upgrade  6 × 0.6 = 3.6
   */
  const dataset = county([
    school({ code: "1001", primary: [40, 40, 30, 30, 30, 30], primaryTeachers: { fullTime: 10, aboveRequiredEducation: 6 } }),
  ]);
  const levers: Lever[] = [
    hire({ count: 2, subject: "general", aboveRequiredEducation: false, target: { mode: "school", schoolCode: "1001", stage: "primary" } }),
    lever("upgrade_education", {
      id: "upgrade",
      schoolCode: "",
      stage: "primary",
      count: 6,
      fulfilment: 1,
      costWanPerPerson: 0.6,
      endYear: baseYear + 1,
    }),
  ];
  const document = scenario({ assumptions: { entrants: { mode: "series", series: [{ year: baseYear + 1, entrants: 30 }] } }, levers });

  it("share what they only reach together", () => {
    const answer = answered(dataset, { ...document, levers });
    const r1 = outcomeOf(answer, "mean primary R1");
    expect(r1.baseline).toBeCloseTo(3, 9);
    expect(shareOf(r1, "hire")).toBeCloseTo(0.5, 9);
    expect(shareOf(r1, "upgrade")).toBeCloseTo(2.5, 9);
    expect(r1.difference).toBeCloseTo(3, 9);
    const cost = outcomeOf(answer, "cost");
    expect(shareOf(cost, "hire")).toBeCloseTo(20, 9);
    expect(shareOf(cost, "upgrade")).toBeCloseTo(3.6, 9);
    expect(answer).toMatchObject({ method: "exact", coalitions: 4, permutations: 0, idle: [] });
  });

  it("have by an order and its reverse what they have by all subsets, in every pair", () => {
    const exact = answered(dataset, document, { exactUpTo: 2 });
    const sampled = answered(dataset, document, { exactUpTo: 1, permutationPairs: 8 });
    expect([exact.method, sampled.method]).toEqual(["exact", "sampled"]);
    sampled.outcomes.forEach(({ shares }, index) => {
      shares?.forEach(({ value, halfWidth }, player) => {
        expect(value).toBeCloseTo(exact.outcomes[index]?.shares?.[player]?.value ?? Number.NaN, 9);
        expect(halfWidth).toBeCloseTo(0, 9);
      });
    });
  });

  it("are answered in the published form, the same bytes every time", () => {
    const answer = answered(dataset, document);
    expect(attributionSchema.parse(answer)).toEqual(answer);
    expect(JSON.stringify(answered(dataset, document))).toBe(JSON.stringify(answer));
  });
});

describe("a county with five levers", () => {
  const dataset = countyOfSize(14, 3);
  const codes = dataset.schools.flatMap(({ code, type }) => (type === "primary" ? [code] : []));
  const [first = "", second = "", third = ""] = codes;
  const start = { startYear: dataset.county.statisticsYear, leadYears: 1 };
  const year = dataset.county.statisticsYear + 2;
  const levers: Lever[] = [
    build({ ...start, id: "rooms", schoolCode: first, rooms: 6 }),
    hire({ ...start, id: "music", count: 8 }),
    rotate({ ...start, id: "quota", endYear: year }),
    lever("equip_multimedia", { ...start, id: "multimedia", schoolCode: second, rooms: 6 }),
    lever("buy_equipment", { ...start, id: "equipment", schoolCode: third, valueWan: 80 }),
    build({ ...start, id: "off", schoolCode: third, enabled: false }),
  ];
  const document = scenario({ horizonYears: 2, levers });

  it("has shares that sum to trial − baseline, which are those of the projection", () => {
    const answer = answered(dataset, document);
    const projection = run(dataset, document);
    expect(answer.residual).toBeLessThan(1e-12);
    let residual = 0;
    for (const { shares, trial, baseline } of answer.outcomes) {
      const sum = shares?.reduce((total, { value }) => total + value, 0) ?? Number.NaN;
      const difference = (trial ?? Number.NaN) - (baseline ?? Number.NaN);
      expect(sum).toBeCloseTo(difference, 9);
      residual = Math.max(residual, Math.abs(sum - difference) / Math.max(1, Math.abs(difference)));
    }
    expect(residual).toBeGreaterThan(0);
    expect(answer.residual).toBe(residual);
    const [before, after] = [projection.baseline[2], projection.trial[2]];
    expect(outcomeOf(answer, "distance", year)).toMatchObject({ baseline: before?.distance, trial: after?.distance });
    expect(outcomeOf(answer, "failing", year)).toMatchObject({ baseline: before?.failing, trial: after?.failing });
    expect(outcomeOf(answer, "cv junior R7", year)).toMatchObject({
      baseline: before?.stages.junior.cv.R7,
      trial: after?.stages.junior.cv.R7,
    });
    expect(outcomeOf(answer, "cost", year).trial).toBeCloseTo(projection.cost[2]?.totalWan ?? Number.NaN, 9);
    expect(outcomeOf(answer, "cumulative_cost", year).trial).toBeCloseTo(
      projection.cost.reduce((total, { totalWan }) => total + totalWan, 0),
      9,
    );
  });

  it("is taken apart by sampled orders too, which sum exactly and agree with all subsets within their intervals", () => {
    const exact = answered(dataset, document, { years: [year] });
    const sampled = answered(dataset, document, { years: [year], exactUpTo: 0, permutationPairs: 16, seed: 11 });
    expect(sampled).toMatchObject({ method: "sampled", permutations: 32 });
    expect(sampled.residual).toBeLessThan(1e-9);
    let intervals = 0;
    let missed = 0;
    for (const [index, outcome] of sampled.outcomes.entries()) {
      outcome.shares?.forEach(({ value, halfWidth }, player) => {
        const truth = exact.outcomes[index]?.shares?.[player]?.value ?? Number.NaN;
        expect(Math.abs(value - truth)).toBeLessThanOrEqual(3 * (halfWidth ?? Number.NaN) + 1e-9);
        intervals += 1;
        missed += Number(Math.abs(value - truth) > (halfWidth ?? Number.NaN) + 1e-9);
      });
    }
    // 95 % intervals: more than one miss in ten would be a fault of the intervals.
    expect(intervals).toBeGreaterThan(150);
    expect(missed / intervals).toBeLessThan(0.1);
  });

  it("judges and answers only the years and figures asked for", () => {
    const answer = answered(dataset, document, { years: [year, 2099], figures: ["county"] });
    expect(answer.years).toEqual([year]);
    expect(answer.outcomes.map(({ outcome, year: own }) => `${outcome} ${own}`)).toEqual([
      `distance ${year}`,
      `failing ${year}`,
      `items_met ${year}`,
    ]);
  });

  it("hears of every simulation and stops between two of them", () => {
    const heard: number[] = [];
    const whole = attribute(dataset, document, quality2017, settingsOf({}), { onProgress: (done, total) => heard.push(done / total) });
    expect(whole?.coalitions).toBe(32);
    expect(heard).toHaveLength(32);
    expect(heard.at(-1)).toBe(1);
    let left = 5;
    const stopRequested = () => left-- <= 0;
    expect(attribute(dataset, document, quality2017, settingsOf({}), { stopRequested })).toBeNull();
    // Two ends and eight simulations a pair: stopped within the eleventh pair.
    left = 2 + 10 * 8 + 3;
    const early = attribute(dataset, document, quality2017, settingsOf({ exactUpTo: 0 }), { stopRequested });
    expect(early).toMatchObject({ permutations: 20, minimal: expect.anything() });
    expect(early?.residual).toBeLessThan(1e-9);
  });
});

describe("levers that are alike, idle or impossible", () => {
  const twin = (code: string) =>
    school({ code, primary: [30, 30, 30, 30, 30, 30], primaryTeachers: { fullTime: 12, aboveRequiredEducation: 6, music: 1 } });
  const twins = county([twin("1001"), twin("1002"), school({ code: "1003", primary: [50, 50, 50, 50, 50, 50] })]);
  const document = (levers: readonly Lever[]) => scenario({ horizonYears: 2, levers });

  it("have equal shares when the same is done at two schools that are the same", () => {
    const answer = answered(twins, document([build({ id: "a", schoolCode: "1001" }), build({ id: "b", schoolCode: "1002" })]));
    expect(shareOf(outcomeOf(answer, "cv primary R4"), "a")).not.toBe(0);
    for (const { shares } of answer.outcomes) {
      if (shares !== null) expect(shares[0]?.value).toBeCloseTo(shares[1]?.value ?? Number.NaN, 12);
    }
  });

  it("are named, and have no share, when they change nothing that is asked", () => {
    const late = build({ id: "late", startYear: baseYear + 1, leadYears: 1 });
    const levers = [build({ id: "now" }), late];
    const answer = answered(twins, document(levers), { years: [baseYear + 1], figures: ["means", "cvs", "county", "verdicts"] });
    expect(answer.idle).toEqual(["late"]);
    for (const { shares } of answer.outcomes) expect(shares?.find(({ leverId }) => leverId === "late")?.value ?? 0).toBe(0);
    expect(answered(twins, document(levers), { figures: ["means"] }).idle).toEqual([]);
  });

  it("act on a planned school only together with its opening", () => {
    const answer = answered(
      twins,
      document([
        lever("open_school", { id: "open", code: "N001" }),
        lever("rezone", { id: "zone", fromCode: "1003", toCode: "N001", stage: "primary", scope: "all_pupils", share: 0.5 }),
      ]),
    );
    // Neither alone changes the mean class of anything that is judged: both halves of the difference are equal.
    const cv = outcomeOf(answer, "cv primary R7");
    expect(cv.difference).not.toBeCloseTo(0, 6);
    expect(shareOf(cv, "open")).toBeCloseTo(shareOf(cv, "zone"), 9);
    expect(shareOf(cv, "open")).toBeCloseTo((cv.difference ?? Number.NaN) / 2, 9);
  });

  it("are left out and named when the county has no place for them", () => {
    const answer = answered(twins, document([build({ id: "a" }), build({ id: "nowhere", schoolCode: "9999" })]));
    expect(answer.leftOut).toEqual(["nowhere"]);
    expect(answer.levers.map(({ id }) => id)).toEqual(["a"]);
  });

  it("have no shares in a figure that some of them make unknown", () => {
    const unknown = county([school({ code: "1001", primary: [30, null, 30, 30, 30, 30] })]);
    const answer = answered(unknown, document([build({ id: "a" })]));
    expect(outcomeOf(answer, "cv primary R4")).toMatchObject({ baseline: null, difference: null, shares: null });
    expect(outcomeOf(answer, "cost").shares).toEqual([{ leverId: "a", value: expect.any(Number), halfWidth: null }]);
  });
});
