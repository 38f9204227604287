import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** An art room of 90 m² in a new building at 4500 yuan. */
const own = schema.parse(lever("build_special_rooms", { schoolCode: "1001", kind: "art", areaPerRoomM2: 90 }));

describe("建音乐、美术专用教室", () => {
  it("adds the room in the band of its size, and its area", () => {
    expect(figures(own, (state, row) => state.facilities.artRooms[row("1001")])).toEqual([1, 2, 2, 2, 2]);
    expect(figures(own, (state, row) => state.further["specialRooms.art90"][row("1001")])).toEqual([1, 2, 2, 2, 2]);
    expect(figures(own, (state, row) => state.facilities.teachingAreaM2[row("1001")])).toEqual([1000, 1090, 1090, 1090, 1090]);
  });

  it("pays 40.5 万元 once", () => {
    expect(money(own)).toEqual([
      [40.5, 0],
      [0, 0],
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
      key: "build_special_rooms.art",
      params: { schoolCode: "1001", rooms: 1, areaM2: 90, effectYear: 2027, costWan: 40.5 },
    });
  });
});
