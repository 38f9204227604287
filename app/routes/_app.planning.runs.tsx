import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/planning/planning.css?url";
import { RunTable } from "~/features/planning/RunTable";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { sameSitePath } from "~/features/shell/safe-next";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("planning:runs.title");
export const links = () => [{ rel: "stylesheet", href: css }];

const shown = 100;

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.read");
  return { runs: unwrap(await context.services.jobs.list(actor, shown)) };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.start");
  const { intent = "", run = "", back = "" } = await readForm(request);
  const { jobs, answers } = context.services;
  const act = { cancel: jobs.cancel, recompute: answers.recompute }[intent] ?? jobs.retry;
  const result = await act(actor, run);
  return result.ok ? redirect(sameSitePath(back) ?? "/planning/runs") : formError(result.error);
};

export default function RunsPage() {
  const { t } = useTranslation();
  const { runs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("planning:runs.title")} state={t("planning:runs.state")} />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <RunTable runs={runs} />
      </PageBody>
    </>
  );
}
