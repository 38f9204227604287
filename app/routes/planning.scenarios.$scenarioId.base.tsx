import type { LoaderFunctionArgs } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** What the browser's engines compute a scenario from: its dataset and the rules in force. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  return Response.json(unwrap(await context.services.workspace.base(actor, params.scenarioId ?? "")));
};
