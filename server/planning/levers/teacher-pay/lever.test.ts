import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** From 9 to the 10 万元 of the civil servants, for the 30 teachers of the public schools. */
const own = schema.parse(lever("teacher_pay", { payShare: 1 }));

describe("教师平均工资收入", () => {
  it("lifts the pay to its share of the civil servants', and lowers none", () => {
    expect(figures(own, ({ countyFacts }) => countyFacts.facts.teacherPayWan ?? Number.NaN)).toEqual([9, 10, 10, 10, 10]);
    expect(figures({ ...own, payShare: 0.8 }, ({ countyFacts }) => countyFacts.facts.teacherPayWan ?? Number.NaN)).toEqual([9, 9, 9, 9, 9]);
  });

  it("pays the rise to every teacher of a public school", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 30],
      [0, 30],
      [0, 30],
      [0, 30],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(schema.safeParse({ ...own, payShare: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "teacher_pay.plain", params: { payShare: 1, effectYear: 2027 } });
  });
});
