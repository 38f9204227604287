import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { appError } from "@server/kernel/errors";
import { err } from "@server/kernel/result";
import { entrySaveSchema } from "@server/statistics/entry-contract";
import { failureStatus } from "~/features/shell/respond";
import { entryView } from "./load-entry";

const answered = (
  result: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Parameters<typeof failureStatus>[0] },
) => (result.ok ? Response.json(result.value) : Response.json({ error: result.error }, { status: failureStatus(result.error) }));

/** What the grid asks for while it is scrolled and walked through: `ask=figures` or `ask=history`. */
export const entryAnswer = async ({ services }: AppLoadContext, actor: Actor, params: URLSearchParams): Promise<Response> => {
  const text = (name: string): string => params.get(name) ?? "";
  return params.get("ask") === "history"
    ? answered(await services.entry.history(actor, Number(text("year")), text("school"), text("path")))
    : answered(await services.entry.figures(actor, text("dataset"), entryView(params), Number(text("from"))));
};

/** Typed cells as JSON, to be checked (`ask=check`) or saved. */
export const entryPosted = async (
  { services }: AppLoadContext,
  actor: Actor,
  params: URLSearchParams,
  body: unknown,
): Promise<Response> => {
  const request = entrySaveSchema.safeParse(body);
  if (!request.success) return answered(err(appError("invalid_input")));
  const { statisticsYear, edits } = request.data;
  return params.get("ask") === "check"
    ? answered(await services.entry.check(actor, statisticsYear, edits))
    : answered(await services.entry.save(actor, request.data));
};
