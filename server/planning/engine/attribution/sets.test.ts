import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import {
  type Attribution,
  type AttributionSettings,
  attributionSettingsSchema,
  type Lever,
  uncertaintySettingsSchema,
} from "@server/planning/contract";
import { rangesOf } from "@server/planning/engine/index";
import { baseYear, lever, run } from "@test/cases/planning/county";
import { settings as futures } from "@test/cases/planning/uncertain";
import { lackingCounty, steadyDocument } from "@test/planning-solver/counties";
import { describe, expect, it } from "vitest";
import { monteCarlo } from "../uncertainty/monte-carlo";
import { type AttributionWatch, attribute } from "./attribute";
import { studentPoint } from "./shapley";

/*
 * A county that lacks multimedia rooms at one school of 240 pupils: it has 3, the standard asks for 5.52, and 85 % of
 * it, 4.69, are enough for one indicator.
 *   a  3 rooms for 7.5 万元: 6, enough        b  3 rooms for 9 万元: enough        c  1 room for 2.5 万元: 4, too few
 */
const rooms = (id: string, count: number, costWanPerRoom: number): Lever =>
  lever("equip_multimedia", { id, schoolCode: "1002", rooms: count, costWanPerRoom, bookValueWanPerRoom: 2.5 });
const dataset = lackingCounty({ multimediaRooms: 3 });
const document = { ...steadyDocument, levers: [rooms("a", 3, 2.5), rooms("b", 3, 3), rooms("c", 1, 2.5)] };
const year = baseYear + 1;

const asked = (parts: Partial<AttributionSettings>, watch: AttributionWatch = {}, levers = document.levers): Attribution | null =>
  attribute(dataset, { ...document, levers }, quality2017, attributionSettingsSchema.parse(parts), watch);
const answered = (...question: Parameters<typeof asked>): Attribution => {
  const answer = asked(...question);
  if (answer === null) throw new Error("stopped");
  return answer;
};

describe("the smallest sets of levers that still pass", () => {
  it("are all those of which no part passes, cheapest first", () => {
    const { minimal } = answered({});
    const sets = [
      { leverIds: ["a"], costWan: 7.5 },
      { leverIds: ["b"], costWan: 9 },
    ];
    expect(minimal[0]).toEqual({ year, goal: "resource", passes: true, proof: "all_subsets", sets, further: 0 });
  });

  it("are not sought for a goal that the whole plan misses", () => {
    expect(answered({}).minimal[1]).toMatchObject({ goal: "overall", passes: false, sets: [], further: 0 });
    expect(answered({}, {}, [rooms("c", 1, 2.5)]).minimal[0]).toMatchObject({ goal: "resource", passes: false, sets: [] });
  });

  it("are shown up to the twentieth, and counted beyond it", () => {
    // Two of seven rooms are enough: 7 · 6 ÷ 2 = 21 sets.
    const levers = ["a", "b", "c", "d", "e", "f", "g"].map((id, index) => rooms(id, 1, 1 + index));
    const { minimal } = answered({ exactUpTo: 7, figures: ["verdicts"] }, {}, levers);
    expect(minimal[0]).toMatchObject({ passes: true, proof: "all_subsets", further: 1 });
    expect(minimal[0]?.sets.map(({ costWan }) => costWan)).toEqual([3, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 11, 11, 12]);
    expect(minimal[0]?.sets[0]).toEqual({ leverIds: ["a", "b"], costWan: 3 });
  });

  it("are one by sampled orders: the dearest levers are taken away for as long as it passes", () => {
    const { minimal, method } = answered({ exactUpTo: 0, permutationPairs: 8 });
    expect(method).toBe("sampled");
    expect(minimal).toEqual([
      { year, goal: "resource", passes: true, proof: "greedy", sets: [{ leverIds: ["a"], costWan: 7.5 }], further: 0 },
      { year, goal: "overall", passes: false, proof: "greedy", sets: [], further: 0 },
    ]);
  });
});

