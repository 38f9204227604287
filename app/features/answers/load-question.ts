import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { AppError } from "@server/kernel/errors";
import type { ScenarioQuestion } from "@server/planning/answers-contract";
import { formError, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** What the page of a question about a scenario draws beside its answer. */
export const loadQuestion = async <K extends ScenarioQuestion>(
  context: AppLoadContext,
  request: Request,
  scenarioId: string,
  question: K,
) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { planning, answers } = context.services;
  const { scenario, dataset, schools } = unwrap(await planning.get(actor, scenarioId));
  const view = unwrap(await answers.view(actor, scenarioId, question));
  const lastYear = dataset.statisticsYear + scenario.document.horizonYears;
  return {
    scenario: { id: scenario.id, document: { name: scenario.document.name, annualBudgetWan: scenario.document.annualBudgetWan } },
    datasetId: dataset.id,
    years: Array.from({ length: lastYear - dataset.statisticsYear }, (_, index) => dataset.statisticsYear + 1 + index),
    schools,
    view,
  };
};

/** Asks a worker and comes back to the page; a refused form stays with its complaints. */
export const askQuestion = async (
  context: AppLoadContext,
  request: Request,
  scenarioId: string,
  question: ScenarioQuestion,
  settings: unknown,
  /** Names the fields of the form where they are not those of the settings. */
  underFields: (error: AppError) => AppError = (error) => error,
) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.start");
  const asked = await context.services.answers.ask(actor, scenarioId, question, settings);
  return asked.ok ? redirect(new URL(request.url).pathname) : formError(underFields(asked.error));
};
