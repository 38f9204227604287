import { closing, figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Half of the entrants of 1001 go to 1002. */
const own = schema.parse(lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", share: 0.5 }));

describe("调整学区", () => {
  it("sends future entrants to the other school, and the pupils of all grades where asked", () => {
    expect(figures(own, (state, row) => state.pupils.primary[0]?.[row("1001")])).toEqual([20, 10, 10, 10, 10]);
    expect(figures(own, (state, row) => state.pupils.primary[0]?.[row("1002")])).toEqual([20, 30, 30, 30, 30]);
    expect(figures(own, (state, row) => state.pupils.primary[1]?.[row("1001")])).toEqual([20, 20, 10, 10, 10]);
    expect(figures({ ...own, scope: "all_pupils" }, (state, row) => state.pupils.primary[1]?.[row("1001")])).toEqual([20, 10, 10, 10, 10]);
  });

  it("moves with all others of the year, each by its share of what was there before, whatever their ids", () => {
    for (const ids of [
      ["a", "b", "c"],
      ["c", "b", "a"],
    ]) {
      // 1001 gives half to 1002 and half to 1003, which gives a quarter of its own 20 to 1002.
      const [first, ...others] = [own, { ...own, toCode: "1003" }, { ...own, fromCode: "1003", share: 0.25 }].map((lever, index) => ({
        ...lever,
        scope: "all_pupils" as const,
        id: ids[index] ?? "",
      }));
      if (first === undefined) throw new Error("no lever");
      for (const grade of [0, 3]) {
        const of = (code: string) => figures(first, (state, row) => state.pupils.primary[grade]?.[row(code)], ...others)[1];
        expect(["1001", "1002", "1003"].map(of)).toEqual([0, 35, 25]);
      }
    }
  });

  it("is refused where more than all of a zone would move in one year", () => {
    const other = { ...own, id: "other", toCode: "1003", share: 0.6 };
    expect(refusals(own, other)).toEqual(["share rezoneSharesOverOne"]);
    expect(refusals(own, { ...other, share: 0.5 })).toEqual([]);
    expect(refusals(own, { ...other, startYear: own.startYear + 1 })).toEqual([]);
    expect(refusals(own, { ...other, fromCode: "1002" })).toEqual([]);
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
    expect(refusals(own, closing("1001"))).toEqual(["fromCode schoolClosed"]);
    expect(refusals({ ...own, toCode: "1001" })).toEqual(["toCode sameSchool"]);
    expect(refusals({ ...own, toCode: "2001" })).toEqual(["stage stageNotTaught"]);
    expect(schema.safeParse({ ...own, share: 1.1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "rezone.entrants",
      params: { fromCode: "1001", toCode: "1002", stage: "primary", movedShare: 0.5, effectYear: 2027 },
    });
  });
});
