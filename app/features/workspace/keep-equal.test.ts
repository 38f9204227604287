import { expect, test } from "vitest";
import { keepEqual } from "./keep-equal";

test("what says the same stays the very same, also within what has changed", () => {
  const before = {
    years: [
      { year: 2027, cv: { R1: 0.2 } },
      { year: 2028, cv: { R1: 0.3 } },
    ],
    note: null,
  };
  const same = keepEqual(before, structuredClone(before));
  expect(same).toBe(before);
  const next = structuredClone(before);
  const [, second] = next.years;
  if (second === undefined) throw new Error("no second year");
  second.cv.R1 = 0.4;
  const kept = keepEqual(before, next);
  expect(kept).toEqual(next);
  expect(kept.years[0]).toBe(before.years[0]);
  expect(kept.years[1]).not.toBe(before.years[1]);
});

test("what is added, left out or of another kind is taken over", () => {
  expect(keepEqual({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepEqual({ a: 1 }, { a: 1, b: undefined })).toEqual({ a: 1, b: undefined });
  expect(keepEqual([1, 2], [1])).toEqual([1]);
  expect(keepEqual([1], { 0: 1 })).toEqual({ 0: 1 });
  expect(keepEqual(null, [Number.NaN])).toEqual([Number.NaN]);
});
