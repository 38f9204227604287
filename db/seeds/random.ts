/**
 * Random numbers for seeds, keyed instead of drawn in sequence: the same (seed, keys) always gives
 * the same number, so adding a school or a field changes no other figure. Not for anything secret.
 */
export type KeyedRandom = (...keys: readonly (string | number)[]) => number;

/** Uniform numbers in [0, 1) by (seed, keys): FNV-1a over the keys, finished by an avalanche mix. */
export const keyedRandom =
  (seed: number): KeyedRandom =>
  (...keys) => {
    let hash = (0x811c9dc5 ^ seed) >>> 0;
    for (const key of keys) {
      for (const character of `${key}|`) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
      }
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
    return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
  };

/** Stretches a number of [0, 1) over [low, high). */
export const between = (uniform: number, low: number, high: number): number => low + uniform * (high - low);
