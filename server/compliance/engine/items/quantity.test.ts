import { describe, expect, it } from "vitest";
import { over, quantity, signOf, summed } from "./quantity";

const share = (part: number, whole: number) => over(quantity(part), quantity(whole));

describe("a figure held against a limit that it comes near", () => {
  it("is compared exactly where it can have been reported", () => {
    expect(signOf(share(2.35, 47), quantity(0.05))).toBe(0);
    expect(signOf(share(2.3499999999, 47), quantity(0.05))).toBe(-1);
    expect(signOf(share(2.3500000001, 47), quantity(0.05))).toBe(1);
  });

  it("lies on it where arithmetic has made it, which keeps no more than some digits", () => {
    const projected = (2.35 * 331.7) / 417.3;
    expect(signOf(share(projected * (1 - 4e-16), (47 * 331.7) / 417.3), quantity(0.05))).toBe(0);
    expect(signOf(share(projected * (1 - 1e-8), (47 * 331.7) / 417.3), quantity(0.05))).toBe(-1);
    const terms = [0.1 + 0.2, 1 / 3];
    expect(
      signOf(
        summed(0.1 + 0.2 + 1 / 3, () => terms),
        quantity(0.633333333333),
      ),
    ).toBe(0);
  });

  it("is missing where one of the two is", () => {
    expect(signOf(quantity(Number.NaN), quantity(1))).toBeNaN();
  });
});
