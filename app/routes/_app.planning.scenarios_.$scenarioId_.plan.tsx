import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { later } from "~/components/later";
import css from "~/features/answers/answers.css?url";
import { loadPlan } from "~/features/answers/load-plan";
import { PlanForm } from "~/features/answers/PlanForm";
import { planAction } from "~/features/answers/plan-action";
import { QuestionPage } from "~/features/answers/QuestionPage";
import planningCss from "~/features/planning/planning.css?url";
import { isOpen } from "~/features/planning/result-view";
import { readForm } from "~/features/shell/respond";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

const PlanAnswer = await later("PlanAnswer", async () => (await import("~/features/answers/PlanAnswer")).PlanAnswer);

export const meta = pageTitle("answers:plan.title");
export const links = () => [
  { rel: "stylesheet", href: planningCss },
  { rel: "stylesheet", href: css },
];

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadPlan(context, request, params.scenarioId ?? "");

export const action = async ({ context, request, params }: ActionFunctionArgs) =>
  planAction(context, request, params.scenarioId ?? "", await readForm(request));

export default function PlanPage() {
  const { t } = useTranslation();
  const { scenario, schools, years, view, present } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const may = useCan("run.start");
  const error = answer?.error ?? null;
  const busy = view.run !== null && isOpen(view.run);
  return (
    <QuestionPage
      scenario={scenario}
      page="plan"
      title={t("answers:plan.title")}
      note={t("answers:plan.note")}
      form={may ? <PlanForm request={view.settings} years={years} error={error} busy={busy} /> : null}
      run={view.run}
      answered={view.answered}
      error={error}
    >
      {view.answered === null ? null : (
        <PlanAnswer
          answer={view.answered.answer}
          asked={view.run?.id === view.answered.run.id ? view.settings : null}
          present={present}
          runId={view.answered.run.id}
          schools={schools}
        />
      )}
    </QuestionPage>
  );
}
