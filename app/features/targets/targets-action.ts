import { type AppLoadContext, redirect } from "@remix-run/node";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { readTargets } from "./targets-form";

/** The forms of the page: targets of a row, years of the table, the county's plan. */
export const targetsAction = async (context: AppLoadContext, request: Request, scenarioId: string | null) => {
  const actor = requireActor(context, request);
  const { targets } = context.services;
  const fields = await readForm(request);
  const id = scenarioId ?? unwrap(await targets.ofCounty(actor))?.scenarioId ?? "";
  const back = new URL(request.url);
  if (fields["intent"] === "adopt") {
    const adopted = await targets.adopt(actor, id);
    return adopted.ok ? redirect(back.pathname) : formError(adopted.error);
  }
  if (fields["intent"] === "years") {
    const set = await targets.setYears(actor, id, Number(fields["fromYear"]), Number(fields["toYear"]));
    return set.ok ? redirect(back.pathname) : formError(set.error);
  }
  const { years } = unwrap(await targets.table(actor, id));
  const read = readTargets(fields, years);
  if (!read.ok) return formError(read.error);
  const written = await targets.write(actor, id, read.row, read.byYear);
  return written.ok ? redirect(`${back.pathname}?row=${read.row}`) : formError(written.error);
};
