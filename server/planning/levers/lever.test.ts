import { columnsOfDataset } from "@server/compliance/engine/index";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "../engine/baseline";
import { stateOf } from "../engine/state";
import { lift, raisedColumn, spend } from "./funds";
import { bothCosts, type CostYear, capitalCost, effectYear, isInForce, recurrentCost } from "./lever";

const dataset = county([school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] })]);
const started = () => stateOf(dataset, columnsOfDataset(dataset), baselineModel(dataset, steady, 1).beginning);
const inYear = (year: number, prices = 1): CostYear => ({ year, prices, state: started() });

describe("when a lever counts", () => {
  it("is from its start and lead time on, to the end of its last year", () => {
    expect(effectYear({ startYear: 2026, leadYears: 2 })).toBe(2028);
    const lever = { startYear: 2026, leadYears: 2, endYear: 2029 };
    expect([2027, 2028, 2029, 2030].map((year) => isInForce(lever, year))).toEqual([false, true, true, false]);
  });
});

describe("what a lever costs", () => {
  it("is capital in equal parts over the lead years, at the prices of each", () => {
    const paid = (leadYears: number) =>
      [2026, 2027, 2028, 2029].map((year) => capitalCost({ startYear: 2027, leadYears }, 90, inYear(year, year - 2025)).capitalWan);
    expect(paid(2)).toEqual([0, 90, 135, 0]);
    expect(paid(1)).toEqual([0, 180, 0, 0]);
    expect(paid(0)).toEqual([0, 180, 0, 0]);
    expect(capitalCost({ startYear: 2027, leadYears: 2 }, 90, inYear(2027)).recurrentWan).toBe(0);
  });

  it("is a yearly amount where it is due, at the prices of the year, and both together", () => {
    expect(recurrentCost(true, 4, inYear(2027, 1.5))).toEqual({ capitalWan: 0, recurrentWan: 6 });
    expect(recurrentCost(false, 4, inYear(2027, 1.5))).toEqual({ capitalWan: 0, recurrentWan: 0 });
    expect(bothCosts({ capitalWan: 1, recurrentWan: 2 }, { capitalWan: 10, recurrentWan: 20 })).toEqual({
      capitalWan: 11,
      recurrentWan: 22,
    });
  });
});

describe("funds that a lever sets", () => {
  it("rise to a floor, by what they lacked; what is not reported is set, and nobody knows by how much that is more", () => {
    const column = Float64Array.of(3, 7, Number.NaN, 5);
    expect([0, 1, 2, 3].map((row) => lift(column, row, 5))).toEqual([2, 0, Number.NaN, 0]);
    expect([...column]).toEqual([5, 7, 5, 5]);
  });

  it("stand beside the county's own figure, which every lever of the year raises further", () => {
    const state = started();
    const path = "money.publicFundsBudgetWan" as const;
    state.further[path][0] = 3;
    const raised = raisedColumn(state, path);
    expect([...raised]).toEqual([3]);
    raised[0] = 8;
    expect(raisedColumn(state, path)).toBe(raised);
    expect(state.further[path][0]).toBe(3);
  });

  it("are spent lever by lever; an unknown amount is none", () => {
    const state = started();
    spend(state, "a", 2);
    spend(state, "a", 3);
    spend(state, "b", 4);
    spend(state, "c", Number.NaN);
    expect([...state.spent]).toEqual([
      ["a", 5],
      ["b", 4],
    ]);
  });
});
