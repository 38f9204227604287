import type { LoaderFunctionArgs } from "@remix-run/node";
import { auditQuery } from "~/features/audit/audit-query";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";

/** The log as it is filtered, as CSV. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "audit.read");
  const { t } = translatorFor(context.locale);
  const file = await context.services.audit.exported(actor, auditQuery(request), {
    fileName: `${t("audit:title")} ${actor.orgName}.csv`,
    headings: [t("audit:at"), t("audit:who"), t("audit:what"), t("audit:subject"), t("audit:details")],
    action: (action) => t(`audit:action.${action}`, { defaultValue: action }),
  });
  return fileResponse({ ...unwrap(file), mediaType: "text/csv; charset=utf-8" });
};
