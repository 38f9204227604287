import { describe, expect, it } from "vitest";
import { effortOf } from "./effort";

describe("effort", () => {
  it("is used up by columns and checkpoints alike, whoever spends it", () => {
    const effort = effortOf(2);
    effort.spend(3_000, 5);
    expect(effort.left()).toBeCloseTo(1, 12);
    effort.spend(15_000, 1 / 2);
    effort.spend(7_500, 1);
    expect([effort.left(), effort.units]).toEqual([0, 2]);
  });
});
