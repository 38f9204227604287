import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { NoticeFromUrl } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { NoData } from "~/features/compliance/NoData";
import { VersionTable } from "~/features/data/VersionTable";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:versions.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return { versions: unwrap(await context.services.statistics.datasets(actor)) };
};

export default function VersionsPage() {
  const { t } = useTranslation();
  const { versions } = useLoaderData<typeof loader>();
  const canImport = useCan("data.write");
  return (
    <>
      <PageHead title={t("data:versions.title")} state={t("data:versions.state")}>
        {canImport ? (
          <LinkButton to="/data/import" look="primary">
            {t("data:versions.import")}
          </LinkButton>
        ) : null}
      </PageHead>
      <PageBody>
        <NoticeFromUrl texts={{ committed: "data:versions.committed", unchanged: "data:versions.unchanged" }} />
        {versions.length === 0 ? <NoData /> : <VersionTable versions={versions} />}
      </PageBody>
    </>
  );
}
