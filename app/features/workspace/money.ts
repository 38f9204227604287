import type { YearCost } from "@server/planning/contract";

/** What each lever costs over the horizon, 万元; a lever that costs nothing may not be in it. */
export const costByLever = (cost: readonly YearCost[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { byLever } of cost)
    for (const { leverId, capitalWan, recurrentWan } of byLever) sums.set(leverId, (sums.get(leverId) ?? 0) + capitalWan + recurrentWan);
  return sums;
};

/** What all levers cost over the horizon, 万元. */
export const totalCost = (cost: readonly YearCost[]): number => cost.reduce((sum, { totalWan }) => sum + totalWan, 0);
