import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { questionOf, simulate } from "@server/planning/engine/simulate";
import { lackingCounty, steadyDocument } from "@test/planning-solver/counties";
import { describe, expect, it } from "vitest";
import { type LeanYear, leanYear } from "../lean-year";
import { rulesByYear } from "../rules-by-year";
import { differs, figuresAYear, figuresOf, goalPositions, writeFigures } from "./figures";

const judged = (): LeanYear => {
  const question = questionOf(lackingCounty({}), steadyDocument);
  const found: LeanYear[] = [];
  simulate(question, [], quality2017, (state) => found.push(leanYear(state, question, rulesByYear(quality2017)(state.year))));
  const [first] = found;
  if (first === undefined) throw new Error("no year");
  return first;
};

describe("figures that are taken apart", () => {
  const base = judged();
  const beside = { costWan: 3, cumulativeWan: 8, passProbability: 0.25, overallPassProbability: 0.125 };
  const written = (lean: LeanYear): Map<string, number> => {
    const values = new Float64Array(1 + figuresAYear).fill(-1);
    writeFigures(values, 1, lean, beside);
    expect(values[0]).toBe(-1);
    return new Map(
      figuresOf([2027]).map(({ outcome, stage, indicator }, position) => [
        [outcome, stage, indicator].filter((part) => part !== null).join(" "),
        values[1 + position] ?? Number.NaN,
      ]),
    );
  };

  it("are verdicts as 0 or 1, what the county lacks, money and P(pass)", () => {
    const lean: LeanYear = { ...base, verdict: "met", overall: { ...base.overall, verdict: "met" }, distance: 0.5, failing: 4 };
    const met = Object.values(base.items).filter((verdict) => verdict === "met").length;
    expect(met).toBeGreaterThan(0);
    expect(Object.fromEntries(written(lean))).toMatchObject({
      resource_met: 1,
      overall_met: 1,
      distance: 0.5,
      failing: 4,
      items_met: met,
      pass_probability: 0.25,
      overall_pass_probability: 0.125,
      cost: 3,
      cumulative_cost: 8,
    });
    for (const [verdict, overall] of [["not_met", "not_met"] as const, ["not_evaluable", "incomplete"] as const]) {
      const figures = written({ ...base, verdict, overall: { ...base.overall, verdict: overall } });
      expect([figures.get("resource_met"), figures.get("overall_met")]).toEqual([0, 0]);
    }
    expect([...written(base).keys()].indexOf("resource_met")).toBe(goalPositions.resource);
    expect([...written(base).keys()].indexOf("overall_met")).toBe(goalPositions.overall);
  });

  it("are mean and CV of each indicator of each stage, unknown where nothing is balanced", () => {
    const figures = written(base);
    for (const stage of ["primary", "junior"] as const) {
      base.stages[stage].balances.forEach(({ mean, cv }, position) => {
        expect(figures.get(`mean ${stage} R${position + 1}`)).toBe(mean);
        expect(figures.get(`cv ${stage} R${position + 1}`)).toBe(cv);
      });
    }
    const bare = written({ ...base, stages: { ...base.stages, junior: { ...base.stages.junior, balances: [] } } });
    expect(bare.get("mean junior R1")).toBeNaN();
    expect(bare.get("mean primary R1")).toBe(figures.get("mean primary R1"));
  });

  it("lie year by year, with their groups", () => {
    const figures = figuresOf([2027, 2029]);
    expect(figures.map(({ year }) => year)).toEqual([...Array(figuresAYear).fill(2027), ...Array(figuresAYear).fill(2029)]);
    const groups = new Map(figures.map(({ outcome, group }) => [outcome, group]));
    expect(Object.fromEntries(groups)).toEqual({
      resource_met: "verdicts",
      overall_met: "verdicts",
      distance: "county",
      failing: "county",
      items_met: "county",
      pass_probability: "verdicts",
      overall_pass_probability: "verdicts",
      mean: "means",
      cv: "cvs",
      cost: "cost",
      cumulative_cost: "cost",
    });
  });
});

describe("a figure is another one", () => {
  it.each([
    ["when it moved", 1, 1.001, true],
    ["when it moved the other way", 1, 0.999, true],
    ["when it changed its sign", -2, 2, true],
    ["when it is no longer known", 1, Number.NaN, true],
    ["when it is known now", Number.NaN, 1, true],
    ["not when it stays unknown", Number.NaN, Number.NaN, false],
    ["not when it stays", 0.5, 0.5, false],
    ["not by a trace of arithmetic", 0.5, 0.5 + 1e-10, false],
    ["by more than such a trace", 0.5, 0.5 + 1e-8, true],
    ["not by a trace of a large figure, on either side", 1e6, 1e6 - 1e-4, false],
    ["by more than a trace of a large figure", 1e6, 1e6 + 1e-2, true],
    ["not by a trace of a large negative figure", -1e6 - 1e-4, -1e6, false],
  ])("%s", (_name, left, right, expected) => {
    expect(differs([1], Float64Array.of(0, left), Float64Array.of(5, right))).toBe(expected);
    expect(differs([1], Float64Array.of(0, right), Float64Array.of(5, left))).toBe(expected);
  });
});
