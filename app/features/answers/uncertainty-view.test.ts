import type { MonteCarlo, Probability, UncertainInput } from "@server/planning/contract";
import { describe, expect, it } from "vitest";
import { chancesOf, uncertaintyView } from "./uncertainty-view";

const chance = (pass: number): Probability => ({
  draws: 100,
  met: pass * 100,
  notEvaluable: 0,
  pass,
  standardError: 0.05,
  low: 0,
  high: 1,
});
const band = (p50: number) => ({ known: 1, p10: p50, p25: p50, p50, p75: p50, p90: p50 });
const swing = (distance: number) => ({ failing: 1, distance, costWan: 0, verdict: "not_met" as const });
const input = (name: UncertainInput, low: number, high: number, change: { low: number; high: number } | null) => ({
  input: name,
  low: swing(low),
  high: swing(high),
  passCorrelation: null,
  thirds: change === null ? null : { low: chance(0.2), high: chance(0.6), change: { difference: 0.4, ...change } },
});

const never = { byYear: [0, 0], never: 100, lasting: 0 };
const answer = (inputs: MonteCarlo["tornado"]["inputs"]): MonteCarlo => ({
  format: "hengce.montecarlo/1",
  engineVersion: "",
  ruleSet: { id: "", version: "" },
  county: { code: "", name: "" },
  baseYear: 2025,
  years: [2025, 2026],
  settings: {} as MonteCarlo["settings"],
  resource: [chance(0), chance(0.4)],
  overall: [chance(0), chance(0.4)],
  clauses: [],
  sections: [],
  indicators: [{ stage: "primary", indicator: "R1", mean: [band(1), band(2)], cv: [band(0.3), band(0.4)] }],
  pupils: { primary: [], junior: [] },
  costWan: [],
  totalCostWan: band(0),
  binding: { resource: [], items: [] },
  firstYear: { resource: never, overall: never },
  tornado: { targetYear: 2026, likely: swing(0.5), inputs },
});

describe("what the page of uncertainty shows", () => {
  const view = uncertaintyView(
    answer([
      input("fulfilment", 0.5, 0.5, { low: 0.1, high: 0.7 }),
      input("attrition", 0.4, 0.9, { low: -0.1, high: 0.3 }),
      input("entrants", 0.5, 1.5, { low: -0.5, high: -0.1 }),
      input("gains", 0.5, 0.5, null),
    ]),
    null,
    "mean",
  );

  it("names what the draws tell apart, what they leave open, and what does not vary", () => {
    expect(view.drivers?.moving.map(({ input: name }) => name)).toEqual(["fulfilment", "entrants"]);
    expect(view.drivers).toMatchObject({ year: 2026, pass: 0.4, unclear: ["attrition"], constant: ["gains"] });
  });

  it("tells one input at a time by how far it moves the distance, and folds what changes nothing", () => {
    expect(view.ends.moving.map(({ input: name }) => name)).toEqual(["entrants", "attrition"]);
    expect(view.ends.still).toEqual(["fulfilment", "gains"]);
  });

  it("draws the bands of the figure that was chosen, coefficients of variation unless one was", () => {
    expect(view.bands[0]?.byYear.map(({ p50 }) => p50)).toEqual([1, 2]);
    expect(uncertaintyView(answer([]), null).bands[0]?.byYear.map(({ p50 }) => p50)).toEqual([0.3, 0.4]);
  });

  it("says nothing of thirds in answers of before they were asked", () => {
    const { thirds: _none, ...former } = input("cost", 0, 1, null);
    expect(uncertaintyView(answer([former]), null).drivers).toBeNull();
  });
});

describe("the chance to pass in the strip of years", () => {
  it("leaves out the base year, and says of a year that no draw could judge that it is not judged", () => {
    const open = { ...chance(0), notEvaluable: 100 };
    const told = chancesOf(
      { ...answer([]), years: [2025, 2026, 2027], resource: [chance(0), chance(0.4), chance(1)], overall: [chance(0), chance(0.3), open] },
      true,
    );
    expect(told.byYear).toEqual([
      { year: 2026, pass: 0.3, isJudged: true, resource: 0.4 },
      { year: 2027, pass: 0, isJudged: false, resource: 1 },
    ]);
  });
});
