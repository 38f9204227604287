import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delayOf, retirementRates, retirementShares } from "./retirement";

/** Everybody in one age band. */
const only = (band: number): [number, number, number, number, number, number, number, number, number] => {
  const shares: [number, number, number, number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  shares[band] = 1;
  return shares;
};

describe("the rising retirement age", () => {
  it.each([
    [-1, 0], // December 2024: the old age
    [-13, 0],
    [0, 1], // January 2025: one month later
    [3, 1],
    [4, 2], // May 2025
    [140, 36], // September 2036: three years later, men born in September 1976
    [139, 35],
    [400, 36],
  ])("delays an old retirement in month %i after January 2025 by %i months", (month, delay) => {
    expect(delayOf(month)).toBe(delay);
  });
});

describe("who retires when", () => {
  it("lets men of 55 to 59 reach 60 and more, a little later every year", () => {
    // Ages 55 years to 59 years and 11 months in September 2024 have their old dates 1 to 60 months later, October 2024
    // (month −3) to September 2029. By September 2025 (month 8) those of −3 … −1 have retired, and those of m ≥ 0 with
    // m + ⌊m/4⌋ + 1 < 8, that is m ≤ 5: 3 + 6 = 9 of 60 months.
    const shares = retirementShares({ ageShares: only(7), womenShare: 0 }, 2024, 1);
    expect(shares).toEqual([expect.closeTo(9 / 60, 9)]);
  });

  it("lets women teachers go between 55 and 58", () => {
    const women = retirementShares({ ageShares: only(6), womenShare: 1 }, 2024, 15);
    const men = retirementShares({ ageShares: only(6), womenShare: 0 }, 2024, 15);
    expect(women.findIndex((share) => share > 0)).toBe(0);
    expect(men.findIndex((share) => share > 0)).toBeGreaterThan(4);
  });

  it("counts women of 50 to 54 as men of 55 to 59, and women past 55 as gone", () => {
    expect(retirementShares({ ageShares: only(6), womenShare: 1 }, 2024, 1)[0]).toBeCloseTo(9 / 60, 9);
    // Those of exactly 55 go now; whoever is older is a man.
    expect(retirementShares({ ageShares: only(7), womenShare: 0.65 }, 2024, 1)[0]).toBeCloseTo((9 + 0.65) / 60, 9);
    expect(retirementShares({ ageShares: only(8), womenShare: 0.65 }, 2024, 2)).toEqual([expect.closeTo(1, 9), 0]);
  });

  it("retires a band over five years and the delay, by parts of the staff whatever they sum to", () => {
    // Old dates in months −3 to 56; m ≥ 0 goes in month m + ⌊m/4⌋ + 1, which is never a multiple of 5, the last in month 71.
    // Of the months 8 to 19, 20 to 31, … one in five is left out: 10, 9, 10, 9, 10, and 68, 69 and 71 at last.
    const shares = retirementShares({ ageShares: only(7), womenShare: 0 }, 2024, 8);
    expect(shares.map((share) => Math.round(share * 60))).toEqual([9, 10, 9, 10, 9, 10, 3, 0]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const [half, both] = [only(7), only(7)];
    half[7] = 0.5;
    both[7] = 0.25;
    both[0] = 0.25;
    expect(retirementShares({ ageShares: half, womenShare: 0 }, 2024, 8)).toEqual(shares);
    expect(retirementShares({ ageShares: both, womenShare: 0 }, 2024, 1)[0]).toBeCloseTo(4.5 / 60, 9);
    expect(retirementShares({ ageShares: [0, 0, 0, 0, 0, 0, 0, 0, 0], womenShare: 0.5 }, 2024, 2)).toEqual([0, 0]);
  });

  it("never retires more than everybody, and everybody above the limits at once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2015, max: 2040 }),
        (bands, womenShare, baseYear) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = bands;
          const shares = retirementShares({ ageShares: [a, b, c, d, e, f, g, h, i], womenShare }, baseYear, 15);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
      { numRuns: 30, seed: 5 },
    );
  });

  it("gives rates of those who are left", async () => {
    const { steady } = await import("@test/cases/planning/county");
    expect(retirementRates(steady, 2026, 3)).toEqual([0, 0, 0]);
    const byAge = { ...steady, retirement: "by_age" as const };
    const shares = retirementShares(byAge, 2026, 15);
    let left = 1;
    for (const rate of retirementRates(byAge, 2026, 15)) left *= 1 - rate;
    expect(left).toBeCloseTo(1 - shares.reduce((sum, share) => sum + share, 0), 9);
    // All go in the first year: nobody is left of whom any could.
    expect(retirementRates({ ...byAge, ageShares: only(8) }, 2024, 3)).toEqual([1, 0, 0]);
  });
});
