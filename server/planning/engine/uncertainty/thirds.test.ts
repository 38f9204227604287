import { verdictCode } from "@server/compliance/engine/index";
import { uncertainInputs } from "@server/planning/contract";
import { describe, expect, it } from "vitest";
import { thirdsOf } from "./thirds";

const { met, notMet, notEvaluable } = verdictCode;
const thirds = (values: readonly number[], verdicts: readonly number[]) => thirdsOf(Float64Array.from(values), Uint8Array.from(verdicts));
const drawsOf = (values: readonly number[]) => {
  const found = thirds(
    values,
    values.map(() => met),
  );
  return found === null ? null : [found.low.draws, found.high.draws];
};

describe("P(pass) of the lowest and the highest third", () => {
  it("counts the draws in which the input was lowest and highest, wherever they stand", () => {
    const found = thirds([6, 1, 4, 2, 5, 3], [met, notMet, notEvaluable, notEvaluable, met, met]);
    expect(found?.low).toMatchObject({ draws: 2, met: 0, notEvaluable: 1, pass: 0 });
    expect(found?.high).toMatchObject({ draws: 2, met: 2, notEvaluable: 0, pass: 1 });
    expect(found?.change.difference).toBe(1);
  });

  it("is not sure of a change that so few draws show: none of 2 may be 80 %, 2 of 2 may be 20 %, with eleven looked at", () => {
    const { low, high } = thirds([1, 2, 3, 4, 5, 6], [notMet, notMet, met, met, met, met])?.change ?? {};
    const may = 2.8376 ** 2 / (2 + 2.8376 ** 2);
    expect(low).toBeCloseTo(1 - Math.hypot(may, may), 6);
    expect(high).toBe(1);
  });

  it("has an input for each of the eleven that the interval is for", () => {
    expect(uncertainInputs).toHaveLength(11);
  });

  it.each([
    ["parts no equal values: all of them are low, or high", [0, 0, 0, 0, 1, 2], [4, 2]],
    ["parts no equal values at the upper border either", [0, 1, 2, 2, 2, 2], [2, 4]],
    ["leaves out what is equal in the middle", [0, 1, 1, 1, 1, 1, 2, 3, 1], [1, 2]],
    ["has the only other value at one end", [0, 1, 1, 1, 1, 1], [1, 5]],
    ["has one draw at each end of two", [0, 1], [1, 1]],
  ])("%s", (_what, values, expected) => {
    expect(drawsOf(values)).toEqual(expected);
    expect(drawsOf(values.toReversed())).toEqual(expected);
  });

  it("says nothing where the input never varies, by more than rounding, or has no effect", () => {
    expect([drawsOf([1, 1, 1]), drawsOf([1, 1 + 1e-15, 1]), drawsOf([Number.NaN, Number.NaN]), drawsOf([])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
