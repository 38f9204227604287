import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { schoolGridQuerySchema } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import { NoData } from "~/features/compliance/NoData";
import { GridFilters } from "~/features/data/GridFilters";
import { SchoolGrid } from "~/features/data/SchoolGrid";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:grid.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const { statistics } = context.services;
  const dataset = unwrap(await statistics.current(actor, null));
  if (dataset === null) return null;
  const params = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
  const query = schoolGridQuerySchema.parse(Object.fromEntries(params));
  return { dataset, query, page: unwrap(await statistics.grid(actor, dataset.id, query)) };
};

export default function SchoolsPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("data:grid.title")}
        state={
          data
            ? t("data:grid.state", { year: data.dataset.statisticsYear, version: data.dataset.version, schools: data.dataset.schoolCount })
            : undefined
        }
      >
        {data ? (
          <LinkButton to={`/data/export/${data.dataset.id}`} download>
            {t("data:versions.export")}
          </LinkButton>
        ) : null}
      </PageHead>
      <PageBody>
        {data ? (
          <>
            <GridFilters query={data.query} townships={data.page.townships} />
            <SchoolGrid page={data.page} query={data.query} />
          </>
        ) : (
          <NoData />
        )}
      </PageBody>
    </>
  );
}
