import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ErrorNotice, NoticeFromUrl, useFieldError } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { TextField } from "~/components/TextField";
import css from "~/features/planning/planning.css?url";
import { ScenarioTable } from "~/features/planning/ScenarioTable";
import { scenariosAction } from "~/features/planning/scenarios-action";
import { readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("planning:scenarios.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.read");
  return { scenarios: unwrap(await context.services.planning.list(actor)) };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "scenario.write");
  const answer = await scenariosAction(context, actor, await readForm(request));
  return typeof answer === "string" ? redirect(answer) : answer;
};

export default function ScenariosPage() {
  const { t } = useTranslation();
  const { scenarios } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errorOf = useFieldError(answer?.error);
  const may = useCan("scenario.write");
  return (
    <>
      <PageHead title={t("planning:scenarios.title")} state={t("planning:scenarios.state")} />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <NoticeFromUrl texts={{ removed: "planning:scenarios.removed" }} />
        {may ? (
          <Card title={t("planning:scenarios.new")}>
            <Form method="post" className="row form-line no-print">
              <input type="hidden" name="intent" value="create" />
              <TextField name="name" label={t("planning:settings.name")} maxLength={80} required error={errorOf("name")} />
              <Button type="submit" look="primary">
                {t("planning:scenarios.create")}
              </Button>
            </Form>
          </Card>
        ) : null}
        <ScenarioTable scenarios={scenarios} />
      </PageBody>
    </>
  );
}
