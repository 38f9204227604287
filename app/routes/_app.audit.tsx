import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { auditTopics } from "@server/audit/contract";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { FilterBar } from "~/components/FilterBar";
import { PageBody, PageHead } from "~/components/page";
import { AuditTable } from "~/features/audit/AuditTable";
import { auditQuery } from "~/features/audit/audit-query";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("audit:title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "audit.read");
  const query = auditQuery(request);
  return { query, ...unwrap(await context.services.audit.lines(actor, query)) };
};

export default function Audit() {
  const { t } = useTranslation();
  const { query, total, lines } = useLoaderData<typeof loader>();
  const { actor } = useSession();
  const [params] = useSearchParams();
  return (
    <>
      <PageHead title={t("audit:title")} state={t("audit:state", { organisation: actor.orgName })}>
        <LinkButton to={`/audit/export?${params}`} reloadDocument>
          {t("audit:export")}
        </LinkButton>
      </PageHead>
      <PageBody>
        <FilterBar
          label={t("audit:label")}
          filters={[
            {
              name: "topic",
              label: t("audit:topic"),
              value: query.topic,
              options: auditTopics.map((topic) => ({ value: topic, label: t(`audit:topics.${topic}`) })),
            },
          ]}
        />
        <AuditTable lines={lines} total={total} query={query} />
      </PageBody>
    </>
  );
}
