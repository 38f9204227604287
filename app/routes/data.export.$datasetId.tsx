import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** A stored version as a filled county workbook; importing it again changes nothing. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return fileResponse(unwrap(await context.services.statistics.exportWorkbook(actor, params.datasetId ?? "")));
};
