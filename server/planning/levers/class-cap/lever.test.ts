import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** At most 15 a class: the one class of 20 becomes two. */
const own = schema.parse(lever("class_cap", { schoolCode: "1001", stage: "primary", cap: 15 }));

describe("班额上限", () => {
  it("splits larger classes of the school, or of every school", () => {
    expect(figures(own, (state, row) => state.classes.primary[0]?.[row("1001")])).toEqual([1, 2, 2, 2, 2]);
    expect(figures(own, (state, row) => state.classes.primary[0]?.[row("1002")])).toEqual([1, 1, 1, 1, 1]);
    expect(figures({ ...own, schoolCode: "" }, (state, row) => state.classes.primary[0]?.[row("1002")])).toEqual([1, 2, 2, 2, 2]);
  });

  it("holds at its lowest where several are in force, whichever began first and whatever their ids", () => {
    const classes = (ofSchool: string, other: string, change: object = {}) =>
      figures({ ...own, id: ofSchool }, (state, row) => state.classes.primary[0]?.[row("1001")], {
        ...own,
        schoolCode: "",
        cap: 45,
        ...change,
        id: other,
      });
    for (const [mine, other] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      expect(classes(mine, other)).toEqual([1, 2, 2, 2, 2]);
      expect(classes(mine, other, { startYear: own.startYear + 1 })).toEqual([1, 2, 2, 2, 2]);
      expect(classes(mine, other, { cap: 18, startYear: own.startYear - 1 })).toEqual([1, 2, 2, 2, 2]);
    }
    // Above the county's own, which is assumed, it changes nothing.
    const large = { ...own, cap: 80 };
    expect(figures(large, (state, row) => state.caps.primary[row("1001")])).toEqual([45, 45, 45, 45, 45]);
  });

  it("costs nothing of itself", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, stage: "junior" })).toEqual(["stage stageNotTaught"]);
    expect(schema.safeParse({ ...own, cap: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "class_cap.school",
      params: { schoolCode: "1001", stage: "primary", cap: 15, effectYear: 2027 },
    });
  });
});
