import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { arrange, compareQuery, heatColumns } from "./compare-query";

/** Counties side by side as the address asks; null while nobody below has published. */
export const loadComparison = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const { province } = context.services;
  const query = compareQuery(new URL(request.url));
  const answer = await province.compare(actor, query.year);
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  const { rows, ...comparison } = unwrap(answer);
  const column = heatColumns.find(({ key }) => key === query.column);
  const strips =
    query.view === "schools" && column !== undefined
      ? unwrap(await province.strips(actor, comparison.statisticsYear, column.stage, column.indicator))
      : new Map();
  return {
    ...comparison,
    met: rows.filter(({ publication }) => publication?.verdict === "met").length,
    cities: [...new Set(rows.flatMap(({ cityName }) => cityName ?? []))],
    counties: rows.flatMap(({ countyId, countyName, publication }) => (publication === null ? [] : [{ id: countyId, name: countyName }])),
    query,
    rows: arrange(rows, query),
    strips: Object.fromEntries(strips),
  };
};
