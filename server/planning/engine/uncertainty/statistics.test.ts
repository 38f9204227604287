import { shareInterval } from "@server/kernel/share-interval";
import { describe, expect, it } from "vitest";
import { bandOf, correlation, probability } from "./statistics";

describe("a probability", () => {
  it("carries the interval of its draws, also where none of them met", () => {
    expect(probability(100, 20, 0)).toEqual({ draws: 100, met: 20, notEvaluable: 0, pass: 0.2, ...shareInterval(100, 20) });
    expect(probability(100, 0, 0).high).toBeCloseTo(0.037, 4);
  });

  it("does not count what cannot be judged as met, and is unknown without draws", () => {
    expect(probability(10, 0, 10).pass).toBe(0);
    expect(probability(0, 0, 0)).toMatchObject({ pass: null, standardError: null, low: null, high: null });
  });
});

describe("a band", () => {
  it("interpolates between neighbours: of 0 … 10 the tenth part is 1, the quarter 2.5", () => {
    const values = Float64Array.from([10, 3, 1, 0, 2, 9, 8, 7, 6, 5, 4]);
    expect(bandOf(values)).toEqual({ known: 11, p10: 1, p25: 2.5, p50: 5, p75: 7.5, p90: 9 });
    expect([...values]).toEqual([10, 3, 1, 0, 2, 9, 8, 7, 6, 5, 4]);
  });

  it("leaves out what is not known, and is null where nothing is", () => {
    expect(bandOf(Float64Array.of(Number.NaN, 4, Number.NaN))).toMatchObject({ known: 1, p10: 4, p90: 4 });
    expect(bandOf(Float64Array.of(Number.NaN))).toEqual({ known: 0, p10: null, p25: null, p50: null, p75: null, p90: null });
  });
});

describe("a correlation", () => {
  it("is ±1 on a line, by hand between, and unknown where one never varies", () => {
    expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6))).toBeCloseTo(1, 12);
    expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(3, 2, 1))).toBeCloseTo(-1, 12);
    // Deviations −1, 0, 1 and −1, 2, −1 → 0; −1, 0, 1 against −⅓, −⅓, ⅔ → 1 ÷ √(2 · ⅔) = 0.866
    expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(0, 3, 0))).toBeCloseTo(0, 12);
    expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(0, 0, 1))).toBeCloseTo(Math.sqrt(3) / 2, 12);
    expect(correlation(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(0, 0, 1))).toBeNull();
    expect(correlation(Float64Array.of(Number.NaN, Number.NaN), Float64Array.of(0, 1))).toBeNull();
  });
});
