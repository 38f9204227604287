import type { AppLoadContext } from "@remix-run/node";
import type { SourcedExplanation } from "@server/compliance/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { readWhy } from "./why";

/** The explanation that the address asks for (`why`), or null. */
export const explained = async (context: AppLoadContext, request: Request, datasetId: string): Promise<SourcedExplanation | null> => {
  const query = readWhy(new URL(request.url));
  return query === null ? null : unwrap(await context.services.compliance.explain(requireActor(context, request), datasetId, query));
};
