import type { AppLoadContext } from "@remix-run/node";
import { limitsOf } from "~/features/planning/result-view";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";

/** Limits that the charts draw, from the judgement of the scenario's data; null where these are not judged. */
export const loadLimits = async (context: AppLoadContext, request: Request, datasetId: string) => {
  const judged = unwrap(await context.services.compliance.assess(requireActor(context, request), datasetId));
  return judged === null ? null : limitsOf(judged.assessment.stages);
};
