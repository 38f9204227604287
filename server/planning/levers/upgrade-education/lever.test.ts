import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Two a year in 2027 and 2028, of whom one succeeds, at 0.6 万元 a person. */
const own = schema.parse(lever("upgrade_education", { schoolCode: "1001", stage: "primary", count: 2, fulfilment: 0.5, endYear: 2028 }));

describe("在职学历提升", () => {
  it("gives it to those who succeed, year by year, and never to more than lack it", () => {
    expect(figures(own, (state, row) => state.teachers.primary.aboveRequiredEducation[row("1001")])).toEqual([5, 6, 7, 7, 7]);
    expect(figures({ ...own, count: 40 }, (state, row) => state.teachers.primary.aboveRequiredEducation[row("1001")])).toEqual([
      5, 10, 10, 10, 10,
    ]);
  });

  it("pays everybody who takes part", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 1.2],
      [0, 1.2],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(refusals({ ...own, endYear: 2026 })).toEqual(["endYear endBeforeEffect"]);
    expect(refusals({ ...own, stage: "junior" })).toEqual(["stage stageNotTaught"]);
    expect(schema.safeParse({ ...own, count: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "upgrade_education.school",
      params: { schoolCode: "1001", stage: "primary", count: 2, reached: 1, effectYear: 2027, endYear: 2028, annualCostWan: 1.2 },
    });
  });
});
