import type { LoaderFunctionArgs } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";

/** What the browser's engines look for measures from: one dataset of the county, its rules, a scenario without levers. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const datasetId = new URL(request.url).searchParams.get("dataset") ?? "";
  return Response.json(unwrap(await context.services.outlook.base(actor, datasetId)));
};
