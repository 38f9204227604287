import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "~/features/data/file-response";
import { resultSheets } from "~/features/planning/result-sheets";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";

/** The newest answer to a scenario as a workbook. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { planning } = context.services;
  const answered = unwrap(await planning.answered(actor, params.scenarioId ?? ""));
  const { t } = translatorFor(context.locale);
  return fileResponse(unwrap(await planning.workbook(actor, answered.name, resultSheets(t, answered))));
};
