import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { formError } from "~/features/shell/respond";

/** Most bytes and files of one upload; the reader of uploads has limits of its own for what is inside. */
const limits = { bytes: 20 * 1024 * 1024, files: 1000 } as const;

const yearOf = (text: string | undefined): number | null => {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
};

/** Reads and stages an upload: on to its preview, to the list of what is wrong with it, or back when it is refused as a whole. */
export const uploadAction = async (context: AppLoadContext, request: Request, actor: Actor) => {
  const form = await context.readUploads(request, limits);
  if (!form.ok) return formError(form.error);
  const { files, fields } = form.value;
  const outcome = await context.services.statistics.upload(actor, { files, statisticsYear: yearOf(fields["year"]) });
  if (!outcome.ok) return formError(outcome.error);
  return redirect(
    outcome.value.kind === "rejected" ? `/data/import/result/${outcome.value.answerId}` : `/data/import/${outcome.value.preview.uploadId}`,
  );
};
