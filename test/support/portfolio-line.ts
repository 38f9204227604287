import type { PortfolioLine } from "@server/province/portfolio-contract";

/** A county of the portfolio of which nothing is known but its name, and what is told of it. */
export const portfolioLine = (countyId: string, more: Partial<PortfolioLine> = {}): PortfolioLine => ({
  countyId,
  countyCode: countyId,
  countyName: countyId,
  cityName: null,
  publicationId: countyId,
  pupils: null,
  items: null,
  stated: null,
  eligibleFrom: null,
  points: [],
  left: null,
  baselineYear: null,
  targetYear: null,
  costWan: null,
  grantWan: null,
  delays: [],
  ...more,
});
