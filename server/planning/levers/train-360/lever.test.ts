import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Two a year in 2027 and 2028, of whom one succeeds, at 0.15 万元 a person. */
const own = schema.parse(lever("train_360", { schoolCode: "1001", count: 2, fulfilment: 0.5, endYear: 2028 }));

describe("五年360学时培训", () => {
  it("gives it to those who succeed, year by year, and never to more than lack it", () => {
    expect(figures(own, (state, row) => state.further["staff.trained360"][row("1001")])).toEqual([6, 7, 8, 8, 8]);
    expect(figures({ ...own, count: 40 }, (state, row) => state.further["staff.trained360"][row("1001")])).toEqual([6, 10, 10, 10, 10]);
  });

  it("pays everybody who takes part", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 0.3],
      [0, 0.3],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, endYear: 2026 })).toEqual(["endYear endBeforeEffect"]);
    expect(schema.safeParse({ ...own, count: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "train_360.school",
      params: { schoolCode: "1001", count: 2, reached: 1, effectYear: 2027, endYear: 2028, annualCostWan: 0.3 },
    });
  });
});
