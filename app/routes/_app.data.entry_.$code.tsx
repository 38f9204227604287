import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/data/entry/entry.css?url";
import { SchoolForm } from "~/features/data/entry/SchoolForm";
import { savedForm } from "~/features/data/entry/school-form";
import { formError, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("entry:form.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  const year = Number(new URL(request.url).searchParams.get("year")) || null;
  return unwrap(await context.services.entry.form(actor, year, params.code ?? ""));
};

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const { typed, outcome } = await savedForm(context, actor, params.code ?? "", request);
  if (!outcome.ok) return formError(outcome.error);
  if (outcome.value.kind === "saved") return redirect("/data/entry?notice=saved");
  return { error: null, typed, review: outcome.value.review };
};

/** The returns of one school as a plain form: it needs no script. */
export default function SchoolReturns() {
  const { t } = useTranslation();
  const form = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dataset, school } = form;
  return (
    <>
      <PageHead
        before={<Link to={`/data/entry?school=${encodeURIComponent(school.code)}&year=${dataset.statisticsYear}`}>{t("entry:title")}</Link>}
        title={school.name}
        state={t("entry:version", { year: dataset.statisticsYear, version: dataset.version, schools: dataset.schoolCount })}
      />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <SchoolForm form={form} refused={answer !== undefined && "review" in answer ? answer : null} />
      </PageBody>
    </>
  );
}
