import type { PortfolioView } from "@server/province/portfolio-contract";

/** Least money known by which a county passes, 万元 to the end of the horizon, and the first year from which it then does; null where no plan is known. */
export interface LeastMoney {
  readonly costWan: number;
  readonly targetYear: number;
}

/** By county id, of the newest frontiers that workers have computed on published data; none where none were computed. */
export type MoneyByCounty = Readonly<Record<string, LeastMoney | null>>;

/** The cheapest point of each county's frontier, the earlier year of equal ones. */
export const leastMoney = (frontier: PortfolioView["frontier"]): MoneyByCounty =>
  Object.fromEntries(
    (frontier?.lines ?? []).map(({ countyId, points }) => {
      const known = points.flatMap(({ state, costWan, targetYear }) => {
        if (state === "nothing_needed") return [{ costWan: 0, targetYear }];
        return state === "passes" && costWan !== null ? [{ costWan, targetYear }] : [];
      });
      known.sort((a, b) => a.costWan - b.costWan || a.targetYear - b.targetYear);
      return [countyId, known[0] ?? null];
    }),
  );
