import type { Lever } from "@server/planning/contract";
import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { build, lever } from "@test/cases/planning/county";
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

  it("takes rooms that are converted from the ordinary ones, those built in the same year included, and no more than there are", () => {
    const converted = { ...own, newBuilding: false, rooms: 3 };
    const read = (one: typeof own, ...others: readonly Lever[]) => [
      ...[
        figures(one, (state, row) => state.facilities.ordinaryClassrooms[row("1001")], ...others),
        figures(one, (state, row) => state.facilities.artRooms[row("1001")], ...others),
        figures(one, (state, row) => state.facilities.teachingAreaM2[row("1001")], ...others),
      ].map(([, next]) => next),
    ];
    expect(read(converted)).toEqual([7, 4, 1000]);
    expect(refusals({ ...converted, rooms: 11 })).toEqual(["rooms convertsMoreThanThere"]);
    expect(read({ ...converted, rooms: 11 })).toEqual([0, 11, 1000]);
    const built = { ...build({ id: "zz", rooms: 2, areaPerRoomM2: 50 }) };
    expect(refusals({ ...converted, rooms: 11 }, built)).toEqual([]);
    expect(read({ ...converted, rooms: 11 }, built)).toEqual([1, 12, 1100]);
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
