import type { RunView } from "@server/jobs/contract";

const pages: Readonly<Record<string, string>> = {
  projection: "?tab=result",
  montecarlo: "/uncertainty",
  attribution: "/attribution",
  plan: "/plan",
};

/** Runs over many counties: their answers change with what stands published, so they are asked anew and not recomputed. */
export const isOverCounties = ({ kind }: Pick<RunView, "kind">): boolean => ["policy", "frontier", "allocation"].includes(kind);

/** The back-test from a year on, with a scenario's assumptions where one is named. */
export const backtestPath = (from: string | number | null, assumptionsOf: string | null): string =>
  `/planning/backtest?from=${from}${assumptionsOf === null ? "" : `&assumptions=${assumptionsOf}`}`;

/** Where the answer of a run is shown; its receipt when it has no page of its own. */
export const resultPath = ({ id, kind, scenarioId, subject }: RunView): string => {
  const page = pages[kind];
  if (page !== undefined && scenarioId !== null) return `/planning/scenarios/${scenarioId}${page}`;
  if (kind === "policy") return `/province/policies?run=${id}`;
  if (kind === "frontier") return "/province/portfolio";
  if (kind === "allocation") return `/province/portfolio?run=${id}`;
  if (kind === "backtest") return backtestPath(subject, scenarioId);
  return `/planning/runs/${id}`;
};
