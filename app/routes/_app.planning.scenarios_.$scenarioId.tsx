import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import flowCss from "@xyflow/react/dist/style.css?url";
import css from "~/features/planning/planning.css?url";
import { scenarioAction } from "~/features/planning/scenario-action";
import { readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { loadScenarioPage } from "~/features/workspace/load-page";
import { ScenarioPage } from "~/features/workspace/ScenarioPage";
import { sharingAction } from "~/features/workspace/sharing-action";
import { staysInWorkspace } from "~/features/workspace/views";
import workspaceCss from "~/features/workspace/workspace.css?url";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("planning:scenario.title");
export const links = () => [flowCss, css, workspaceCss].map((href) => ({ rel: "stylesheet", href }));

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadScenarioPage(context, request, params.scenarioId ?? "");

/** Another year, view or selection of the workspace needs nothing from the server. */
export const shouldRevalidate = (args: ShouldRevalidateFunctionArgs) => !staysInWorkspace(args) && args.defaultShouldRevalidate;

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const fields = await readForm(request);
  const shared = sharingAction(context, actor, params.scenarioId ?? "", fields);
  if (shared !== null) return shared;
  requirePermission(actor, "scenario.write");
  return scenarioAction(context, actor, params.scenarioId ?? "", fields);
};

export default function Scenario() {
  const { scenario, sharing, flows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ScenarioPage data={scenario} sharing={sharing} flows={flows} error={answer?.error ?? null} />;
}
