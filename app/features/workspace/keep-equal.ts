import { useRef } from "react";

type Held = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Held =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * `next`, with every part that says the same as before given as the very part from before: what compares by identity
 * sees at once that nothing has changed. For plain values (objects and lists of them, no cycles).
 */
export const keepEqual = <T>(before: unknown, next: T): T => {
  const kept = keep(before, next);
  // `keep` answers with `next` or with what says the same.
  return kept as T;
};

const keep = (before: unknown, next: unknown): unknown => {
  if (Object.is(before, next)) return before;
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next;
    const parts = next.map((part, index) => keep(before[index], part));
    return parts.length === before.length && parts.every((part, index) => part === before[index]) ? before : parts;
  }
  if (!isPlain(next) || !isPlain(before)) return next;
  const names = Object.keys(next);
  const parts = Object.fromEntries(names.map((name) => [name, keep(before[name], next[name])]));
  const same = names.length === Object.keys(before).length && names.every((name) => name in before && parts[name] === before[name]);
  return same ? before : parts;
};

/** The value of the last drawing as long as it says the same. */
export const useKept = <T>(value: T): T => {
  const held = useRef(value);
  held.current = keepEqual(held.current, value);
  return held.current;
};
