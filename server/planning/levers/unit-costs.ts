import type { Lever } from "../contract";
import { lastYearOf } from "./last-year";
import { bothCosts, type CostYear, capitalCost, effectYear, type LeverCost, noCost, recurrentCost } from "./lever";

const yuanAWan = 10_000;

/** 另计费用 of so many units, 万元 at base prices: once, and in each year that the lever lasts. */
export interface UnitCosts {
  readonly onceWan: number;
  readonly annualWan: number;
}

/** Null where a lever has none. */
export const unitCostsOf = ({ unitCapitalYuan, unitYearlyYuan }: Lever, units: number): UnitCosts | null =>
  unitCapitalYuan === 0 && unitYearlyYuan === 0
    ? null
    : { onceWan: (units * unitCapitalYuan) / yuanAWan, annualWan: (units * unitYearlyYuan) / yuanAWan };

/** The cost of a lever's kind and its further unit costs in one year. */
export const withUnitCosts = (lever: Lever, own: LeverCost, further: UnitCosts | null, year: CostYear): LeverCost => {
  if (further === null) return own;
  const lasts = year.year >= effectYear(lever) && year.year <= lastYearOf(lever);
  const once = further.onceWan === 0 ? noCost : capitalCost(lever, further.onceWan, year);
  return bothCosts(own, bothCosts(once, recurrentCost(lasts, further.annualWan, year)));
};
