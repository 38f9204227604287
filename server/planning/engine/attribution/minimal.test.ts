import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalSets, type PassTest, reducedSet } from "./minimal";

const test: PassTest = { year: 2030, goal: "resource", passes: (values) => values[0] === 1 };
/** One verdict and the cost of the horizon for each subset; a player costs 2^player. */
const lattice = (passing: readonly boolean[]): Float64Array[] => passing.map((passes, mask) => Float64Array.of(Number(passes), mask));
const maskOf = (players: readonly number[]): number => players.reduce((mask, player) => mask | (1 << player), 0);

describe("smallest sets that pass", () => {
  it("are exactly the passing subsets that hold no other passing one, cheapest first", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }).chain((players) => fc.array(fc.boolean(), { minLength: 1 << players, maxLength: 1 << players })),
        (passing) => {
          const masks = passing.flatMap((passes, mask) => (passes ? [mask] : []));
          const expected = masks.filter((mask) => !masks.some((other) => other !== mask && (other & mask) === other));
          expect(minimalSets(lattice(passing), test).map(({ players }) => maskOf(players))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are the empty one alone when the county passes on its own", () => {
    expect(minimalSets(lattice([true, false, true, true]), test)).toEqual([{ players: [], costWan: 0 }]);
  });
});

describe("a set reduced step by step", () => {
  it("passes, and no single player can be taken from it, whatever the game", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }), (passing) => {
        const worths = lattice([...passing.slice(0, 31), true]);
        const of = (mask: number): Float64Array => worths[mask] ?? Float64Array.of(0, 0);
        const reduced = reducedSet(
          of(31),
          5,
          (members) => of(maskOf([...members].flatMap((member, player) => (member === 1 ? [player] : [])))),
          test,
        );
        const mask = maskOf(reduced?.players ?? []);
        expect(test.passes(of(mask))).toBe(true);
        expect(reduced?.costWan).toBe(mask);
        for (const player of reduced?.players ?? []) expect(test.passes(of(mask ^ (1 << player)))).toBe(false);
      }),
    );
  });

  it("gives up the dearest players first", () => {
    // Any single player is enough: the dearest two go, the cheapest stays.
    const any = lattice([false, true, true, true, true, true, true, true]);
    const of = (members: Uint8Array) => any[maskOf([...members].flatMap((member, player) => (member === 1 ? [player] : [])))] ?? null;
    expect(reducedSet(any[7] ?? Float64Array.of(1, 7), 3, of, test)).toEqual({ players: [0], costWan: 1 });
  });

  it("is not answered once the work is stopped", () => {
    expect(reducedSet(Float64Array.of(1, 7), 3, () => null, test)).toBeNull();
  });
});
