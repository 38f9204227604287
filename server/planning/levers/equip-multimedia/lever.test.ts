import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Two rooms at 2.5 万元, of which 2 are book value. */
const own = schema.parse(lever("equip_multimedia", { schoolCode: "1001", rooms: 2, bookValueWanPerRoom: 2 }));

describe("配备网络多媒体教室", () => {
  it("adds the rooms, and their equipment to the book value", () => {
    expect(figures(own, (state, row) => state.facilities.multimediaRooms[row("1001")])).toEqual([8, 10, 10, 10, 10]);
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1001")])).toEqual([50, 54, 54, 54, 54]);
  });

  it("pays 5 万元 once", () => {
    expect(money(own)).toEqual([
      [5, 0],
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
      key: "equip_multimedia.plain",
      params: { schoolCode: "1001", rooms: 2, effectYear: 2027, costWan: 5 },
    });
  });
});
