import { steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { entrantSeries, entrantsBesides, entrantsOf, rollWeights, zoneWeights } from "./entrants";

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

describe("numbers given for some sections", () => {
  const trend = entrantSeries({ ...steady, entrants: { mode: "trend", annualChange: -0.5 } }, [], 2026, 2);
  const persons = entrantSeries({ ...steady, entrants: { mode: "series", series: [{ year: 2027, entrants: 60 }] } }, [], 2026, 2);
  const besides = (series: typeof trend, weights: readonly number[], numbers: readonly (readonly [number, number])[], index = 0) => {
    const entrants = new Float64Array(weights.length);
    return { ...entrantsBesides(series, index, Float64Array.from(weights), new Map(numbers), entrants), entrants: [...entrants] };
  };

  it("leave the rest of a factor's or a series' intake to the others, by their weights", () => {
    expect(besides(trend, [40, 30, 10], [[0, 10]])).toEqual({ given: 10, county: 40, isShared: true, entrants: [10, 22.5, 7.5] });
    expect(besides(trend, [40, 30, 10], [[0, 10]], 1)).toMatchObject({ county: 20, entrants: [10, 7.5, 2.5] });
    expect(besides(persons, [40, 30, 10], [[1, 40]])).toEqual({ given: 40, county: 60, isShared: true, entrants: [16, 40, 4] });
  });

  it("leave nobody to the others where they take more than there are, and share nothing where there are no others", () => {
    expect(besides(trend, [40, 40, 0], [[0, 70]])).toEqual({ given: 70, county: 40, isShared: true, entrants: [70, 0, 0] });
    const all = besides(
      persons,
      [40, 20, 0],
      [
        [0, 10],
        [1, 20],
      ],
    );
    expect(all).toEqual({ given: 30, county: 60, isShared: false, entrants: [10, 20, 0] });
  });

  it("hold where an intake is not known, and then leave what nobody knows", () => {
    expect(besides(trend, [Number.NaN, 20, 0], [[1, 5]])).toEqual({
      given: 5,
      county: Number.NaN,
      isShared: true,
      entrants: [Number.NaN, 5, 0],
    });
    // A number stands in for the intake that is not known: of a series of persons the rest can then be shared.
    expect(besides(persons, [Number.NaN, 20, 10], [[0, 30]])).toEqual({ given: 30, county: 60, isShared: true, entrants: [30, 20, 10] });
    // Nothing of an unknown share is nothing.
    expect(besides(persons, [Number.NaN, 20], [[1, 60]]).entrants).toEqual([0, 60]);
    expect(besides(persons, [40], [[0, 3]], 5)).toMatchObject({ county: Number.NaN, entrants: [3] });
  });
});

describe("weights that roll on", () => {
  const trend = entrantSeries(steady, [], 2026, 1);
  const persons = entrantSeries({ ...steady, entrants: { mode: "series", series: [{ year: 2027, entrants: 60 }] } }, [], 2026, 1);
  const rolled = (series: typeof trend, before: readonly number[], entered: readonly number[]) => {
    const weights = Float64Array.from(before);
    rollWeights(series, weights, Float64Array.from(entered));
    return [...weights];
  };

  it("are the entrants of the year, of as many as before where the county follows a factor", () => {
    expect(rolled(trend, [40, 60], [10, 10])).toEqual([50, 50]);
    expect(rolled(persons, [40, 60], [10, 10])).toEqual([10, 10]);
    expect(rolled(persons, [0, 0], [30, 10])).toEqual([30, 10]);
    expect(rolled(trend, [0, 0], [30, 10])).toEqual([0, 0]);
  });

  it("stay where nobody entered, and are unknown where the entrants are", () => {
    expect(rolled(trend, [40, 60], [0, 0])).toEqual([40, 60]);
    expect(rolled(persons, [40, 60], [0, 0])).toEqual([40, 60]);
    expect(rolled(trend, [40, 60], [10, Number.NaN])).toEqual([Number.NaN, Number.NaN]);
  });
});
