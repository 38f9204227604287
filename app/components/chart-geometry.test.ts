import { describe, expect, it } from "vitest";
import { bandPath, linear, padded, pathThrough } from "./chart-geometry";

describe("a chart", () => {
  it("places figures in proportion, and all figures of a flat domain at one place", () => {
    const y = linear([0, 10], [100, 0]);
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
    expect(linear([3, 3], [7, 9])(3)).toBe(7);
  });
  it("leaves a gap where a figure is missing, and a dot where one stands alone", () => {
    const same = (value: number) => value;
    expect(pathThrough([1, 2, null, 4, null, 6, 7], same, same)).toBe("M0,1L1,2M3,4ZM5,6L6,7");
    expect(pathThrough([null, null], same, same)).toBe("");
  });
  it("gives figures room up to round ticks, and flat ones a band", () => {
    expect(padded([0.31, 0.49], true)).toEqual([0, 0.6]);
    expect(padded([0.01, 0.5], false)[0]).toBe(0);
    expect(padded([-0.01, 0.5], false)[0]).toBeLessThan(-0.01);
    const [low, high] = padded([0.5, 0.5], false);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });
});

it("closes a band over each stretch of years in which both its lines are known", () => {
  const [x, y] = [(index: number) => index * 10, (value: number) => -value];
  expect(bandPath([1, 2, null, 4], [3, 4, 5, 6], x, y)).toBe("M0,-3L10,-4L10,-2L0,-1ZM30,-6L30,-4Z");
});
