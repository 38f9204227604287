import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { later } from "~/components/later";
import css from "~/features/answers/answers.css?url";
import { askQuestion } from "~/features/answers/load-question";
import { loadUncertainty } from "~/features/answers/load-uncertainty";
import { QuestionPage } from "~/features/answers/QuestionPage";
import { UncertaintyForm } from "~/features/answers/UncertaintyForm";
import { readUncertainty } from "~/features/answers/uncertainty-form";
import planningCss from "~/features/planning/planning.css?url";
import { isOpen } from "~/features/planning/result-view";
import { formError, readForm } from "~/features/shell/respond";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

const UncertaintyAnswer = await later(
  "UncertaintyAnswer",
  async () => (await import("~/features/answers/UncertaintyAnswer")).UncertaintyAnswer,
);

export const meta = pageTitle("answers:uncertainty.title");
export const links = () => [
  { rel: "stylesheet", href: planningCss },
  { rel: "stylesheet", href: css },
];

export const loader = ({ context, request, params }: LoaderFunctionArgs) => loadUncertainty(context, request, params.scenarioId ?? "");

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const settings = readUncertainty(await readForm(request));
  if (!settings.ok) return formError(settings.error);
  return askQuestion(context, request, params.scenarioId ?? "", "montecarlo", settings.value);
};

export default function UncertaintyPage() {
  const { t } = useTranslation();
  const { scenario, years, view, limits, sources } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const may = useCan("run.start");
  const error = answer?.error ?? null;
  return (
    <QuestionPage
      scenario={scenario}
      page="uncertainty"
      title={t("answers:uncertainty.title")}
      note={t("answers:uncertainty.note")}
      form={
        may ? (
          <UncertaintyForm
            settings={view.settings}
            sources={sources}
            years={years}
            error={error}
            busy={view.run !== null && isOpen(view.run)}
          />
        ) : null
      }
      run={view.run}
      answered={view.answered}
      error={error}
    >
      {view.answered === null ? null : <UncertaintyAnswer view={view.answered.answer} limits={limits} />}
    </QuestionPage>
  );
}
