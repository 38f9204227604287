import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { entryAnswer, entryPosted } from "~/features/data/entry/entry-answers";
import { requireActor, requirePermission } from "~/features/shell/session";

/** Figures and changes for the grid of returns. */
export const loader = ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return entryAnswer(context, actor, new URL(request.url).searchParams);
};

/** Typed cells: `{ statisticsYear, edits, reasons }` → what the checks say, or the new version. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  return entryPosted(context, actor, new URL(request.url).searchParams, await request.json().catch(() => null));
};
