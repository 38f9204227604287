import type { PortfolioView } from "@server/province/portfolio-contract";
import { type CheapestPoint, cheapestPoint } from "~/features/portfolio/figures";
import type { LineWords } from "~/features/portfolio/line-words";

/** The cheapest plan known of a county and, in words, what the whole then lacks; or why there is none. */
export type LeastMoney = (Omit<CheapestPoint, "whole"> & { readonly rest: string }) | "none" | "not_evaluable";

/** By county id, of the newest frontiers that workers have computed on published data; empty where none were computed. */
export type MoneyByCounty = Readonly<Record<string, LeastMoney>>;

/** The cheapest point of each county's frontier. */
export const leastMoney = (frontier: PortfolioView["frontier"], { rest }: Pick<LineWords, "rest">): MoneyByCounty =>
  Object.fromEntries(
    (frontier?.lines ?? []).map((line): [string, LeastMoney] => {
      const { countyId, points } = line;
      const cheapest = cheapestPoint(points);
      if (cheapest !== null) {
        const { costWan, targetYear } = cheapest;
        return [countyId, { costWan, targetYear, rest: rest(line, cheapest) }];
      }
      return [countyId, points.some(({ state }) => state === "none") ? "none" : "not_evaluable"];
    }),
  );
