import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWords, sayIssue } from "~/features/data/answer-words";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";

/** The files of an upload with an error column, red cells and comments, in the reader's language. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const { statistics } = context.services;
  return fileResponse(unwrap(await statistics.answer(actor, params.answerId ?? "", sayIssue(context.locale), answerWords(context.locale))));
};
