import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { Notice } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { ComparisonForm } from "~/features/comparison/ComparisonForm";
import { ComparisonView } from "~/features/comparison/ComparisonView";
import comparisonCss from "~/features/comparison/comparison.css?url";
import { loadComparison } from "~/features/comparison/load-comparison";
import css from "~/features/planning/planning.css?url";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("comparison:title");
export const links = () => [css, comparisonCss].map((href) => ({ rel: "stylesheet", href }));

export const loader = ({ context, request }: LoaderFunctionArgs) => loadComparison(context, request);

export default function ComparePage() {
  const { t } = useTranslation();
  const { options, asked, answer, limits } = useLoaderData<typeof loader>();
  const comparison = answer?.comparison ?? null;
  return (
    <>
      <PageHead title={t("comparison:title")} trial state={t("comparison:state")}>
        {comparison === null ? null : <PrintButton />}
      </PageHead>
      <PageBody>
        {options.length < 2 ? (
          <EmptyState title={t("comparison:too_little")}>{t("comparison:too_little_text")}</EmptyState>
        ) : (
          <ComparisonForm options={options} asked={asked} />
        )}
        {answer?.unanswered.map(({ scenarioId, name }) => (
          <Notice key={scenarioId} tone="warn">
            {t("comparison:unanswered", { name })} <Link to={`/planning/scenarios/${scenarioId}`}>{t("comparison:open")}</Link>
          </Notice>
        ))}
        {answer !== null && comparison !== null ? (
          <ComparisonView answer={answer} comparison={comparison} limits={limits} />
        ) : answer === null ? null : (
          <Card>
            <EmptyState title={t("comparison:no_answer")}>{t("comparison:no_answer_text")}</EmptyState>
          </Card>
        )}
      </PageBody>
    </>
  );
}
