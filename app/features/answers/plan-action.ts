import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { PlanRequest } from "@server/planning/contract";
import { openedTrial } from "~/features/planning/opened-trial";
import { formError, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { askQuestion } from "./load-question";
import { readPlan, underFields } from "./plan-form";

/** Carries out a form of the plan page: asks, asks with one limit moved, or opens a plan as a scenario. */
export const planAction = async (
  context: AppLoadContext,
  request: Request,
  scenarioId: string,
  fields: Readonly<Record<string, string>>,
) => {
  const { intent = "", run = "", index = "" } = fields;
  const { answers } = context.services;
  const actor = requireActor(context, request);
  const ask = (asked: PlanRequest) =>
    askQuestion(context, request, scenarioId, "plan", asked, (error) => underFields(error, asked.milestones ?? []));
  if (intent === "plan" || intent === "robust") {
    requirePermission(actor, "scenario.write");
    const opened = await answers.openPlan(actor, run, intent);
    return opened.ok ? redirect(await openedTrial(context, actor, opened.value.id, 0)) : formError(opened.error);
  }
  if (intent === "relax") {
    const view = unwrap(await answers.view(actor, scenarioId, "plan"));
    const relaxation = view.answered?.answer.explanation?.relaxations[Number(index)];
    if (relaxation !== undefined) return ask(relaxation.request);
  }
  const asked = readPlan(fields);
  return asked.ok ? ask(asked.value) : formError(asked.error);
};
