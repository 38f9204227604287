import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { formError, unwrap } from "~/features/shell/respond";
import { editDocument } from "./edit";

/** Carries out one form of the scenario page and comes back to it; a refused form stays with its complaints. */
export const scenarioAction = async (
  context: AppLoadContext,
  actor: Actor,
  scenarioId: string,
  fields: Readonly<Record<string, string>>,
) => {
  const { planning } = context.services;
  const home = `/planning/scenarios/${scenarioId}`;
  const intent = fields.intent ?? "";
  if (intent === "run") {
    const started = await planning.startRun(actor, scenarioId);
    return started.ok ? redirect(home) : formError(started.error);
  }
  const { scenario, dataset, schools } = unwrap(await planning.get(actor, scenarioId));
  const { levers } = unwrap(await planning.defaults(actor, scenarioId));
  const edited = editDocument(intent, fields, { document: scenario.document, baseYear: dataset.statisticsYear, schools, levers });
  if (!edited.ok) return formError(edited.error);
  const saved = await planning.save(actor, scenarioId, Number(fields.version), edited.value.document);
  if (!saved.ok) return formError(saved.error);
  return redirect(intent === "add-lever" && edited.value.leverId !== null ? `${home}?lever=${edited.value.leverId}` : home);
};
