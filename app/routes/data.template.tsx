import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

const yearSchema = z.coerce.number().int().min(2000).max(2100);

/** The empty county workbook of a statistics year. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const year = yearSchema.catch(new Date().getFullYear()).parse(new URL(request.url).searchParams.get("year"));
  return fileResponse(unwrap(await context.services.statistics.template(actor, year)));
};
