import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 200 m² of a roof or basement at 1000 yuan. */
const own = schema.parse(lever("convert_sports", { schoolCode: "1001", areaM2: 200 }));

describe("改造地下、楼顶等空间为运动场地", () => {
  it("claims the space from its year on, apart from the sports field", () => {
    expect(figures(own, (state, row) => state.further["reliefSports.convertedAreaM2"][row("1001")])).toEqual([
      Number.NaN,
      200,
      200,
      200,
      200,
    ]);
    expect(figures(own, (state, row) => state.facilities.sportsFieldAreaM2[row("1001")])).toEqual([2000, 2000, 2000, 2000, 2000]);
  });

  it("pays 20 万元 once", () => {
    expect(money(own)).toEqual([
      [20, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, schoolCode: "1002" })).toEqual(["schoolCode reliefNeedsDenseCentre"]);
    expect(schema.safeParse({ ...own, areaM2: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "convert_sports.plain",
      params: { schoolCode: "1001", areaM2: 200, effectYear: 2027, costWan: 20 },
    });
  });
});
