import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 10 万元 and a multimedia room. */
const own = schema.parse(lever("write_off", { schoolCode: "1001", valueWan: 10, multimediaRooms: 1 }));

describe("设备报废", () => {
  it("takes value and rooms away", () => {
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1001")])).toEqual([50, 40, 40, 40, 40]);
    expect(figures(own, (state, row) => state.facilities.multimediaRooms[row("1001")])).toEqual([8, 7, 7, 7, 7]);
  });

  it("costs nothing", () => {
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
    expect(refusals({ ...own, valueWan: 51, multimediaRooms: 9 })).toEqual(["valueWan moreThanExists", "multimediaRooms moreThanExists"]);
    expect(schema.safeParse({ ...own, valueWan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "write_off.plain", params: { schoolCode: "1001", valueWan: 10, rooms: 1, effectYear: 2027 } });
  });
});
