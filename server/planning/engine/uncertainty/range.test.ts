import { describe, expect, it } from "vitest";
import { triangular, varies } from "./range";

describe("a triangular range", () => {
  it("gives its quantiles by hand", () => {
    // From 0 to 1 with the peak at 0, the area beyond x is (1 − x)²; with the peak at 1, the area below is x².
    expect(triangular({ low: 0, likely: 0, high: 1 }, 0.75)).toBe(0.5);
    expect(triangular({ low: 0, likely: 1, high: 1 }, 0.25)).toBe(0.5);
    // Peak in the middle of 0 … 2: an eighth lies below 0.5, half below 1, seven eighths below 1.5.
    const middle = { low: 0, likely: 1, high: 2 };
    expect([0.125, 0.5, 0.875].map((part) => triangular(middle, part))).toEqual([0.5, 1, 1.5]);
  });

  it("never leaves its ends, and is its likely value where nothing varies", () => {
    const range = { low: 0.4, likely: 0.8, high: 1 };
    expect(triangular(range, 1e-12)).toBeGreaterThanOrEqual(0.4);
    expect(triangular(range, 1 - 1e-12)).toBeLessThanOrEqual(1);
    expect(triangular({ low: 0.7, likely: 0.7, high: 0.7 }, 0.99)).toBe(0.7);
    expect([varies(range), varies({ low: 1, likely: 1, high: 1 })]).toEqual([true, false]);
  });
});
