import { describe, expect, it } from "vitest";
import { rowsInView } from "./use-row-window";

describe("the rows of a long table", () => {
  it("are those in view and sixteen more on either side; the others keep their height", () => {
    expect(rowsInView(1000, 32, 0, 800)).toEqual({ virtual: true, from: 0, to: 41, before: 0, after: 959 * 32 });
    expect(rowsInView(1000, 32, 500 * 32, 800)).toEqual({ virtual: true, from: 484, to: 541, before: 484 * 32, after: 459 * 32 });
  });
  it("end with the last one, also when rows have gone since the table was scrolled", () => {
    expect(rowsInView(1000, 32, 975 * 32, 800)).toEqual({ virtual: true, from: 959, to: 1000, before: 959 * 32, after: 0 });
    expect(rowsInView(300, 32, 975 * 32, 800)).toEqual({ virtual: true, from: 259, to: 300, before: 259 * 32, after: 0 });
    expect(rowsInView(300, 44, 0, 20_000)).toEqual({ virtual: true, from: 0, to: 300, before: 0, after: 0 });
  });
});
