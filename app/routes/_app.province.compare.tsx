import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import compliance from "~/features/compliance/compliance.css?url";
import { ChooseCounties } from "~/features/province/ChooseCounties";
import { CompareFilters } from "~/features/province/CompareFilters";
import { CompareView } from "~/features/province/CompareView";
import { loadComparison } from "~/features/province/load-comparison";
import css from "~/features/province/province.css?url";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("province:compare.title");
export const links = () => [
  { rel: "stylesheet", href: compliance },
  { rel: "stylesheet", href: css },
];

export const loader = ({ context, request }: LoaderFunctionArgs) => loadComparison(context, request);

export default function ComparePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("province:compare.title")}
        state={
          data
            ? t("province:compare.state", {
                year: data.statisticsYear,
                published: data.published,
                total: data.total,
                met: data.met,
                rest: data.total - data.published,
              })
            : undefined
        }
      />
      <PageBody>
        {data ? (
          <>
            <CompareFilters data={data} />
            <ChooseCounties query={data.query} counties={data.counties} />
            <CompareView data={data} />
            <p className="caption muted">{t("comparing:type_note")}</p>
          </>
        ) : (
          <EmptyState title={t("province:compare.empty_title")}>{t("province:compare.empty_text")}</EmptyState>
        )}
      </PageBody>
    </>
  );
}
