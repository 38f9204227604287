import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampledOrder } from "./orders";
import { exactShares, samplingOf, studentPoint } from "./shapley";

/** A game of one figure from the worth of each subset. */
const game = (worths: readonly number[]): Float64Array[] => worths.map((worth) => Float64Array.of(worth));
const sharesOf = (players: number, worths: readonly number[]): number[] =>
  exactShares(players, 1, game(worths)).map(({ shares }) => shares[0] ?? Number.NaN);

const ordersOf = (players: readonly number[]): number[][] =>
  players.length === 0
    ? [[]]
    : players.flatMap((first) => ordersOf(players.filter((player) => player !== first)).map((rest) => [first, ...rest]));

/** The definition: what each player adds, averaged over all orders. */
const byDefinition = (players: number, worths: readonly number[]): number[] => {
  const orders = ordersOf(Array.from({ length: players }, (_, player) => player));
  const added = new Array<number>(players).fill(0);
  for (const order of orders) {
    let mask = 0;
    for (const player of order) {
      const joined = mask | (1 << player);
      added[player] = (added[player] ?? 0) + ((worths[joined] ?? 0) - (worths[mask] ?? 0)) / orders.length;
      mask = joined;
    }
  }
  return added;
};

const worthsOf = (players: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1 << players, maxLength: 1 << players });
const anyGame = fc.integer({ min: 1, max: 5 }).chain((players) => fc.tuple(fc.constant(players), worthsOf(players)));

describe("exact shares", () => {
  it("are what each player adds on average over all orders", () => {
    fc.assert(
      fc.property(anyGame, ([players, worths]) => {
        const expected = byDefinition(players, worths);
        sharesOf(players, worths).forEach((share, player) => {
          expect(share).toBeCloseTo(expected[player] ?? Number.NaN, 9);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("sum to the worth of all less the worth of none (efficiency)", () => {
    fc.assert(
      fc.property(anyGame, ([players, worths]) => {
        const sum = sharesOf(players, worths).reduce((total, share) => total + share, 0);
        expect(sum).toBeCloseTo((worths[worths.length - 1] ?? 0) - (worths[0] ?? 0), 9);
      }),
    );
  });

  it("add up over games (additivity)", () => {
    fc.assert(
      fc.property(worthsOf(4), worthsOf(4), (left, right) => {
        const both = sharesOf(
          4,
          left.map((worth, mask) => worth + (right[mask] ?? 0)),
        );
        const [of, and] = [sharesOf(4, left), sharesOf(4, right)];
        both.forEach((share, player) => {
          expect(share).toBeCloseTo((of[player] ?? 0) + (and[player] ?? 0), 9);
        });
      }),
    );
  });

  it("are equal for players who can stand for each other (symmetry), and nothing for one who adds nothing (dummy)", () => {
    fc.assert(
      fc.property(worthsOf(4), (worths) => {
        // The worth depends on how many of players 0 and 1 are there, on player 2, and never on player 3.
        const tied = worths.map((_, mask) => worths[(((mask & 1) + ((mask >> 1) & 1)) << 2) | ((mask >> 2) & 1)] ?? 0);
        const [first, second, , idle] = sharesOf(4, tied);
        expect(first).toBe(second);
        expect(idle).toBe(0);
      }),
    );
  });

  it("are unknown for everybody when one subset cannot be evaluated", () => {
    expect(sharesOf(2, [0, 1, Number.NaN, 3])).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("sampled orders", () => {
  it("are permutations, the same for the same seed and number, and spread evenly", () => {
    const seen = new Map<string, number>();
    for (let index = 0; index < 6000; index += 1) {
      const order = sampledOrder(7, index, 3).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    // Six orders, 1000 of each expected, standard deviation √(6000 · 1/6 · 5/6) = 28.9.
    expect([...seen.keys()].sort()).toEqual(["012", "021", "102", "120", "201", "210"]);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * 28.9);
    expect(sampledOrder(7, 5, 30)).toEqual(sampledOrder(7, 5, 30));
    expect([...sampledOrder(7, 5, 30)].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, player) => player));
    expect(sampledOrder(8, 5, 30)).not.toEqual(sampledOrder(7, 5, 30));
  });

  it("draw a fresh number for every place, however many there are", () => {
    // Of nine, 0 is last in every ninth order; each of the other eight then comes fifth equally often: 333 times, standard deviation about 18.
    const fifth = new Map<number, number>();
    for (let index = 0; index < 24_000; index += 1) {
      const order = sampledOrder(11, index, 9);
      if (order[8] === 0) fifth.set(order[4] ?? -1, (fifth.get(order[4] ?? -1) ?? 0) + 1);
    }
    expect([...fifth.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const count of fifth.values()) expect(Math.abs(count - 333)).toBeLessThan(4 * 18.3);
  });

  it("have an interval from the second pair on", () => {
    const sampling = samplingOf(1, 1);
    sampling.take(Float64Array.of(1));
    expect(sampling.result()[0]?.halfWidths?.[0]).toBeNaN();
    sampling.take(Float64Array.of(3));
    // Mean 2, standard deviation √2, divided by √2.
    expect(sampling.result()[0]?.shares[0]).toBe(2);
    expect(sampling.result()[0]?.halfWidths?.[0]).toBeCloseTo(studentPoint(1), 12);
  });

  it("give the mean of the pairs and an interval by Student's t", () => {
    const sampling = samplingOf(1, 1);
    for (const value of [1, 2, 3, 4, 5, 6, 7, 8]) sampling.take(Float64Array.of(value));
    const [only] = sampling.result();
    // Mean 4.5, standard deviation √6 = 2.449, t(0.975, 7) = 2.3646: 2.3646 · 2.449 ÷ √8 = 2.048.
    expect(only?.shares[0]).toBeCloseTo(4.5, 12);
    expect(only?.halfWidths?.[0]).toBeCloseTo(2.048, 2);
    expect(studentPoint(7)).toBeCloseTo(2.3646, 2);
    expect(studentPoint(63)).toBeCloseTo(1.9983, 3);
  });
});
