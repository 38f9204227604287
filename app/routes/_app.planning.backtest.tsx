import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { ErrorNotice } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import css from "~/features/answers/answers.css?url";
import { BacktestAnswer } from "~/features/answers/BacktestAnswer";
import { loadBacktest } from "~/features/answers/load-backtest";
import { AnswerNote } from "~/features/answers/QuestionPage";
import { backtestPath } from "~/features/answers/run-paths";
import planningCss from "~/features/planning/planning.css?url";
import { RunStatus } from "~/features/planning/RunStatus";
import { isOpen } from "~/features/planning/result-view";
import { formError, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("answers:backtest.title");
export const links = () => [
  { rel: "stylesheet", href: planningCss },
  { rel: "stylesheet", href: css },
];

export const loader = ({ context, request }: LoaderFunctionArgs) => loadBacktest(context, request);

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "run.start");
  const { from = "", assumptions = "" } = await readForm(request);
  const question = { statisticsYear: Number(from), assumptionsOf: assumptions || null };
  const asked = await context.services.answers.askBacktest(actor, question);
  return asked.ok ? redirect(backtestPath(question.statisticsYear, question.assumptionsOf)) : formError(asked.error);
};

export default function BacktestPage() {
  const { t } = useTranslation();
  const { years, from, scenarios, named, run, answered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const may = useCan("run.start");
  const back = from === null ? "/planning/backtest" : backtestPath(from, named?.id ?? null);
  return (
    <>
      <PageHead title={t("answers:backtest.title")} state={t("answers:backtest.state")} />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        {from === null ? (
          <EmptyState title={t("answers:backtest.too_little")}>{t("answers:backtest.too_little_text")}</EmptyState>
        ) : (
          <Form key={back} method={may ? "post" : "get"} className="row form-line no-print">
            <Select
              name="from"
              label={t("answers:backtest.from")}
              defaultValue={String(from)}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <Select
              name="assumptions"
              label={t("answers:backtest.assumptions")}
              defaultValue={named?.id ?? ""}
              options={[
                { value: "", label: t("answers:backtest.defaults") },
                ...scenarios.map(({ id, name }) => ({ value: id, label: t("answers:backtest.assumptions_of", { name }) })),
              ]}
            />
            <Button type="submit" look="primary">
              {t(may ? "answers:backtest.ask" : "answers:show")}
            </Button>
          </Form>
        )}
        {run === null || run.state === "done" ? null : <RunStatus run={run} back={back} />}
        {answered !== null ? (
          <>
            <BacktestAnswer view={answered.answer} assumptionsOf={named?.name ?? null} />
            <AnswerNote run={answered.run} receipt={answered.receipt} />
          </>
        ) : from === null || (run !== null && isOpen(run)) ? null : (
          <Card>
            <EmptyState title={t("answers:backtest.none")}>{t("answers:backtest.none_text")}</EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
