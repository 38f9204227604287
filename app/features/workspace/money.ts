import type { YearCost } from "@server/planning/contract";

/** What a lever costs over the horizon, 万元. */
export const costOfLever = (cost: readonly YearCost[], leverId: string): number =>
  cost.reduce(
    (sum, { byLever }) =>
      sum + byLever.reduce((own, entry) => own + (entry.leverId === leverId ? entry.capitalWan + entry.recurrentWan : 0), 0),
    0,
  );

/** What all levers cost over the horizon, 万元. */
export const totalCost = (cost: readonly YearCost[]): number => cost.reduce((sum, { totalWan }) => sum + totalWan, 0);
