import type { AppLoadContext } from "@remix-run/node";
import { today } from "@server/kernel/dates";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { yearOf } from "./review-query";

/** The ledger of a year with what a new line may be about; null while nothing has been published or reviewed. */
export const loadFindings = async (context: AppLoadContext, request: Request) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "review.read");
  const day = today(new Date());
  const queue = await context.services.review.queue(actor, yearOf(request), day);
  if (!queue.ok && queue.error.code === "nothing_published") return null;
  const { statisticsYear, years, reviews } = unwrap(queue);
  const findings = unwrap(await context.services.findings.list(actor, statisticsYear, day));
  const chosen = new URL(request.url).searchParams.get("finding");
  const own = actor.orgKind === "county" ? (reviews[0] ?? null) : null;
  const failures =
    own === null
      ? null
      : own.subject === null
        ? []
        : unwrap(await context.services.findings.failures(actor, own.county.id, statisticsYear));
  const files = own === null ? [] : unwrap(await context.services.evidence.list(actor, statisticsYear)).files;
  return {
    statisticsYear,
    years,
    findings,
    failures,
    open: findings.find(({ id }) => id === chosen) ?? null,
    counties: reviews.map(({ county }) => ({ id: county.id, name: county.name })),
    files: files.map(({ id, fileName }) => ({ id, name: fileName })),
  };
};
