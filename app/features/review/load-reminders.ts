import type { AppLoadContext } from "@remix-run/node";
import { today } from "@server/kernel/dates";
import { type Reminders, remindersOf } from "@server/review/reminders-contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** What is due at the reader's desk and below it; `statisticsYear` null: the newest. Null while nothing has been published or reviewed. */
export const loadReminders = async (
  context: AppLoadContext,
  request: Request,
  statisticsYear: number | null,
): Promise<Reminders | null> => {
  const actor = requireActor(context, request);
  requirePermission(actor, "review.read");
  const { review, findings } = context.services;
  const day = today(new Date());
  const queue = await review.queue(actor, statisticsYear, day);
  if (!queue.ok && queue.error.code === "nothing_published") return null;
  const { statisticsYear: year, reviews } = unwrap(queue);
  const ledger = unwrap(await findings.list(actor, year, day));
  return remindersOf(actor.orgKind, year, {
    reviews,
    findings: ledger,
    timetable: unwrap(await review.timetable(actor)),
    today: day,
  });
};
