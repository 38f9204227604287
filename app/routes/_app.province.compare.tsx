import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import compliance from "~/features/compliance/compliance.css?url";
import { CompareFilters } from "~/features/province/CompareFilters";
import { CompareTable } from "~/features/province/CompareTable";
import { arrange, compareQuery } from "~/features/province/compare-query";
import css from "~/features/province/province.css?url";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("province:compare.title");
export const links = () => [
  { rel: "stylesheet", href: compliance },
  { rel: "stylesheet", href: css },
];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const query = compareQuery(new URL(request.url));
  const answer = await context.services.province.compare(actor, query.year);
  if (!answer.ok && answer.error.code === "nothing_published") return null;
  const { rows, ...comparison } = unwrap(answer);
  const cities = [...new Set(rows.flatMap(({ cityName }) => cityName ?? []))];
  const met = rows.filter(({ publication }) => publication?.verdict === "met").length;
  return { ...comparison, met, cities, query, rows: arrange(rows, query) };
};

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
            <CompareFilters query={data.query} years={data.years} year={data.statisticsYear} cities={data.cities} />
            {data.rows.length === 0 ? (
              <EmptyState title={t("province:compare.no_match")} />
            ) : (
              <CompareTable
                rows={data.rows}
                query={data.query}
                published={data.rows.filter(({ publication }) => publication !== null).length}
              />
            )}
          </>
        ) : (
          <EmptyState title={t("province:compare.empty_title")}>{t("province:compare.empty_text")}</EmptyState>
        )}
      </PageBody>
    </>
  );
}
