import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/compliance/compliance.css?url";
import { gapsOf, watchesOf } from "~/features/compliance/gaps";
import { loadAssessment } from "~/features/compliance/load";
import { NoData } from "~/features/compliance/NoData";
import { Overview } from "~/features/compliance/Overview";
import { previousAssessment } from "~/features/compliance/previous";
import { StateLine } from "~/features/compliance/StateLine";
import { stageOverview } from "~/features/compliance/stage-overview";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("compliance:overview.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const loaded = await loadAssessment(context, request);
  if (loaded === null) return null;
  const { dataset, assessment } = loaded;
  return {
    dataset,
    ruleSet: assessment.ruleSet,
    verdict: assessment.verdict,
    overall: assessment.overall,
    failing: assessment.failing,
    notEvaluable: assessment.notEvaluable,
    previous: await previousAssessment(context, request, dataset),
    stages: { primary: stageOverview(assessment.stages.primary), junior: stageOverview(assessment.stages.junior) },
    excluded: assessment.inclusion.filter(({ decision }) => decision === "excluded").length,
    gaps: gapsOf(assessment),
    watches: watchesOf(assessment),
    sunsets: assessment.sunsets,
  };
};

export default function OverviewPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={data ? t("compliance:overview.title_year", { year: data.dataset.statisticsYear }) : t("compliance:overview.title")}
        state={data ? <StateLine dataset={data.dataset} ruleSet={data.ruleSet} /> : undefined}
      >
        {data ? (
          <>
            <PrintButton />
            <LinkButton to="/assessment/schools">{t("compliance:overview.open_matrix")}</LinkButton>
          </>
        ) : null}
      </PageHead>
      <PageBody>{data ? <Overview data={data} /> : <NoData />}</PageBody>
    </>
  );
}
