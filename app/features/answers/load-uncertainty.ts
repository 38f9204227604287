import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { loadLimits } from "./load-limits";
import { loadQuestion } from "./load-question";
import { bandFigures, uncertaintyView } from "./uncertainty-view";

/** The page of uncertainty; unless another year was asked for, what drives the outcome is told for the first year that passes. */
export const loadUncertainty = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const { view, ...page } = await loadQuestion(context, request, scenarioId, "montecarlo");
  const { searchParams } = new URL(request.url);
  const asked = Number(searchParams.get("year"));
  const figure = bandFigures.find((one) => one === searchParams.get("bands"));
  const { settings, answered } = view;
  const { planning } = context.services;
  const actor = requireActor(context, request);
  const projected = settings.targetYear === null ? unwrap(await planning.latestResult(actor, scenarioId)) : null;
  return {
    ...page,
    sources: unwrap(await planning.defaults(actor, scenarioId)).uncertaintySources,
    view: {
      ...view,
      settings: { ...settings, targetYear: settings.targetYear ?? projected?.projection?.compliance.trial.firstYear ?? null },
      answered:
        answered === null
          ? null
          : { ...answered, answer: uncertaintyView(answered.answer, Number.isInteger(asked) ? asked : null, figure) },
    },
    limits: answered === null ? null : await loadLimits(context, request, page.datasetId),
  };
};
