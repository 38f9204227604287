import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { targetsSheet } from "~/features/targets/targets-sheet";
import { translatorFor } from "~/i18n/instance";

/** The table of annual targets as a workbook. */
export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  const { targets } = context.services;
  const table = unwrap(await targets.table(actor, params.scenarioId ?? ""));
  return fileResponse(unwrap(await targets.workbook(actor, targetsSheet(translatorFor(context.locale).t, table))));
};
