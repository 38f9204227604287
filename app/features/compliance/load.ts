import type { AppLoadContext } from "@remix-run/node";
import type { CountyAssessment } from "@server/compliance/contract";
import type { DatasetHead } from "@server/statistics/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** The judgement a page is about: the dataset named in the address (`dataset`), else the newest; null when the county has no data. */
export const loadAssessment = async (
  context: AppLoadContext,
  request: Request,
): Promise<{ readonly dataset: DatasetHead; readonly assessment: CountyAssessment } | null> => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return unwrap(await context.services.compliance.assess(actor, new URL(request.url).searchParams.get("dataset")));
};
