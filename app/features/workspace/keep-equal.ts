import { useRef } from "react";
import { differenceOf, withNews } from "./difference";

/**
 * `next`, with every part that says the same as before given as the very part from before: what compares by identity
 * sees at once that nothing has changed.
 */
export const keepEqual = <T>(before: unknown, next: T): T => {
  const kept = withNews(before, differenceOf(before, next));
  // `before` with its difference from `next` says what `next` says.
  return kept as T;
};

/** The value of the last drawing as long as it says the same. */
export const useKept = <T>(value: T): T => {
  const held = useRef(value);
  held.current = keepEqual(held.current, value);
  return held.current;
};
