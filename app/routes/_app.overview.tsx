import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/compliance/compliance.css?url";
import { NoData } from "~/features/compliance/NoData";
import { StateLine } from "~/features/compliance/StateLine";
import { loadOverview } from "~/features/overview/load-overview";
import { Overview } from "~/features/overview/Overview";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("overview:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => loadOverview(context, request);

export default function OverviewPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={data ? t("overview:title_year", { year: data.dataset.statisticsYear }) : t("overview:title")}
        state={data ? <StateLine dataset={data.dataset} ruleSet={data.ruleSet} /> : undefined}
      >
        {data ? (
          <>
            <PrintButton />
            <LinkButton to="/assessment/schools">{t("overview:open_matrix")}</LinkButton>
          </>
        ) : null}
      </PageHead>
      <PageBody>{data ? <Overview data={data} /> : <NoData />}</PageBody>
    </>
  );
}
