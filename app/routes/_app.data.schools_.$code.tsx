import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { appError } from "@server/kernel/errors";
import { facilitiesSchema, teacherGroupSchema } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/data/data.css?url";
import { SchoolSheets } from "~/features/data/SchoolSheets";
import { failure, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:school.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const { statistics } = context.services;
  const dataset = unwrap(await statistics.current(actor, null));
  if (dataset === null) throw failure(appError("not_found"));
  const fields = { teachers: teacherGroupSchema.keyof().options, facilities: facilitiesSchema.keyof().options };
  return { ...unwrap(await statistics.school(actor, dataset.id, params.code ?? "")), fields };
};

export default function SchoolPage() {
  const { t } = useTranslation();
  const { dataset, school, cells, fields } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        before={<Link to="/data/schools">{t("data:grid.title")}</Link>}
        title={school.name}
        state={t("data:school.state", {
          type: t(`rules:school_type.${school.type}`),
          township: school.township,
          year: dataset.statisticsYear,
          version: dataset.version,
        })}
      />
      <PageBody>
        <SchoolSheets school={school} cells={cells} year={dataset.statisticsYear} fields={fields} />
      </PageBody>
    </>
  );
}
