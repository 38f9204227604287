import type { AppLoadContext } from "@remix-run/node";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { loadAssessment } from "./load";

/** The judgement with the declarations and evidence of its year, and what the address has opened (`item`). Null without data. */
export const loadItems = async (context: AppLoadContext, request: Request) => {
  const loaded = await loadAssessment(context, request);
  if (loaded === null) return null;
  const actor = requireActor(context, request);
  const { statisticsYear } = loaded.dataset;
  const declarations = unwrap(await context.services.declarations.list(actor, statisticsYear));
  const evidence = unwrap(await context.services.evidence.list(actor, statisticsYear));
  return { ...loaded, declarations, evidence, item: new URL(request.url).searchParams.get("item") };
};
