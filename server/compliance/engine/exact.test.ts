import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, ceiling, compare, divide, fractionOf, multiply, reduce, subtract, toNumber } from "./exact";

describe("reading a double as a fraction", () => {
  it.each([
    [0, 0n, 1n],
    [42, 42n, 1n],
    [-7, -7n, 1n],
    [4.2, 21n, 5n],
    [0.85, 17n, 20n],
    [12.34, 617n, 50n],
    [-0.125, -1n, 8n],
    [31 / 3, 31n, 3n],
    [1 / 3 + 1 / 3, 2n, 3n],
    [0.1 + 0.2, 3n, 10n],
    [987_654_321.01, 98_765_432_101n, 100n],
  ])("takes %d for the simplest fraction that it can stand for", (value, n, d) => {
    expect(fractionOf(value)).toEqual({ n, d });
  });

  it("refuses a missing figure", () => {
    expect(() => fractionOf(Number.NaN)).toThrow(RangeError);
  });

  it("recovers every decimal of an imported figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
        const exact = { n: BigInt(whole), d: 10n ** BigInt(decimals) };
        expect(compare(fractionOf(whole / 10 ** decimals), exact)).toBe(0);
      }),
    );
  });

  it("comes back as the same double or one of its neighbours", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
        expect(Math.abs(toNumber(fractionOf(value)) - value)).toBeLessThanOrEqual(value * 2 ** -49);
      }),
    );
  });
});

describe("arithmetic of fractions", () => {
  const third = { n: 1n, d: 3n };

  it("is exact where doubles are not", () => {
    expect(0.1 + 0.2 === 0.3).toBe(false);
    expect(compare(add(fractionOf(0.1), fractionOf(0.2)), fractionOf(0.3))).toBe(0);
    expect(compare(divide(fractionOf(31), divide(fractionOf(31), fractionOf(3))), fractionOf(3))).toBe(0);
  });

  it("keeps its denominators positive when it divides by a negative number", () => {
    expect(compare(divide(third, { n: -2n, d: 1n }), { n: 0n, d: 1n })).toBe(-1);
  });

  it("rounds up to whole numbers", () => {
    expect(ceiling({ n: 7n, d: 2n })).toBe(4n);
    expect(ceiling({ n: 8n, d: 2n })).toBe(4n);
    expect(ceiling({ n: -7n, d: 2n })).toBe(-3n);
    expect(ceiling({ n: 0n, d: 5n })).toBe(0n);
  });

  it("returns to lowest terms", () => {
    expect(reduce({ n: -6n, d: 9n })).toEqual({ n: -2n, d: 3n });
    expect(reduce(subtract(third, third))).toEqual({ n: 0n, d: 1n });
  });

  it("becomes the nearest double, as one division of doubles does", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (n, d) => {
        expect(toNumber(multiply({ n: BigInt(n), d: BigInt(d) }, { n: 10n ** 40n, d: 10n ** 40n })) === n / d).toBe(true);
      }),
    );
  });
});
