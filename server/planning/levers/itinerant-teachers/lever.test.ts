import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** A visiting music teacher to 2028, at 0.72 万元. */
const own = schema.parse(lever("itinerant_teachers", { schoolCode: "1001", subject: "music", count: 1, endYear: 2028 }));

describe("体育、艺术教师走教", () => {
  it("is reported at the host as long as it lasts, and is nobody's own teacher", () => {
    expect(figures(own, (state, row) => state.further["staff.visitingMusic"][row("1001")])).toEqual([Number.NaN, 1, 1, 0, 0]);
    expect(figures(own, (state, row) => state.teachers.primary.music[row("1001")])).toEqual([1, 1, 1, 1, 1]);
  });

  it("pays the allowance in each of its years", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 0.72],
      [0, 0.72],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, schoolCode: "1002" })).toEqual(["schoolCode reliefNeedsRural"]);
    expect(schema.safeParse({ ...own, count: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "itinerant_teachers.plain",
      params: { schoolCode: "1001", subject: "music", count: 1, effectYear: 2027, endYear: 2028, annualCostWan: 0.72 },
    });
  });
});
