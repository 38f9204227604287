import { loadSolver } from "@server/planning/solver/highs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Candidate, type Grant } from "./allocate";
import type { FrontierPoint } from "./portfolio-contract";

const base = 2026;
const point = (targetYear: number, wan: number, spentIn = targetYear - 1): FrontierPoint => ({
  targetYear,
  state: wan === 0 ? "nothing_needed" : "passes",
  by: wan === 0 ? null : "fast",
  costWan: wan,
  boundWan: null,
  years: wan === 0 ? [] : [{ year: spentIn, capitalWan: wan, recurrentWan: 0 }],
  whole: null,
});
const grant: Grant = { annualBudgetWan: 100, carryOver: true, provinceShare: 1, firstYear: base + 1, lastYear: base + 4 };
const county = (countyId: string, ...points: FrontierPoint[]): Candidate => ({ countyId, points });

/** Every choice of a year or none for every county, in plain words. */
const byHand = (candidates: readonly Candidate[], { annualBudgetWan, carryOver, provinceShare, firstYear, lastYear }: Grant) => {
  let best = { countyYears: 0, grantWan: 0 };
  const walk = (at: number, taken: readonly FrontierPoint[]): void => {
    const candidate = candidates[at];
    if (candidate !== undefined) {
      walk(at + 1, taken);
      for (const one of candidate.points) walk(at + 1, [...taken, one]);
      return;
    }
    const spent = new Map<number, number>();
    for (const { years } of taken)
      for (const { year, capitalWan, recurrentWan } of years)
        spent.set(year, (spent.get(year) ?? 0) + (capitalWan + recurrentWan) * provinceShare);
    let left = 0;
    for (let year = base; year <= lastYear; year += 1) {
      left = (carryOver ? left : 0) + (year >= firstYear ? annualBudgetWan : 0) - (spent.get(year) ?? 0);
      if (left < -1e-6) return;
    }
    const countyYears = taken.reduce((sum, { targetYear }) => sum + lastYear - targetYear + 1, 0);
    const grantWan = [...spent.values()].reduce((sum, wan) => sum + wan, 0);
    if (countyYears > best.countyYears || (countyYears === best.countyYears && grantWan < best.grantWan)) best = { countyYears, grantWan };
  };
  walk(0, []);
  return best;
};

describe("sharing one grant among counties", () => {
  it("gains the most years of passing, and among equal ones takes the cheapest", async () => {
    const candidates = [
      county("dear", point(2028, 300), point(2030, 90)),
      county("cheap", point(2028, 60), point(2029, 40)),
      county("itself", point(2029, 0)),
    ];
    const { chosen, totals } = allocate(await loadSolver(), candidates, grant, 5);
    expect(Object.fromEntries(chosen)).toEqual({ dear: 2030, cheap: 2028, itself: 2029 });
    expect(totals).toEqual({ counties: 3, countyYears: 6, grantWan: 150, proven: true });
  });

  it("spends nothing before the grant begins, and lets money left over lapse when it may not be kept", async () => {
    const candidates = [county("early", point(2028, 50, 2027)), county("large", point(2030, 150, 2029))];
    const highs = await loadSolver();
    expect([...allocate(highs, candidates, { ...grant, firstYear: 2028 }, 5).chosen.keys()]).toEqual(["large"]);
    expect([...allocate(highs, candidates, { ...grant, carryOver: false }, 5).chosen.keys()]).toEqual(["early"]);
  });

  it("reaches nobody without money but those who pass by themselves, and no county that has no plan", async () => {
    const none = { ...point(2028, 10), state: "none" as const, costWan: null, years: [] };
    const { chosen } = allocate(
      await loadSolver(),
      [county("a", point(2028, 10)), county("b", point(2029, 0)), county("c", none)],
      { ...grant, annualBudgetWan: 0 },
      5,
    );
    expect([...chosen.keys()]).toEqual(["b"]);
  });

  it("is what trying every choice by hand finds", async () => {
    const highs = await loadSolver();
    const points = fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)).map((wans) => wans.map((wan, index) => point(base + 2 + index, wan)));
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 120 }),
        fc.boolean(),
        fc.constantFrom(0.5, 1),
        (all, annualBudgetWan, carryOver, provinceShare) => {
          const candidates = all.map((own, index) => county(String(index), ...own));
          const asked = { ...grant, annualBudgetWan, carryOver, provinceShare };
          const { totals } = allocate(highs, candidates, asked, 5);
          const expected = byHand(candidates, asked);
          expect(totals.countyYears).toBe(expected.countyYears);
          expect(totals.grantWan).toBeCloseTo(expected.grantWan, 3);
        },
      ),
      { numRuns: 25, seed: 20_261_122 },
    );
  });
});
