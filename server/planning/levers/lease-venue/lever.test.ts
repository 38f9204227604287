import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 500 m² at 100 yuan a year, to 2028. */
const own = schema.parse(lever("lease_venue", { schoolCode: "1001", areaM2: 500, annualRentYuanPerM2: 100, endYear: 2028 }));

describe("租赁校外体育场馆", () => {
  it("counts as long as the lease runs", () => {
    expect(figures(own, (state, row) => state.further["reliefSports.leasedAreaM2"][row("1001")])).toEqual([Number.NaN, 500, 500, 0, 0]);
  });

  it("pays 5 万元 in each of its years", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 5],
      [0, 5],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, schoolCode: "1002" })).toEqual(["schoolCode reliefNeedsDenseCentre"]);
    expect(refusals({ ...own, endYear: 2026 })).toEqual(["endYear endBeforeEffect"]);
    expect(schema.safeParse({ ...own, areaM2: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "lease_venue.plain",
      params: { schoolCode: "1001", areaM2: 500, effectYear: 2027, endYear: 2028, annualCostWan: 5 },
    });
  });
});