describe("what is taken apart", () => {
  it("are the figures of the projection, without levers and with all of them", () => {
    const { outcomes } = answered({});
    const { baseline, trial, cost } = run(dataset, document);
    const [before, after] = [baseline[1], trial[1]];
    const of = (name: string) =>
      outcomes.find(({ outcome, stage, indicator }) => [outcome, stage, indicator].filter(Boolean).join(" ") === name);
    const met = (verdicts: Readonly<Record<string, string>> | null | undefined) =>
      Object.values(verdicts ?? {}).filter((one) => one === "met").length;
    expect(of("resource_met")).toMatchObject({ baseline: 0, trial: 1, difference: 1 });
    expect(of("overall_met")).toMatchObject({ baseline: 0, trial: 0, difference: 0 });
    expect(of("items_met")).toMatchObject({ baseline: met(before?.items), trial: met(after?.items) });
    for (const stage of ["primary", "junior"] as const) {
      expect(of(`mean ${stage} R7`)).toMatchObject({ baseline: before?.stages[stage].mean.R7, trial: after?.stages[stage].mean.R7 });
      expect(of(`cv ${stage} R7`)).toMatchObject({ baseline: before?.stages[stage].cv.R7, trial: after?.stages[stage].cv.R7 });
    }
    const totalWan = cost.reduce((sum, own) => sum + own.totalWan, 0);
    // Paid in the base year, so that nothing is left for the year itself.
    expect([of("cost")?.trial, of("cumulative_cost")?.trial]).toEqual([0, totalWan]);
    expect(totalWan).toBe(19);
  });

  it("is shared out by hand: a and b can stand for each other, c never turns the verdict", () => {
    const pass = answered({}).outcomes.find(({ outcome }) => outcome === "resource_met");
    const shares = new Map(pass?.shares?.map(({ leverId, value }) => [leverId, value]));
    expect(shares.get("a")).toBeCloseTo(0.5, 12);
    expect(shares.get("b")).toBeCloseTo(0.5, 12);
    expect(shares.get("c")).toBeCloseTo(0, 12);
  });

  it("is P(pass) too when it is asked, by the same draws for every subset", () => {
    const levers = [rooms("a", 2, 2.5), rooms("c", 1, 2.5)];
    const settings = { figures: ["verdicts" as const], passDraws: 24 };
    const pass = answered(settings, {}, levers).outcomes.find(({ outcome }) => outcome === "pass_probability");
    const drawn = (own: readonly Lever[]) =>
      monteCarlo(dataset, { ...document, levers: [...own] }, quality2017, uncertaintySettingsSchema.parse({ draws: 24 })).resource[1]?.pass;
    expect(pass).toMatchObject({ baseline: drawn([]), trial: drawn(levers) });
    expect(pass?.trial).toBeGreaterThan(0);
    expect(pass?.baseline).toBeLessThan(pass?.trial ?? 0);
    // By ranges of the question's own nothing turns out otherwise: every future is the projection.
    const ranges = rangesOf(futures({ leverRanges: false }));
    const sure = answered({ ...settings, ranges }, {}, levers).outcomes.map(({ outcome, baseline, trial }) => [outcome, baseline, trial]);
    expect(sure).toEqual([
      ["resource_met", 0, 1],
      ["overall_met", 0, 0],
      ["pass_probability", 0, 1],
      ["overall_pass_probability", 0, 0],
    ]);
    expect(pass?.shares?.reduce((total, { value }) => total + value, 0)).toBeCloseTo(pass?.difference ?? Number.NaN, 12);
    expect(answered({ figures: ["verdicts"] }, {}, levers).outcomes.map(({ outcome }) => outcome)).toEqual(["resource_met", "overall_met"]);
  });

  it("has idle levers, named by all subsets and by orders: those that change nothing of what is asked", () => {
    for (const parts of [{}, { exactUpTo: 0, permutationPairs: 8 }]) {
      expect(answered({ ...parts, figures: ["verdicts"] }).idle).toEqual(["c"]);
      expect(answered({ ...parts, figures: ["means", "cost"] }).idle).toEqual([]);
      // Cost alone is not what a lever is for.
      expect(answered({ ...parts, figures: ["cost"] }).idle).toEqual(["a", "b", "c"]);
    }
  });

  it("is nothing where there are no levers, and the empty set passes or not by itself", () => {
    const none = answered({}, {}, []);
    expect(none).toMatchObject({ levers: [], idle: [], leftOut: [], coalitions: 1, residual: 0 });
    for (const { difference, shares } of none.outcomes) expect([difference ?? 0, shares?.length ?? 0]).toEqual([0, 0]);
    expect(none.minimal[0]).toMatchObject({ passes: false, sets: [] });
  });
});

describe("work that is stopped", () => {
  const stoppedAfter = (simulations: number, parts: Partial<AttributionSettings>): Attribution | null => {
    let left = simulations;
    return asked(parts, { stopRequested: () => left-- <= 0 });
  };

  it("has no answer by all subsets before the last of them", () => {
    expect([0, 1, 7].map((simulations) => stoppedAfter(simulations, {}))).toEqual([null, null, null]);
    expect(stoppedAfter(8, {})?.coalitions).toBe(8);
  });

  it("has one by orders from the eighth pair on: two ends and four simulations a pair", () => {
    const sampled = { exactUpTo: 0, permutationPairs: 64 };
    expect([0, 1, 2 + 7 * 4, 2 + 8 * 4 - 1].map((simulations) => stoppedAfter(simulations, sampled))).toEqual([null, null, null, null]);
    expect(stoppedAfter(2 + 8 * 4, sampled)).toMatchObject({ permutations: 16, minimal: [{ goal: "overall" }] });
    expect(stoppedAfter(2 + 9 * 4 + 3, sampled)).toMatchObject({ permutations: 18 });
  });

  it("hears how far it is, from the first simulation to the last, and never more than all", () => {
    const heardOf = (parts: Partial<AttributionSettings>): readonly (readonly [number, number])[] => {
      const heard: (readonly [number, number])[] = [];
      const answer = answered(parts, { onProgress: (done, total) => heard.push([done, total]) });
      expect(heard).toHaveLength(answer.coalitions);
      return heard;
    };
    expect(heardOf({})).toEqual(Array.from({ length: 8 }, (_, index) => [index + 1, 8]));
    // By orders: two ends before it is known how many follow; four simulations a pair; the one goal that passes takes at most six.
    const byOrders = heardOf({ exactUpTo: 0, permutationPairs: 8 });
    expect(byOrders.slice(0, 2).map(([done]) => done)).toEqual([1, 1]);
    const total = 2 + 8 * 4 + 6;
    byOrders.slice(2).forEach((heard, index) => {
      expect(heard).toEqual([Math.min(index + 3, total), total]);
    });
  });
});

describe("the 97.5 % point of Student's t", () => {
  it.each([
    [7, 2.3646],
    [10, 2.2281],
    [15, 2.1314],
    [30, 2.0423],
    [120, 1.9799],
  ])("with %i degrees of freedom is %d", (freedom, point) => {
    expect(Math.abs(studentPoint(freedom) - point)).toBeLessThan(0.001);
  });

  it("is right to six digits with 63", () => {
    expect(Math.abs(studentPoint(63) - 1.9983405)).toBeLessThan(2e-7);
  });
});
