import { declarationItems } from "@server/statistics/facts-contract";
import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** That no veto occurred, for 2027 and 2028, at 1 万元 a year. */
const own = schema.parse(lever("declare", { item: "vetoes", endYear: 2028, annualCostWan: 1 }));

describe("申明", () => {
  it("says it for its years only: of the seven vetoes, or of every item of evidence", () => {
    expect(figures(own, ({ countyFacts }) => Object.values(countyFacts.vetoes).filter((occurred) => occurred === false).length)).toEqual([
      0, 7, 7, 0, 0,
    ]);
    expect(
      figures({ ...own, item: "all" }, ({ countyFacts }) => Object.values(countyFacts.declarations).filter((said) => said === true).length),
    ).toEqual([0, declarationItems.length, declarationItems.length, 0, 0]);
  });

  it("pays its cost in those years", () => {
    expect(money(own)).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals({ ...own, endYear: 2026 })).toEqual(["endYear endBeforeEffect"]);
    expect(schema.safeParse({ ...own, annualCostWan: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({ key: "declare.plain", params: { item: "vetoes", effectYear: 2027, endYear: 2028 } });
  });
});
