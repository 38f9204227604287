import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { loadScenario } from "~/features/planning/load-scenario";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";

const loadSharing = async (context: AppLoadContext, actor: Actor, scenarioId: string) => {
  const { workspace } = context.services;
  const [comments, versions] = await Promise.all([workspace.comments(actor, scenarioId), workspace.versions(actor, scenarioId)]);
  return { comments: unwrap(comments), versions: unwrap(versions) };
};
export type SharingData = Awaited<ReturnType<typeof loadSharing>>;

/** The scenario page; its discussion and named versions only for the tab that shows them. */
export const loadScenarioPage = async (context: AppLoadContext, request: Request, scenarioId: string) => {
  const scenario = await loadScenario(context, request, scenarioId);
  const tab = new URL(request.url).searchParams.get("tab");
  const sharing = tab === "sharing" ? await loadSharing(context, requireActor(context, request), scenario.scenario.id) : null;
  return { scenario, sharing };
};
