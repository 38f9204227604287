import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { today } from "@server/kernel/dates";
import { reviewActions, reviewRequestSchema, timetableSchema } from "@server/review/contract";
import { normaliseDigits, readNumber } from "~/components/digits";
import { formError, invalidInput, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** A step of the review, or the province's timetable; comes back to the page it was posted from. */
export const takeReviewStep = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "review.read");
  const { intent = "", year = "", county = "", reason = "", deadline = "", ...form } = await readForm(request);
  const { review } = context.services;
  const back = (notice: string) => redirect(`${new URL(request.url).pathname}?year=${encodeURIComponent(year)}&notice=${notice}`);
  if (intent === "timetable") {
    const days = Object.entries(form).map(([name, text]) => [name, normaliseDigits(text)]);
    const timetable = timetableSchema.safeParse({ ...Object.fromEntries(days), remindDays: readNumber(form["remindDays"] ?? "") });
    if (!timetable.success) return formError(invalidInput([{ path: "timetable", message: "review:issues.timetable" }]));
    const saved = await review.saveTimetable(actor, timetable.data);
    return saved.ok ? back("timetable") : formError(saved.error);
  }
  const action = reviewActions.find((one) => one === intent);
  const asked = reviewRequestSchema.safeParse({
    countyId: county,
    statisticsYear: Number(year),
    reason,
    deadline: deadline === "" ? null : deadline,
  });
  if (action === undefined || !asked.success) return formError(invalidInput([{ path: "reason", message: "review:issues.form" }]));
  const taken = await review.act(actor, action, asked.data, today(new Date()));
  return taken.ok ? back(action) : formError(taken.error);
};
