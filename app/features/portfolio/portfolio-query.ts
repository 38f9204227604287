/** Tables of the portfolio, as they stand in the address. */
export const portfolioViews = ["calendar", "frontier", "marginal", "delay"] as const;
export type PortfolioTab = (typeof portfolioViews)[number];

/** The table and the allocation that the address names. */
export const portfolioQuery = (url: URL): { readonly view: PortfolioTab; readonly run: string | null } => {
  const asked = url.searchParams.get("view");
  return { view: portfolioViews.find((one) => one === asked) ?? "calendar", run: url.searchParams.get("run") || null };
};

/** Seconds of the solver that may be chosen; 0: the fast plan alone. */
export const methods = ["0", "3", "10"] as const;
