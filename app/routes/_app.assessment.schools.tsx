import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import { VerdictChip } from "~/components/VerdictChip";
import css from "~/features/compliance/compliance.css?url";
import { explained } from "~/features/compliance/explained";
import { loadAssessment } from "~/features/compliance/load";
import { MatrixFilters } from "~/features/compliance/MatrixFilters";
import { MatrixTable } from "~/features/compliance/MatrixTable";
import { matrixOf, matrixQuery } from "~/features/compliance/matrix";
import { NoData } from "~/features/compliance/NoData";
import { WhyPanel } from "~/features/compliance/WhyPanel";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("compliance:matrix.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const loaded = await loadAssessment(context, request);
  if (loaded === null) return null;
  const { stages, inclusion } = loaded.assessment;
  const query = matrixQuery(new URL(request.url));
  return {
    query,
    counts: { primary: stages.primary.sectionsTotal, junior: stages.junior.sectionsTotal },
    excluded: inclusion.filter(({ decision }) => decision === "excluded").length,
    matrix: matrixOf(stages[query.stage], query),
    why: await explained(context, request, loaded),
  };
};

export default function MatrixPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const stage = data?.matrix.stage;
  return (
    <>
      <PageHead
        title={t("compliance:matrix.title")}
        state={
          data && stage ? (
            <>
              <VerdictChip kind={stage.verdict} />{" "}
              {t("compliance:matrix.state", {
                stage: t(`rules:stage.${data.query.stage}`),
                met: stage.sectionsMet,
                total: stage.sectionsTotal,
                cvs: Object.values(stage.balance).filter(({ verdict }) => verdict === "met").length,
                excluded: data.excluded,
              })}
            </>
          ) : undefined
        }
      >
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody inspector={data?.why ? <WhyPanel {...data.why} /> : null}>
        {data ? (
          <>
            <MatrixFilters query={data.query} counts={data.counts} townships={data.matrix.townships} />
            <MatrixTable matrix={data.matrix} query={data.query} stage={data.query.stage} open={params.get("why")} />
          </>
        ) : (
          <NoData />
        )}
      </PageBody>
    </>
  );
}
