import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Two rooms of 100 m² at 4500 yuan, 2.5 万元 of multimedia in each, two years ahead. */
const own = schema.parse(lever("build_classrooms", { schoolCode: "1001", rooms: 2, areaPerRoomM2: 100, leadYears: 2 }));

describe("扩建教学用房", () => {
  it("adds area, classrooms and multimedia rooms when it is ready, and nothing before", () => {
    expect(figures(own, (state, row) => state.facilities.teachingAreaM2[row("1001")])).toEqual([1000, 1000, 1200, 1200, 1200]);
    expect(figures(own, (state, row) => state.facilities.ordinaryClassrooms[row("1001")])).toEqual([10, 10, 12, 12, 12]);
    expect(figures(own, (state, row) => state.facilities.multimediaRooms[row("1001")])).toEqual([8, 8, 10, 10, 10]);
  });

  it("pays 90 + 5 万元 in equal parts over the two years", () => {
    expect(money(own)).toEqual([
      [47.5, 0],
      [47.5, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["schoolCode schoolClosed"]);
    expect(schema.safeParse({ ...own, rooms: 0 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "build_classrooms.withMultimedia",
      params: { schoolCode: "1001", rooms: 2, areaM2: 200, effectYear: 2028, costWan: 95 },
    });
  });
});
