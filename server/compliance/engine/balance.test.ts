import { county } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { quality2017 } from "../rulesets/quality-2017";
import { columnsOfDataset } from "./columns";
import { judgeCounty } from "./judge";

type Stage = "primary" | "junior";

/** The CV of R5 in a county of two schools with so many pupils and so many square metres for sport each. */
const sports = (stage: Stage, pupils: readonly [number, number], areas: readonly [number, number]) =>
  judgeCounty(
    columnsOfDataset(
      county(
        areas.map((sportsFieldAreaM2, index) => ({
          code: `A00${index}`,
          type: stage,
          [stage]: pupils[index],
          facilities: { sportsFieldAreaM2, gymAreaM2: 0 },
        })),
      ),
    ),
    quality2017,
    { items: false },
  ).stages[stage].balance.R5;

/** Two schools whose CV is exactly `limit`, in hundredths of a square metre: equal pupils, or four times as many in one. */
const onLimit = (limit: number): readonly { pupils: [number, number]; areas: [number, number] }[] =>
  [1, 4].flatMap((times) =>
    Array.from({ length: 30 }, (_, index) => {
      const small = 60 + 7 * index;
      const mean = 7.3 + index / 10;
      // Weights w and 1 − w: CV = √(w(1 − w)) · (x₁ − x₂) / mean.
      const gap = (limit / (Math.sqrt(times) / (times + 1))) * mean;
      const round = (value: number): number => Math.round(value * 1e6) / 1e6;
      const first = mean + gap / (times + 1);
      const areas: [number, number] = [round(first * small * times), round((first - gap) * small)];
      return { pupils: [small * times, small] as [number, number], areas };
    }),
  );

describe("a coefficient of variation at its limit", () => {
  it.each<[Stage, number]>([
    ["primary", 0.5],
    ["junior", 0.45],
  ])("of a %s stage is met, is the limit itself and is not borderline, whatever doubles make of it", (stage, limit) => {
    for (const { pupils, areas } of onLimit(limit)) {
      expect([areas, sports(stage, pupils, areas)]).toEqual([
        areas,
        expect.objectContaining({ cv: limit, verdict: "met", borderline: false }),
      ]);
    }
  });

  it.each<[string, Stage, number, string, boolean]>([
    ["a millionth above it is not met, and borderline since it is shown as the limit", "primary", 0.500001, "not_met", true],
    ["a millionth below it is met, and not borderline", "primary", 0.499999, "met", false],
    ["just below half a thousandth above it is borderline", "primary", 0.500499, "not_met", true],
    ["just above half a thousandth above it is beyond doubt", "primary", 0.500501, "not_met", false],
    ["exactly half a thousandth above it is shown as above it", "primary", 0.5005, "not_met", false],
    ["far above it is beyond doubt", "junior", 0.6, "not_met", false],
    ["far below it is beyond doubt", "junior", 0.2, "met", false],
  ])("%s", (_, stage, cv, verdict, borderline) => {
    const found = sports(stage, [1000, 1000], [20_000 * (1 + cv), 20_000 * (1 - cv)]);
    expect(found.cv).toBeCloseTo(cv, 12);
    expect([found.verdict, found.borderline]).toEqual([verdict, borderline]);
  });
});

describe("a stage without sections", () => {
  it("has no total, no mean and no coefficient of variation", () => {
    const { stages } = judgeCounty(columnsOfDataset(county([{ code: "A001" }])), quality2017, { items: false });
    expect(stages.junior.balance.R5).toMatchObject({ total: null, mean: null, cv: null, verdict: "not_evaluable", borderline: false });
  });
});
