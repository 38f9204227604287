import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { formatDateTime } from "~/components/format";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { ReceiptView, RecomputeView } from "~/features/answers/ReceiptView";
import { isOverCounties, resultPath } from "~/features/answers/run-paths";
import css from "~/features/planning/planning.css?url";
import { RunStatus } from "~/features/planning/RunStatus";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("answers:receipt.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.read");
  const { answers } = context.services;
  const { run, receipt, of } = unwrap(await answers.record(actor, params.runId ?? ""));
  if (of !== null) throw redirect(`/planning/runs/${of}`);
  return { run, receipt, recomputed: unwrap(await answers.recomputed(actor, run.id)) };
};

export default function RunPage() {
  const { t } = useTranslation();
  const { run, receipt, recomputed } = useLoaderData<typeof loader>();
  const path = resultPath(run);
  return (
    <>
      <PageHead
        before={<Link to="/planning/runs">{t("planning:runs.title")}</Link>}
        title={`${t(`runs:kind.${run.kind}`)} · ${run.subject}`}
        state={`${t(`runs:state.${run.state}`)} · ${formatDateTime(run.finishedAt ?? run.createdAt)}`}
      >
        {receipt === null || path === `/planning/runs/${run.id}` ? null : <LinkButton to={path}>{t("answers:receipt.answer")}</LinkButton>}
      </PageHead>
      <PageBody>
        {run.state === "done" ? null : <RunStatus run={run} back={`/planning/runs/${run.id}`} />}
        {receipt === null ? (
          <Card>
            <EmptyState title={t("answers:receipt.none")}>{t("answers:receipt.none_text")}</EmptyState>
          </Card>
        ) : (
          <ReceiptView run={run} receipt={receipt} />
        )}
        {run.state === "done" && !isOverCounties(run) ? <RecomputeView run={run} recomputed={recomputed} /> : null}
      </PageBody>
    </>
  );
}
