import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { AnswerLink } from "~/features/data/AnswerLink";
import css from "~/features/data/data.css?url";
import { IssueTable } from "~/features/data/IssueTable";
import { UploadForm } from "~/features/data/UploadForm";
import { uploadYears } from "~/features/data/upload-years";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:result.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const { statistics } = context.services;
  const answerId = params.answerId ?? "";
  const rejection = unwrap(await statistics.rejection(actor, answerId));
  return { answerId, ...rejection, ...uploadYears(unwrap(await statistics.current(actor, null))) };
};

/** What is wrong with an upload of which nothing was stored. */
export default function ResultPage() {
  const { t } = useTranslation();
  const { answerId, files, issues, storedCodes, year, years } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        before={<Link to="/data/import">{t("data:import.title")}</Link>}
        title={t("data:result.title")}
        state={t("data:result.state", { file: files[0] ?? "", count: files.length })}
      />
      <PageBody>
        <Notice tone="bad">
          {t("data:import.rejected_text", { count: issues.filter(({ severity }) => severity === "error").length })}
        </Notice>
        <Card title={t("data:issues.caption")} flush>
          <AnswerLink answerId={answerId} look="primary" />
          <IssueTable issues={issues} storedCodes={storedCodes} />
        </Card>
        <Card title={t("data:result.again")}>
          <UploadForm years={years} year={year} />
        </Card>
      </PageBody>
    </>
  );
}
