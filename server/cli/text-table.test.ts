import { describe, expect, it } from "vitest";
import { fixed, textTable } from "./text-table";

describe("figures in text", () => {
  it("are rounded half up as written in decimals, not as stored in binary", () => {
    expect([fixed(1.005, 2), fixed(0.4995, 3), fixed(-2.345, 2), fixed(3.825, 2)]).toEqual(["1.01", "0.500", "-2.35", "3.83"]);
  });

  it("show a missing figure as a dash, and a tiny one as zero without a sign", () => {
    expect([fixed(null, 2), fixed(1e-9, 2), fixed(-1e-9, 2)]).toEqual(["–", "0.00", "0.00"]);
  });

  it("stand in columns although Chinese characters are twice as wide", () => {
    const lines = textTable(
      [
        ["学校", "n"],
        ["甲", "10"],
        ["ab小学", "9"],
      ],
      "lr",
    ).split("\n");
    expect(lines).toEqual(["学校     n", "------  --", "甲      10", "ab小学   9"]);
  });
});
