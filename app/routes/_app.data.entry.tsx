import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import { withParams } from "~/components/url";
import { NoData } from "~/features/compliance/NoData";
import { EntryPage } from "~/features/data/entry/EntryPage";
import css from "~/features/data/entry/entry.css?url";
import { loadEntry } from "~/features/data/entry/load-entry";
import { needsFigures } from "~/features/data/entry/needs-figures";
import { formError, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("entry:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.read");
  return loadEntry(context, actor, request);
};

/** Another cell, filter or comparison needs nothing from the server. */
export const shouldRevalidate = (args: ShouldRevalidateFunctionArgs) => needsFigures(args);

/** The reason for a standing soft check. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "data.write");
  const { year = "", check = "", reason = "" } = await readForm(request);
  const accepted = await context.services.entry.accept(actor, Number(year), check, reason);
  if (!accepted.ok) return formError(accepted.error);
  return redirect(`/data/entry${withParams(new URL(request.url).searchParams, { notice: "accepted" })}`);
};

export default function Entry() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (data !== null) return <EntryPage data={data} error={answer?.error ?? null} />;
  return (
    <>
      <PageHead title={t("entry:title")} />
      <PageBody>
        <NoData />
      </PageBody>
    </>
  );
}
