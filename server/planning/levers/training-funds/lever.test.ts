import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** A quarter of 12 万元; there are 0.3. */
const own = schema.parse(lever("training_funds", { schoolCode: "1001", fundsShare: 0.25 }));

describe("提高教师培训经费比例", () => {
  it("sets the share of the public funds aside for training", () => {
    expect(figures(own, (state, row) => state.raised["money.trainingBudgetWan"]?.[row("1001")])).toEqual([undefined, 3, 3, 3, 3]);
    expect(figures(own, (state, row) => state.raised["money.publicFundsBudgetWan"]?.[row("1001")])).toEqual([undefined, 12, 12, 12, 12]);
  });

  it("costs nothing beyond the public funds", () => {
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
    expect(refusals({ ...own, schoolCode: "1003" })).toEqual(["schoolCode privateSchool"]);
    expect(schema.safeParse({ ...own, fundsShare: 1.1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "training_funds.school", params: { schoolCode: "1001", fundsShare: 0.25, effectYear: 2027 } });
  });
});
