import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** An evidence file as a download: never shown by the browser, whatever it holds. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const { file, bytes } = unwrap(await context.services.evidence.read(actor, params.fileId ?? ""));
  return fileResponse({ fileName: file.fileName, mediaType: file.mediaType, bytes });
};
