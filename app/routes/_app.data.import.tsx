import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorNotice, NoticeFromUrl } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import css from "~/features/data/data.css?url";
import { TemplateForm } from "~/features/data/TemplateForm";
import { UploadForm } from "~/features/data/UploadForm";
import { uploadAction } from "~/features/data/upload-action";
import { uploadYears } from "~/features/data/upload-years";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:import.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const newest = unwrap(await context.services.statistics.current(actor, null));
  return { newest, ...uploadYears(newest) };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  return uploadAction(context, request, actor);
};

export default function ImportPage() {
  const { t } = useTranslation();
  const { newest, year, years } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={t("data:import.title")}
        state={
          newest
            ? t("data:import.state", { year: newest.statisticsYear, version: newest.version, schools: newest.schoolCount })
            : t("data:import.state_none")
        }
      />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <NoticeFromUrl texts={{ discarded: "data:import.discarded" }} />
        <div className="columns">
          <Card title={t("data:import.step_template")}>
            <div className="stack">
              <p>{t("data:import.template_text")}</p>
              <TemplateForm years={years} year={year} />
            </div>
          </Card>
          <Card title={t("data:import.step_upload")}>
            <UploadForm years={years} year={year} />
          </Card>
        </div>
        <Card title={t("data:import.rules_title")}>
          <ul className="prose">
            <li>{t("data:import.rule_kinds")}</li>
            <li>{t("data:import.rule_forms")}</li>
            <li>{t("data:import.rule_empty")}</li>
            <li>{t("data:import.rule_all")}</li>
            <li>{t("data:import.rule_versions")}</li>
          </ul>
        </Card>
      </PageBody>
    </>
  );
}
