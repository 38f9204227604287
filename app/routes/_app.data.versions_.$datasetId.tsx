import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import { AcceptanceTable } from "~/features/data/AcceptanceTable";
import css from "~/features/data/data.css?url";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:acceptance.page");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return unwrap(await context.services.statistics.acceptances(actor, params.datasetId ?? ""));
};

/** Soft checks that were accepted for a version: the check, the reason, by whom and when. */
export default function AcceptancesPage() {
  const { t } = useTranslation();
  const { dataset, accepted } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        before={<Link to="/data/versions">{t("data:versions.title")}</Link>}
        title={t("data:acceptance.page")}
        state={t("data:versions.name", { year: dataset.statisticsYear, version: dataset.version })}
      />
      <PageBody>
        <AcceptanceTable accepted={accepted} />
      </PageBody>
    </>
  );
}
