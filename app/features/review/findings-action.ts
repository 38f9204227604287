import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { today } from "@server/kernel/dates";
import { findingMoves } from "@server/review/contract";
import { findingMoveSchema, newFindingSchema } from "@server/review/findings-contract";
import { formError, invalidInput, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { failureOf } from "./failure-key";

/** A new line of the ledger, or a step on one. */
export const changeLedger = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "finding.write");
  const { intent = "", year = "", county = "", failure = "", evidence = "", finding = "", note = "", ...fields } = await readForm(request);
  const { findings } = context.services;
  const move = findingMoves.find((one) => one === intent);
  if (move !== undefined) {
    const asked = findingMoveSchema.safeParse({ findingId: finding, note, evidenceId: evidence === "" ? null : evidence });
    if (!asked.success) return formError(invalidInput([{ path: "note", message: "review:issues.form" }]));
    const moved = await findings.move(actor, move, asked.data, today(new Date()));
    return moved.ok ? redirect(`/findings?year=${moved.value.statisticsYear}&finding=${finding}`) : formError(moved.error);
  }
  const taken = failureOf(failure);
  const asked = newFindingSchema.safeParse({
    title: fields["title"],
    measure: fields["measure"] ?? "",
    clause: fields["clause"] ?? "",
    responsibleUnit: fields["unit"] ?? "",
    deadline: fields["deadline"],
    item: taken?.item ?? fields["item"],
    schoolCode: taken?.schoolCode ?? "",
    schoolName: taken?.schoolName ?? fields["school"] ?? "",
    countyId: county,
    statisticsYear: Number(year),
  });
  if (!asked.success)
    return formError(
      invalidInput(asked.error.issues.map(({ path }) => ({ path: String(path[0] ?? "title"), message: "review:issues.field" }))),
    );
  const raised = await findings.raise(actor, asked.data, today(new Date()));
  return raised.ok ? redirect(`/findings?year=${year}&finding=${raised.value.id}`) : formError(raised.error);
};
