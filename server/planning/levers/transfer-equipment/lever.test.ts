import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 10 万元 and two multimedia rooms from 1001 to 1002, 1 万元 for the move. */
const own = schema.parse(lever("transfer_equipment", { fromCode: "1001", toCode: "1002", valueWan: 10, multimediaRooms: 2, costWan: 1 }));

describe("设备调拨", () => {
  it("gives one school what it takes from the other", () => {
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1001")])).toEqual([50, 40, 40, 40, 40]);
    expect(figures(own, (state, row) => state.facilities.equipmentValueWan[row("1002")])).toEqual([50, 60, 60, 60, 60]);
    expect(figures(own, (state, row) => state.facilities.multimediaRooms[row("1001")])).toEqual([8, 6, 6, 6, 6]);
    expect(figures(own, (state, row) => state.facilities.multimediaRooms[row("1002")])).toEqual([8, 10, 10, 10, 10]);
  });

  it("pays the move once", () => {
    expect(money(own)).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals(own, closing("1001"))).toEqual(["fromCode schoolClosed"]);
    expect(refusals({ ...own, toCode: "1001" })).toEqual(["toCode sameSchool"]);
    expect(refusals({ ...own, valueWan: 51 })).toEqual(["valueWan moreThanExists"]);
    expect(schema.safeParse({ ...own, valueWan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "transfer_equipment.plain",
      params: { fromCode: "1001", toCode: "1002", valueWan: 10, rooms: 2, effectYear: 2027 },
    });
  });
});
