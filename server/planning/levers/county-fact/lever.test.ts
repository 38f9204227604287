import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { schema } from "./schema";

/** Places within the quota from 100 in a straight line to 130 in 2029, for 2 万元 a year. */
const own = schema.parse(
  lever("county_fact", { fact: "quotaPlaces", mode: "linear", targetValue: 130, targetYear: 2029, annualCostWan: 2 }),
);

describe("县级指标走势", () => {
  it("goes on as declared, along the line or by the values given", () => {
    expect(figures(own, ({ countyFacts }) => countyFacts.facts.quotaPlaces ?? Number.NaN)).toEqual([100, 110, 120, 130, 130]);
    expect(
      figures(
        { ...own, mode: "values", values: [{ year: 2028, value: 105 }] },
        ({ countyFacts }) => countyFacts.facts.quotaPlaces ?? Number.NaN,
      ),
    ).toEqual([100, 100, 105, 105, 105]);
  });

  it("pays its yearly cost from its first year on", () => {
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
    expect(refusals({ ...own, mode: "values" })).toEqual(["values valuesEmpty"]);
    expect(refusals({ ...own, targetValue: null })).toEqual(["targetValue targetMissing"]);
    expect(refusals({ ...own, fact: "seniorPlaces" })).toEqual(["fact factUnknown"]);
    expect(refusals(own, { ...own, id: "again" })).toEqual(["fact factTwice"]);
    expect(schema.safeParse({ ...own, targetValue: -1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    expect(summaryOf(own)).toEqual({
      key: "county_fact.linear",
      params: { fact: "quotaPlaces", effectYear: 2027, target: 130, targetYear: 2029 },
    });
  });
});
