import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** A primary school of 24 classes of 45 at 5.5 万元 a place, two years ahead: 5640 万元 for building, 300 for equipment. */
const own = schema.parse(lever("open_school", { code: "N001", leadYears: 2 }));

describe("新建学校", () => {
  it("teaches and has its rooms when it opens, nothing of its own before", () => {
    expect(figures(own, (state, row) => state.taught.primary[row("N001")])).toEqual([0, 0, 1, 1, 1]);
    expect(figures(own, (state, row) => state.taught.junior[row("N001")])).toEqual([0, 0, 0, 0, 0]);
    expect(figures(own, (state, row) => state.facilities.teachingAreaM2[row("N001")] || 0)).toEqual([0, 0, 6000, 6000, 6000]);
    expect(figures(own, (state, row) => state.further["specialRooms.music96"][row("N001")] || 0)).toEqual([0, 0, 2, 2, 2]);
  });

  it("pays building and equipment in equal parts", () => {
    expect(money(own)).toEqual([
      [2970, 0],
      [2970, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals({ ...own, code: "1001" })).toEqual(["code codeTaken"]);
    expect(refusals({ ...own, gymAreaM2: 6001 })).toEqual(["gymAreaM2 gymBeyondTeachingArea"]);
    expect(refusals({ ...own, originCode: "7777" })).toEqual(["originCode unknownSchool"]);
    expect(refusals({ ...own, originCode: "1001", originEvent: "renamed" })).toEqual(["originEvent originGoesOn"]);
    expect(schema.safeParse({ ...own, classrooms: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "open_school.plain", params: { name: "规划新校", rooms: 24, effectYear: 2028, costWan: 5940 } });
  });
});
