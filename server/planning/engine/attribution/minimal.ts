import type { MinimalSets } from "../../contract";
import type { CoalitionValues, Members } from "./coalitions";

/** A goal in a year, told from the values of a subset. */
export interface PassTest {
  readonly year: number;
  readonly goal: MinimalSets["goal"];
  readonly passes: (values: CoalitionValues) => boolean;
}

/** A set of players with what it costs, 万元. */
export interface PlayerSet {
  readonly players: readonly number[];
  readonly costWan: number;
}

const costOf = (values: CoalitionValues): number => values[values.length - 1] ?? Number.NaN;

const lacksOf = (values: CoalitionValues): number => values[values.length - 2] ?? Number.NaN;

/** A subset that asks for more than there is, because it lacks the lever that would provide it, would be refused. */
const isPossible = (own: CoalitionValues, all: CoalitionValues): boolean => lacksOf(own) <= lacksOf(all);

const playersOf = (mask: number): readonly number[] => {
  const players: number[] = [];
  for (let player = 0; mask >> player !== 0; player += 1) if ((mask >> player) & 1) players.push(player);
  return players;
};

const cheapestFirst = (sets: readonly PlayerSet[]): readonly PlayerSet[] =>
  [...sets].sort((left, right) => left.costWan - right.costWan || left.players.length - right.players.length);

/**
 * All subsets that pass while none of their own subsets does, cheapest first. More levers may pass worse: a
 * set is left out as soon as any smaller one within it passes, whatever lies between them. Impossible ones are none.
 */
export const minimalSets = (values: readonly CoalitionValues[], { passes }: PassTest): readonly PlayerSet[] => {
  const within = new Uint8Array(values.length);
  const all = values.at(-1) ?? Float64Array.of();
  const found: PlayerSet[] = [];
  values.forEach((own, mask) => {
    const smaller = playersOf(mask).some((player) => within[mask ^ (1 << player)] === 1);
    const passing = passes(own) && isPossible(own, all);
    if (passing && !smaller) found.push({ players: playersOf(mask), costWan: costOf(own) });
    within[mask] = Number(passing || smaller);
  });
  return cheapestFirst(found);
};

/**
 * One set that passes and from which no single lever can be taken: levers are taken away, those that save
 * most first, for as long as it passes. Null when `valuesOf` is stopped.
 */
export const reducedSet = (
  all: CoalitionValues,
  players: number,
  valuesOf: (members: Members) => CoalitionValues | null,
  { passes }: PassTest,
): PlayerSet | null => {
  const members: Members = new Uint8Array(players).fill(1);
  const saved: { readonly player: number; readonly wan: number }[] = [];
  let values = all;
  const without = (player: number): CoalitionValues | null => {
    members[player] = 0;
    const left = valuesOf(members);
    members[player] = 1;
    return left;
  };
  for (let player = 0; player < players; player += 1) {
    const left = without(player);
    if (left === null) return null;
    saved.push({ player, wan: costOf(all) - costOf(left) });
  }
  saved.sort((left, right) => right.wan - left.wan || left.player - right.player);
  for (let taken = true; taken; ) {
    taken = false;
    for (const { player } of saved) {
      if (members[player] === 0) continue;
      const left = without(player);
      if (left === null) return null;
      if (!passes(left) || !isPossible(left, all)) continue;
      members[player] = 0;
      values = left;
      taken = true;
    }
  }
  return {
    players: saved
      .map(({ player }) => player)
      .filter((player) => members[player] === 1)
      .sort((a, b) => a - b),
    costWan: costOf(values),
  };
};
