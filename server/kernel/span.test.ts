import { expect, test } from "vitest";
import { spanOf } from "./span";

const years = (...met: readonly boolean[]) => met.map((one, index) => ({ year: 2026 + index, met: one }));

test("a span names the first year, and the later years in which it is lost again", () => {
  expect(spanOf(years(false, true, true))).toEqual({ firstYear: 2027, lasts: true, lostYears: [] });
  expect(spanOf(years(true, false, true, false))).toEqual({ firstYear: 2026, lasts: false, lostYears: [2027, 2029] });
  expect(spanOf(years(false, false))).toEqual({ firstYear: null, lasts: false, lostYears: [] });
  expect(spanOf([])).toEqual({ firstYear: null, lasts: false, lostYears: [] });
});
