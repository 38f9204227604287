import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { loadQuestion } from "./load-question";
import { shownPlan } from "./shown-plan";

/** The plan page: the answer without its scenarios, and what the scenario is at present. */
export const loadPlan = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const { view, ...page } = await loadQuestion(context, request, scenarioId, "plan");
  const projected = unwrap(await context.services.planning.latestResult(requireActor(context, request), scenarioId));
  const projection = projected?.projection ?? null;
  return {
    ...page,
    view: { ...view, answered: view.answered === null ? null : { ...view.answered, answer: shownPlan(view.answered.answer) } },
    present:
      projection === null
        ? null
        : {
            costWan: projection.cost.reduce((sum, { totalWan }) => sum + totalWan, 0),
            firstYear: projection.compliance.trial.firstYear,
          },
  };
};
