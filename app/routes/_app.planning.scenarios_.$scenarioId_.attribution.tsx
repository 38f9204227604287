import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AttributionAnswer } from "~/features/answers/AttributionAnswer";
import { AttributionForm } from "~/features/answers/AttributionForm";
import css from "~/features/answers/answers.css?url";
import { readAttribution } from "~/features/answers/attribution-form";
import { attributionView } from "~/features/answers/attribution-view";
import { askQuestion, loadQuestion } from "~/features/answers/load-question";
import { QuestionPage } from "~/features/answers/QuestionPage";
import planningCss from "~/features/planning/planning.css?url";
import { isOpen } from "~/features/planning/result-view";
import { formError, readForm } from "~/features/shell/respond";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("answers:attribution.title");
export const links = () => [
  { rel: "stylesheet", href: planningCss },
  { rel: "stylesheet", href: css },
];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const { view, ...page } = await loadQuestion(context, request, params.scenarioId ?? "", "attribution");
  const search = new URL(request.url).searchParams;
  const asked = { figure: search.get("figure"), year: Number(search.get("year")) || null };
  const answered = view.answered === null ? null : { ...view.answered, answer: attributionView(view.answered.answer, asked) };
  return { ...page, view: { ...view, answered } };
};

export const action = async ({ context, request, params }: ActionFunctionArgs) => {
  const settings = readAttribution(await readForm(request));
  if (!settings.ok) return formError(settings.error);
  return askQuestion(context, request, params.scenarioId ?? "", "attribution", settings.value);
};

export default function AttributionPage() {
  const { t } = useTranslation();
  const { scenario, schools, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const may = useCan("run.start");
  const error = answer?.error ?? null;
  return (
    <QuestionPage
      scenario={scenario}
      page="attribution"
      title={t("answers:attribution.title")}
      note={t("answers:attribution.note")}
      form={may ? <AttributionForm settings={view.settings} error={error} busy={view.run !== null && isOpen(view.run)} /> : null}
      run={view.run}
      answered={view.answered}
      error={error}
    >
      {view.answered === null ? null : <AttributionAnswer view={view.answered.answer} schools={schools} />}
    </QuestionPage>
  );
}
