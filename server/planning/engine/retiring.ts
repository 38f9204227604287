import type { Assumptions } from "../contract";
import { retirementRates } from "./retirement";
import { at, type Column } from "./state";

/** Share of the base year's teachers still there who retire in a year: by the county's ages, and by row where schools have ages of their own. */
export interface Retiring {
  readonly county: number;
  readonly byRow: Column | null;
}

export const nobodyRetires: Retiring = { county: 0, byRow: null };

export const retiringAt = ({ county, byRow }: Retiring, row: number): number => (byRow === null ? county : at(byRow, row));

/**
 * 退休 by projected year (index 0: base year + 1). Who has moved to another school retires as its teachers do. Of two entries for
 * a school the first counts.
 */
export const retiringOf = (
  assumptions: Pick<Assumptions, "retirement" | "ageShares" | "womenShare" | "schoolAges">,
  rowOf: ReadonlyMap<string, number>,
  baseYear: number,
  horizon: number,
): readonly Retiring[] => {
  const county = retirementRates(assumptions, baseYear, horizon);
  const own = new Map<number, readonly number[]>();
  for (const { schoolCode, teachers, womenShare } of assumptions.schoolAges) {
    const row = rowOf.get(schoolCode);
    if (row === undefined || own.has(row)) continue;
    own.set(row, retirementRates({ retirement: assumptions.retirement, ageShares: teachers, womenShare }, baseYear, horizon));
  }
  return county.map((rate, index) => {
    if (own.size === 0) return { county: rate, byRow: null };
    const byRow = new Float64Array(rowOf.size).fill(rate);
    for (const [row, rates] of own) byRow[row] = rates[index] ?? 0;
    return { county: rate, byRow };
  });
};
