import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/data/data.css?url";
import { Preview } from "~/features/data/Preview";
import { reasonsIn } from "~/features/data/reasons-form";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("data:preview.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  return unwrap(await context.services.statistics.preview(actor, params.uploadId ?? ""));
};

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const { statistics } = context.services;
  const uploadId = params.uploadId ?? "";
  const form = await readForm(request);
  if (form["intent"] === "discard") {
    const discarded = await statistics.discard(actor, uploadId);
    return discarded.ok ? redirect("/data/import?notice=discarded") : formError(discarded.error);
  }
  const committed = await statistics.commit(actor, uploadId, reasonsIn(form));
  return committed.ok
    ? redirect(`/data/versions?notice=${committed.value.unchanged ? "unchanged" : "committed"}`)
    : formError(committed.error);
};

export default function PreviewPage() {
  const { t } = useTranslation();
  const preview = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        before={<Link to="/data/import">{t("data:import.title")}</Link>}
        title={t("data:preview.title")}
        state={t("data:preview.state", { file: preview.fileName, year: preview.statisticsYear, fiscal: preview.fiscalYear })}
      />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <Preview preview={preview} error={answer?.error} />
      </PageBody>
    </>
  );
}
