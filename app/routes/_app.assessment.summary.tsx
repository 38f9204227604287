import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { Card, PageBody, PageHead } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import css from "~/features/compliance/compliance.css?url";
import { InclusionTable } from "~/features/compliance/InclusionTable";
import { loadAssessment } from "~/features/compliance/load";
import { NoData } from "~/features/compliance/NoData";
import { StateLine } from "~/features/compliance/StateLine";
import { SummaryTable } from "~/features/compliance/SummaryTable";
import { stageOverview } from "~/features/compliance/stage-overview";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("compliance:summary.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const loaded = await loadAssessment(context, request);
  if (loaded === null) return null;
  const { dataset, assessment } = loaded;
  return {
    dataset,
    ruleSet: assessment.ruleSet,
    verdict: assessment.verdict,
    stages: { primary: stageOverview(assessment.stages.primary), junior: stageOverview(assessment.stages.junior) },
    inclusion: assessment.inclusion,
  };
};

export default function SummaryPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("compliance:summary.title")}
        state={
          data ? (
            <>
              <VerdictChip kind={data.verdict} /> <StateLine dataset={data.dataset} ruleSet={data.ruleSet} />
            </>
          ) : undefined
        }
      >
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody>
        {data ? (
          <>
            <Card title={t("compliance:summary.caption")} note={t("compliance:summary.note")} flush>
              <SummaryTable stages={data.stages} />
            </Card>
            <div id="inclusion">
              <Card title={t("compliance:inclusion.title")} note={t("compliance:inclusion.note")} flush>
                <InclusionTable decisions={data.inclusion} />
              </Card>
            </div>
          </>
        ) : (
          <NoData />
        )}
      </PageBody>
    </>
  );
}
