import type { AppLoadContext } from "@remix-run/node";
import { chancesOf } from "~/features/answers/uncertainty-view";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { limitsOf, resultView } from "./result-view";

const recentRuns = 50;

/** Everything the scenario page draws: document, schools, defaults, newest run, newest answer for the chosen year. */
export const loadScenario = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { planning, answers, compliance, jobs } = context.services;
  const { scenario, dataset, schools, outlines } = unwrap(await planning.get(actor, scenarioId));
  const [defaults, answer, futures, runs, assessed] = await Promise.all([
    planning.defaults(actor, scenarioId),
    planning.latestResult(actor, scenarioId),
    answers.view(actor, scenarioId, "montecarlo"),
    jobs.list(actor, recentRuns),
    compliance.assess(actor, dataset.id),
  ]);
  const judged = unwrap(assessed);
  const result = unwrap(answer);
  const { answered } = unwrap(futures);
  const asked = Number(new URL(request.url).searchParams.get("year"));
  return {
    scenario,
    dataset,
    schools,
    outlines,
    defaults: unwrap(defaults),
    run: unwrap(runs).find((run) => run.kind === "projection" && run.scenarioId === scenario.id) ?? null,
    chances: answered === null ? null : chancesOf(answered.answer, answered.upToDate),
    limits: judged === null ? null : limitsOf(judged.assessment.stages),
    result: result === null ? null : resultView(result, Number.isInteger(asked) ? asked : null),
  };
};
export type ScenarioData = Awaited<ReturnType<typeof loadScenario>>;
