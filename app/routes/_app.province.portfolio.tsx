import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import planning from "~/features/planning/planning.css?url";
import { loadPortfolio } from "~/features/portfolio/load-portfolio";
import { PortfolioBody } from "~/features/portfolio/PortfolioBody";
import { changePortfolio } from "~/features/portfolio/portfolio-action";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("portfolio:title");
export const links = () => [{ rel: "stylesheet", href: planning }];

export const loader = ({ context, request }: LoaderFunctionArgs) => loadPortfolio(context, request);
export const action = changePortfolio;

export default function PortfolioPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (data === null) {
    return (
      <>
        <PageHead title={t("portfolio:title")} />
        <PageBody>
          <EmptyState title={t("province:compare.empty_title")}>{t("province:compare.empty_text")}</EmptyState>
        </PageBody>
      </>
    );
  }
  const { portfolio, tab } = data;
  const { statisticsYear, published, total } = portfolio;
  return (
    <>
      <PageHead title={t("portfolio:title")} state={t("portfolio:state", { year: statisticsYear, published, total })}>
        <PrintButton />
      </PageHead>
      <PageBody>
        <PortfolioBody portfolio={portfolio} tab={tab} error={answer?.error} />
      </PageBody>
    </>
  );
}
