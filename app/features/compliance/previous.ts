import type { AppLoadContext } from "@remix-run/node";
import type { DatasetHead } from "@server/statistics/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";

/** How many items failed in the newest data of the year before; null when there is none. */
export const previousAssessment = async (
  context: AppLoadContext,
  request: Request,
  dataset: DatasetHead,
): Promise<{ readonly statisticsYear: number; readonly failing: number } | null> => {
  const actor = requireActor(context, request);
  const earlier = unwrap(await context.services.statistics.datasets(actor)).filter(
    ({ statisticsYear }) => statisticsYear < dataset.statisticsYear,
  );
  const before = earlier[0];
  if (before === undefined) return null;
  const assessed = unwrap(await context.services.compliance.assess(actor, before.id));
  return assessed === null ? null : { statisticsYear: before.statisticsYear, failing: assessed.assessment.failing };
};
