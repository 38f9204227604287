import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** 20 pupils at 6000 yuan; there are 100 000 yuan. */
const own = schema.parse(lever("special_funds", { perPupilYuan: 6000 }));

describe("特殊教育生均公用经费", () => {
  it("lifts the funds of special education to the floor, and lowers none", () => {
    expect(figures(own, ({ countyFacts }) => countyFacts.facts.specialFundsYuan ?? Number.NaN)).toEqual([
      100_000, 120_000, 120_000, 120_000, 120_000,
    ]);
    expect(figures({ ...own, perPupilYuan: 4000 }, ({ countyFacts }) => countyFacts.facts.specialFundsYuan ?? Number.NaN)).toEqual([
      100_000, 100_000, 100_000, 100_000, 100_000,
    ]);
  });

  it("pays the rise of 2 万元 every year", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(schema.safeParse({ ...own, perPupilYuan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "special_funds.plain", params: { perPupilYuan: 6000, effectYear: 2027 } });
  });
});
