import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** A gym of 300 m² at 4500 yuan. */
const own = schema.parse(lever("build_sports", { schoolCode: "1001", kind: "gym", areaM2: 300, unitCostYuanPerM2: 4500 }));

describe("新建运动场、体育馆", () => {
  it("adds a gym, which is teaching area too, or a field alone", () => {
    expect(figures(own, (state, row) => state.facilities.gymAreaM2[row("1001")])).toEqual([0, 300, 300, 300, 300]);
    expect(figures(own, (state, row) => state.facilities.teachingAreaM2[row("1001")])).toEqual([1000, 1300, 1300, 1300, 1300]);
    expect(
      figures(
        lever("build_sports", { schoolCode: "1001", kind: "field", areaM2: 600 }),
        (state, row) => state.facilities.sportsFieldAreaM2[row("1001")],
      ),
    ).toEqual([2000, 2600, 2600, 2600, 2600]);
  });

  it("pays 135 万元 in the year before", () => {
    expect(money(own)).toEqual([
      [135, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(schema.safeParse({ ...own, areaM2: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "build_sports.gym",
      params: { schoolCode: "1001", areaM2: 300, effectYear: 2027, costWan: 135 },
    });
  });
});
