import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** All of 1001 to 1002, its staff whole, of its goods half; 5 万元 once, 10 a year for buses. */
const own = schema.parse(lever("close_school", { schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }], goodsShare: 0.5 }));

const closingTo = (schoolCode: string, share: number) => lever("close_school", { schoolCode: "1001", targets: [{ schoolCode, share }] });

describe("撤并学校", () => {
  it("moves pupils, staff and movable goods, and leaves nothing behind", () => {
    expect(figures(own, (state, row) => state.pupils.primary[0]?.[row("1001")])).toEqual([20, 0, 0, 0, 0]);
    expect(figures(own, (state, row) => state.pupils.primary[0]?.[row("1002")])).toEqual([20, 40, 40, 40, 40]);
    expect(figures(own, (state, row) => state.teachers.primary.fullTime[row("1001")])).toEqual([10, 0, 0, 0, 0]);
    expect(figures(own, (state, row) => state.teachers.primary.fullTime[row("1002")])).toEqual([10, 20, 20, 20, 20]);
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1002")])).toEqual([50, 75, 75, 75, 75]);
    expect(figures(own, (state, row) => state.facilities.teachingAreaM2[row("1002")])).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  it("pays once, and every year from then on", () => {
    expect(money(own)).toEqual([
      [5, 0],
      [0, 10],
      [0, 10],
      [0, 10],
      [0, 10],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, { ...own, id: "again" })).toEqual(["schoolCode schoolClosed", "schoolCode closedTwice"]);
    expect(refusals(closingTo("1001", 1))).toEqual(["targets.0.schoolCode sameSchool"]);
    expect(refusals(closingTo("1002", 0.5))).toEqual(["targets closureSharesNotOne"]);
    expect(schema.safeParse({ ...own, staffShare: -0.1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "close_school.plain",
      params: { schoolCode: "1001", toCode: "1002", targets: 1, effectYear: 2027 },
    });
  });
});
