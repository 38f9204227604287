import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { saveDocument } from "~/features/workspace/save-document";

/** The stored document, for a workspace whose own copy is no longer the newest. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { scenario } = unwrap(await context.services.planning.get(actor, params.scenarioId ?? ""));
  return Response.json({ version: scenario.version, document: scenario.document, lock: scenario.lock });
};

/** Autosave: `{ version, document }` → `{ version }`, or `{ code, issues }`. */
export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.write");
  return saveDocument(context, actor, params.scenarioId ?? "", await request.json().catch(() => null));
};
