import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import flowCss from "@xyflow/react/dist/style.css?url";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/Button";
import { formatDateTime } from "~/components/format";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { loadScenario } from "~/features/planning/load-scenario";
import css from "~/features/planning/planning.css?url";
import { isOpen } from "~/features/planning/result-view";
import { ScenarioBody } from "~/features/planning/ScenarioBody";
import { scenarioAction } from "~/features/planning/scenario-action";
import { readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("planning:scenario.title");
export const links = () => [
  { rel: "stylesheet", href: css },
  { rel: "stylesheet", href: flowCss },
];

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadScenario(context, request, params.scenarioId ?? "");

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.write");
  return scenarioAction(context, actor, params.scenarioId ?? "", await readForm(request));
};

export default function ScenarioPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { scenario, dataset, run } = data;
  const mayRun = useCan("run.start");
  const busy = run !== null && isOpen(run);
  return (
    <>
      <PageHead
        before={<Link to="/planning/scenarios">{t("planning:scenarios.title")}</Link>}
        title={scenario.document.name}
        trial
        state={t("planning:scenario.state", {
          year: dataset.statisticsYear,
          version: dataset.version,
          saved: formatDateTime(scenario.updatedAt),
          draft: scenario.version,
        })}
      >
        <LinkButton to={`/planning/compare?left=${scenario.id}`}>{t("planning:scenario.compare")}</LinkButton>
        {mayRun ? (
          <Form method="post">
            <input type="hidden" name="intent" value="run" />
            <Button type="submit" look="primary" disabled={busy}>
              {t("planning:scenario.run")}
            </Button>
          </Form>
        ) : null}
      </PageHead>
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <ScenarioBody data={data} error={answer?.error ?? null} />
      </PageBody>
    </>
  );
}
