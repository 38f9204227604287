import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** Annual targets of a scenario; of the county's plan when none is named, null while there is none. */
export const loadTargets = async (context: AppLoadContext, request: Request, scenarioId: string | null) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { targets } = context.services;
  return { table: unwrap(scenarioId === null ? await targets.ofCounty(actor) : await targets.table(actor, scenarioId)) };
};
