import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 12 万元, three years ahead. */
const own = schema.parse(lever("buy_equipment", { schoolCode: "1001", valueWan: 12, leadYears: 3 }));

describe("购置教学仪器设备", () => {
  it("adds its original value when it is there", () => {
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1001")])).toEqual([50, 50, 50, 62, 62]);
  });

  it("pays a third in each year before", () => {
    expect(money(own)).toEqual([
      [4, 0],
      [4, 0],
      [4, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(schema.safeParse({ ...own, valueWan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "buy_equipment.plain", params: { schoolCode: "1001", valueWan: 12, effectYear: 2029 } });
  });
});
