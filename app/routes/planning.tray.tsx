import type { LoaderFunctionArgs } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { trayRuns } from "~/features/shell/shell-data";

/** The latest runs, for the tray that asks again while one is under way. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.read");
  return Response.json({ runs: unwrap(await context.services.jobs.list(actor, trayRuns)) });
};
