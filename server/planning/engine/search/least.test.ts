import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastReaching } from "./least";

describe("the least value that reaches a goal", () => {
  it("is the border of a goal that more always reaches, wherever the search begins", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.nat(1_000_000), fc.nat(1_000_000), (last, at, from) => {
        const border = at % (last + 1);
        const { least, tried } = leastReaching(last, from % (last + 1), (position) => position >= border);
        expect(least).toBe(border);
        expect(tried.size).toBeLessThan(120);
      }),
      { numRuns: 300 },
    );
  });

  it("is the true least one of any goal when there are few values", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 24 }), (goal) => {
        const { least, tried } = leastReaching(goal.length - 1, 0, (position) => goal[position] === true);
        expect(least).toBe(goal.includes(true) ? goal.indexOf(true) : null);
        expect(tried.size).toBe(goal.length);
      }),
    );
  });

  it("reaches the goal while the next one below does not, whatever the goal", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 25, maxLength: 400 }), fc.nat(400), (goal, from) => {
        const { least, tried } = leastReaching(goal.length - 1, from % goal.length, (position) => goal[position] === true);
        if (least === null) {
          for (const reached of tried.values()) expect(reached).toBe(false);
          return;
        }
        expect(goal[least]).toBe(true);
        if (least > 0) expect(tried.get(least - 1)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("is found below a gap that a plain halving would not see", () => {
    // Reached from 400 on, but also between 150 and 250: halving alone from 500 would stop at 400.
    const { least } = leastReaching(1000, 500, (position) => position >= 400 || (position >= 150 && position <= 250));
    expect(least).toBe(150);
  });
});
