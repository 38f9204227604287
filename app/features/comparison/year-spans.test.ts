import { expect, test } from "vitest";
import { yearSpans } from "./year-spans";

test("years that follow one another are one span, a gap begins another", () => {
  expect(yearSpans([2028, 2029, 2030, 2033, 2035, 2036])).toEqual(["2028–2030", "2033", "2035–2036"]);
  expect(yearSpans([])).toEqual([]);
});
