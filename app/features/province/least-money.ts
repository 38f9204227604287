import type { PortfolioLine, PortfolioView } from "@server/province/portfolio-contract";
import { type CheapestPoint, cheapestPoint } from "~/features/portfolio/figures";

/** The cheapest plan known of a county with what no plan mends, or why there is none. */
export type LeastMoney = (CheapestPoint & Pick<PortfolioLine, "stated">) | "none" | "not_evaluable";

/** By county id, of the newest frontiers that workers have computed on published data; empty where none were computed. */
export type MoneyByCounty = Readonly<Record<string, LeastMoney>>;

/** The cheapest point of each county's frontier. */
export const leastMoney = (frontier: PortfolioView["frontier"]): MoneyByCounty =>
  Object.fromEntries(
    (frontier?.lines ?? []).map(({ countyId, points, stated }): [string, LeastMoney] => {
      const cheapest = cheapestPoint(points);
      if (cheapest !== null) return [countyId, { ...cheapest, stated }];
      return [countyId, points.some(({ state }) => state === "none") ? "none" : "not_evaluable"];
    }),
  );
