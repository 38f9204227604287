import type { Interruption } from "../contract";

/** What ends a search before its effort is used up. An answer of which that is so cannot be had a second time. */
export interface Interrupts {
  /** Asked often; true ends the search with what there is, and every later one with it. */
  readonly stop: () => boolean;
  /** Why a search was ended; null while none was. */
  readonly reason: () => Interruption | null;
}

/** Interrupts by whoever no longer waits, and by the clock at `until`, in the milliseconds of `now`. */
export const interruptsOf = (stopRequested: () => boolean, now: () => number, until: number): Interrupts => {
  let reason: Interruption | null = null;
  return {
    stop: () => {
      reason ??= stopRequested() ? "cancelled" : now() >= until ? "clock" : null;
      return reason !== null;
    },
    reason: () => reason,
  };
};

/** For a search that always comes to its end. */
export const uninterrupted: Interrupts = { stop: () => false, reason: () => null };
