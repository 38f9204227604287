import { steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { entrantSeries, entrantsOf, zoneWeights } from "./entrants";

const births = (from: number, counts: readonly number[]) => counts.map((count, index) => ({ year: from + index, births: count }));

describe("grade-1 entrants", () => {
  it("follow the trend where the births behind the base year's intake are unknown, and say so", () => {
    const series = entrantSeries({ ...steady, entrants: { mode: "births" }, entrantsTrendBeyondBirths: -0.1 }, [], 2026, 2);
    expect(series.birthsUnusable).toBe(true);
    expect(series.factors?.[1]).toBeCloseTo(0.81, 12);
  });

  it("return to the births after a gap", () => {
    // 2026 ← 2019, 2020; 2027 ← 2020, 2021 (unknown); 2028 ← 2021, 2022 (unknown); 2029 ← 2022, 2023
    const known = [...births(2019, [90, 90]), ...births(2022, [45, 45])];
    const series = entrantSeries({ ...steady, entrants: { mode: "births" }, entrantsTrendBeyondBirths: -0.2 }, known, 2026, 3);
    expect(series.factors?.map((factor) => Math.round(factor * 1e9) / 1e9)).toEqual([0.8, 0.64, 0.5]);
    expect(series.yearsByTrend).toEqual([2027, 2028]);
  });

  it("keep the last given number beyond the series and the first before it", () => {
    const series = entrantSeries(
      {
        ...steady,
        entrants: {
          mode: "series",
          series: [
            { year: 2029, entrants: 30 },
            { year: 2031, entrants: 50 },
            { year: 2028, entrants: 20 },
          ],
        },
      },
      [],
      2026,
      6,
    );
    expect(series.counts).toEqual([20, 20, 30, 30, 50, 50]);
  });

  it("follow the trend where nobody was born in the years behind the base year's intake", () => {
    const none = [...births(2019, [0, 0]), ...births(2021, [30, 30])];
    const series = entrantSeries({ ...steady, entrants: { mode: "births" }, entrantsTrendBeyondBirths: 0.5 }, none, 2026, 2);
    expect(series).toMatchObject({ factors: [1.5, 2.25], birthsUnusable: true });
  });

  it("find no school where persons must be shared out and no school has an intake", () => {
    const given = entrantSeries({ ...steady, entrants: { mode: "series", series: [{ year: 2027, entrants: 30 }] } }, [], 2026, 1);
    expect([...entrantsOf(given, 0, Float64Array.of(0, 0))]).toEqual([0, 0]);
  });

  it("keep one section's missing intake its own, unless persons must be shared out", () => {
    const intake = Float64Array.of(10, Number.NaN);
    const trend = entrantSeries({ ...steady, entrants: { mode: "trend", annualChange: 0.5 } }, [], 2026, 1);
    expect([...entrantsOf(trend, 0, intake)]).toEqual([15, Number.NaN]);
    const given = entrantSeries({ ...steady, entrants: { mode: "series", series: [{ year: 2027, entrants: 30 }] } }, [], 2026, 1);
    expect([...entrantsOf(given, 0, intake)]).toEqual([Number.NaN, Number.NaN]);
  });

  it("all go to the zones that are named where no other school has an intake", () => {
    const zones = new Map([
      [0, 0.5],
      [1, 0.3],
    ]);
    expect([...zoneWeights(Float64Array.of(30, 50, 0), zones)].map((persons) => Math.round(persons * 1e9) / 1e9)).toEqual([50, 30, 0]);
    expect([...zoneWeights(Float64Array.of(30, 50, 20), zones)].map((persons) => Math.round(persons * 1e9) / 1e9)).toEqual([50, 30, 20]);
    expect([...zoneWeights(Float64Array.of(30, 0), new Map([[0, 0]]))]).toEqual([0, 0]);
  });
});
