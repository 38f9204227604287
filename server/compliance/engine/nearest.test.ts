import { describe, expect, it } from "vitest";
import { nearestOf } from "./nearest";

const names = ["R7.standard.primary", "R7.standard.junior", "CV.limit.primary", "vetoes", "G5.cap.primary"];

describe("names that a mistyped one may have meant", () => {
  it("are those with the fewest letters to change, nearest first", () => {
    expect(nearestOf("R7.standart.primary", names)[0]).toBe("R7.standard.primary");
    expect(nearestOf("veto", names)).toEqual(["vetoes"]);
  });

  it("need not be there", () => {
    expect(nearestOf("something quite different from all that", names)).toEqual([]);
  });

  it("are five at most", () => {
    expect(
      nearestOf(
        "primary",
        Array.from({ length: 9 }, (_, index) => `${index}.primary`),
      ).length,
    ).toBe(5);
  });
});
