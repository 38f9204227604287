import type { AppLoadContext } from "@remix-run/node";
import { mostCompared, type ScenarioSummary } from "@server/planning/contract";
import { limitsOf } from "~/features/planning/result-view";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** Whether there is a result to compare. */
const isComputed = ({ lastRun }: ScenarioSummary): boolean => lastRun?.state === "done";

/** The scenarios that the address names (`?with=…&with=…`); one alone is held against the newest other that has been computed. */
const askedOf = (request: Request, all: readonly ScenarioSummary[]): readonly string[] => {
  const named = new URL(request.url).searchParams.getAll("with").filter((id) => id !== "");
  const asked = [...new Set(named)].slice(0, mostCompared);
  const offered = [...all.filter(isComputed), ...all.filter((one) => !isComputed(one))];
  const others = offered.map(({ id }) => id).filter((id) => !asked.includes(id));
  return asked.length >= 2 ? asked : [...asked, ...others].slice(0, 2);
};

/** Scenarios to choose from, and those chosen side by side. */
export const loadComparison = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { planning, compliance } = context.services;
  const list = unwrap(await planning.list(actor));
  const asked = askedOf(request, list);
  const answer = asked.length < 2 ? null : unwrap(await planning.compare(actor, asked));
  const first = list.find(({ id }) => id === answer?.scenarios[0]?.scenarioId);
  const judged = first === undefined ? null : unwrap(await compliance.assess(actor, first.datasetId));
  return {
    options: list.map(({ id, name }) => ({ id, name })),
    asked,
    answer,
    limits: judged === null ? null : limitsOf(judged.assessment.stages),
  };
};
export type ComparisonData = Awaited<ReturnType<typeof loadComparison>>;
