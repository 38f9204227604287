import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import planningCss from "~/features/planning/planning.css?url";
import { loadTargets } from "~/features/targets/load-targets";
import { TargetsPage } from "~/features/targets/TargetsPage";
import css from "~/features/targets/targets.css?url";
import { targetsAction } from "~/features/targets/targets-action";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("targets:title");
export const links = () => [planningCss, css].map((href) => ({ rel: "stylesheet", href }));

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadTargets(context, request, params.scenarioId ?? "");
export const action = ({ context, request, params }: ActionFunctionArgs) => targetsAction(context, request, params.scenarioId ?? "");

export default function ScenarioTargets() {
  const { table } = useLoaderData<typeof loader>();
  return <TargetsPage table={table} county={false} error={useActionData<typeof action>()?.error ?? null} />;
}
