import type { PortfolioView } from "@server/province/portfolio-contract";
import { type CheapestPoint, cheapestPoint } from "~/features/portfolio/figures";

/** By county id, of the newest frontiers that workers have computed on published data; none where none were computed, null where no plan is known. */
export type MoneyByCounty = Readonly<Record<string, CheapestPoint | null>>;

/** The cheapest point of each county's frontier. */
export const leastMoney = (frontier: PortfolioView["frontier"]): MoneyByCounty =>
  Object.fromEntries((frontier?.lines ?? []).map(({ countyId, points }) => [countyId, cheapestPoint(points)]));
