import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalSets, type PassTest, reducedSet } from "./minimal";

const test: PassTest = { year: 2030, goal: "resource", passes: (values) => values[0] === 1 };
/** One verdict and the cost of the horizon for each subset; a player costs 2^player. */
const lattice = (passing: readonly boolean[]): Float64Array[] => passing.map((passes, mask) => Float64Array.of(Number(passes), 0, mask));
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

  it("hold no lever without the one that provides what it takes", () => {
    // The second alone passes only because what is not there is not taken; the first provides it. Both cost by their bit.
    const values = [0, 1, 2, 3].map((mask) => Float64Array.of(Number(mask >= 2), Number(mask === 2), mask));
    expect(minimalSets(values, test)).toEqual([{ players: [0, 1], costWan: 3 }]);
    const of = (members: Uint8Array): Float64Array =>
      values[maskOf([...members.keys()].filter((at) => members[at] === 1))] ?? Float64Array.of();
    expect(reducedSet(of(Uint8Array.of(1, 1)), 2, of, test)).toEqual({ players: [0, 1], costWan: 3 });
    // Where the whole asks for as much too, that is no reason.
    const alike = values.map((own) => Float64Array.of(own[0] ?? 0, 1, own[2] ?? 0));
    expect(minimalSets(alike, test)).toEqual([{ players: [1], costWan: 2 }]);
  });

  it("come by cost, of equal cost the smaller set first, and then in the order of the levers", () => {
    // Levers 0 and 1 together, 3 alone, 2 alone and 4 alone pass; what the whole costs is said by hand.
    const costs = new Map([
      [0b00011, 4],
      [0b00100, 9],
      [0b01000, 4],
      [0b10000, 4],
    ]);
    const values = Array.from({ length: 32 }, (_, mask) => Float64Array.of(Number(costs.has(mask)), 7, costs.get(mask) ?? 1));
    expect(minimalSets(values, test)).toEqual([
      { players: [3], costWan: 4 },
      { players: [4], costWan: 4 },
      { players: [0, 1], costWan: 4 },
      { players: [2], costWan: 9 },
    ]);
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

  it("gives up the first of two that save the same, and names those that stay in order", () => {
    // Any two of four are enough; 1 and 3 save most, then 2, then 0: 1 and 3 go.
    const prices = [1, 3, 2, 3];
    const of = (members: Uint8Array) => {
      const own = prices.map((price, player) => price * (members[player] ?? 0));
      return Float64Array.of(
        Number(own.filter((price) => price > 0).length >= 2),
        own.reduce((sum, price) => sum + price, 0),
      );
    };
    const all = of(Uint8Array.of(1, 1, 1, 1));
    expect(reducedSet(all, 4, of, test)).toEqual({ players: [0, 2], costWan: 3 });
    const alike = (members: Uint8Array) =>
      Float64Array.of(
        Number(members.includes(1)),
        members.reduce((sum, member) => sum + member, 0),
      );
    expect(reducedSet(alike(Uint8Array.of(1, 1, 1)), 3, alike, test)).toEqual({ players: [2], costWan: 1 });
  });

  it("is not answered when the work stops while levers are taken away", () => {
    let left = 4;
    expect(reducedSet(Float64Array.of(1, 7), 3, () => (left-- > 0 ? Float64Array.of(1, 3) : null), test)).toBeNull();
  });

  it("is not answered once the work is stopped", () => {
    expect(reducedSet(Float64Array.of(1, 7), 3, () => null, test)).toBeNull();
  });
});
