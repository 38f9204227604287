import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { loadQuestion } from "./load-question";
import { shownPlan } from "./shown-plan";

/** The plan page: the answer without its scenarios, and what the scenario is at present. */
export const loadPlan = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const { view, ...page } = await loadQuestion(context, request, scenarioId, "plan");
  const projected = unwrap(await context.services.planning.latestResult(requireActor(context, request), scenarioId));
  // Two sums are set side by side only when both are of the scenario as it is.
  const current = projected?.upToDate === true && view.answered?.upToDate === true;
  return {
    ...page,
    view: { ...view, answered: view.answered === null ? null : { ...view.answered, answer: shownPlan(view.answered.answer) } },
    present:
      projected === null
        ? null
        : current
          ? {
              costWan: projected.projection.cost.reduce((sum, { totalWan }) => sum + totalWan, 0),
              firstYear: projected.projection.compliance.trial.firstYear,
            }
          : ("older" as const),
  };
};
