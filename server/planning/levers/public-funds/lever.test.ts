import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 120 pupils at 1200 yuan are 14.4 万元; there are 12. */
const own = schema.parse(lever("public_funds", { schoolCode: "1001", primaryYuan: 1200, juniorYuan: 1200 }));

describe("提高生均公用经费", () => {
  it("lifts budget and account to the floor, and lowers none", () => {
    expect(figures(own, (state, row) => state.raised["money.publicFundsBudgetWan"]?.[row("1001")])).toEqual([
      undefined,
      14.4,
      14.4,
      14.4,
      14.4,
    ]);
    expect(figures(own, (state, row) => state.raised["money.publicFundsActualWan"]?.[row("1001")])).toEqual([
      undefined,
      14.4,
      14.4,
      14.4,
      14.4,
    ]);
    expect(figures({ ...own, primaryYuan: 900 }, (state, row) => state.raised["money.publicFundsBudgetWan"]?.[row("1001")])).toEqual([
      undefined,
      12,
      12,
      12,
      12,
    ]);
  });

  it("pays what the school gets more, every year", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 2.4],
      [0, 2.4],
      [0, 2.4],
      [0, 2.4],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, schoolCode: "1003" })).toEqual(["schoolCode privateSchool"]);
    expect(schema.safeParse({ ...own, primaryYuan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "public_funds.school",
      params: { schoolCode: "1001", primaryYuan: 1200, juniorYuan: 1200, effectYear: 2027 },
    });
  });
});
