import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { Card, PageBody, PageHead } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import { BalanceTable } from "~/features/compliance/BalanceTable";
import css from "~/features/compliance/compliance.css?url";
import { explained } from "~/features/compliance/explained";
import { loadAssessment } from "~/features/compliance/load";
import { NoData } from "~/features/compliance/NoData";
import { StateLine } from "~/features/compliance/StateLine";
import { stageOverview } from "~/features/compliance/stage-overview";
import { WhyPanel } from "~/features/compliance/WhyPanel";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("compliance:balance.title");
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
    why: await explained(context, request, loaded),
  };
};

export default function BalancePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("compliance:balance.title")}
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
      <PageBody inspector={data?.why ? <WhyPanel {...data.why} /> : null}>
        {data ? (
          <Card title={t("compliance:balance.caption")} note={t("compliance:balance.note")} flush>
            <BalanceTable stages={data.stages} />
          </Card>
        ) : (
          <NoData />
        )}
      </PageBody>
    </>
  );
}
