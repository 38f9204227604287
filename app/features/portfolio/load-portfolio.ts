import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { portfolioQuery } from "./portfolio-query";

/** The portfolio as the address asks; null while nobody below has published. */
export const loadPortfolio = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const { view, run } = portfolioQuery(new URL(request.url));
  const answer = await context.services.portfolio.view(actor, run);
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  return { tab: view, portfolio: unwrap(answer) };
};
