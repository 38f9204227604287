import type { RunView } from "@server/jobs/contract";

const pages: Readonly<Record<string, string>> = {
  projection: "?tab=result",
  montecarlo: "/uncertainty",
  attribution: "/attribution",
  plan: "/plan",
};

/** Where the answer of a run is shown; its receipt when it has no page of its own. */
export const resultPath = ({ id, kind, scenarioId, subject }: RunView): string => {
  const page = pages[kind];
  if (page !== undefined && scenarioId !== null) return `/planning/scenarios/${scenarioId}${page}`;
  if (kind === "backtest") return `/planning/backtest?from=${subject}`;
  return `/planning/runs/${id}`;
};
