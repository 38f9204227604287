import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { loadScenario } from "~/features/planning/load-scenario";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { workspaceView } from "./views";

const loadSharing = async (context: AppLoadContext, actor: Actor, scenarioId: string) => {
  const { workspace } = context.services;
  const [comments, versions] = await Promise.all([workspace.comments(actor, scenarioId), workspace.versions(actor, scenarioId)]);
  return { comments: unwrap(comments), versions: unwrap(versions) };
};
export type SharingData = Awaited<ReturnType<typeof loadSharing>>;

/** The scenario page; its discussion and named versions, and what its assumptions come to, only for the tab that shows them. */
export const loadScenarioPage = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const scenario = await loadScenario(context, request, scenarioId);
  const params = new URL(request.url).searchParams;
  const actor = requireActor(context, request);
  const { id } = scenario.scenario;
  if (params.get("tab") === "sharing") return { scenario, sharing: await loadSharing(context, actor, id), flows: null };
  const flows = workspaceView(params) === null ? unwrap(await context.services.planning.pupilFlows(actor, id)) : null;
  return { scenario, sharing: null, flows };
};
