import { useTranslation } from "react-i18next";
import { Card } from "~/components/page";
import { BalanceTable } from "~/features/compliance/BalanceTable";
import { InclusionTable } from "~/features/compliance/InclusionTable";
import { MatrixFilters } from "~/features/compliance/MatrixFilters";
import { MatrixTable } from "~/features/compliance/MatrixTable";
import { SummaryTable } from "~/features/compliance/SummaryTable";
import { PublishedItems } from "./PublishedItems";
import type { loadPublished } from "./published";

/** The official tables of a published county: 表Ⅱ-1 with who was counted, 表Ⅱ-2, 表Ⅲ, and 表Ⅳ to Ⅵ. */
export const PublishedViews = ({
  data,
  open,
}: {
  readonly data: Awaited<ReturnType<typeof loadPublished>>;
  readonly open: string | null;
}) => {
  const { t } = useTranslation();
  if (data.matrix) {
    const counts = { primary: data.stages.primary.sectionsTotal, junior: data.stages.junior.sectionsTotal };
    return (
      <>
        <MatrixFilters query={data.query} counts={counts} townships={data.matrix.townships} keep={{ view: data.view }} />
        <MatrixTable matrix={data.matrix} query={data.query} stage={data.query.stage} open={open} balanceLinks={false} />
      </>
    );
  }
  if (data.view === "items") return <PublishedItems items={data.items} />;
  if (data.inclusion) {
    return (
      <>
        <Card title={t("compliance:summary.caption")} flush>
          <SummaryTable stages={data.stages} matrixPath={null} />
        </Card>
        <Card title={t("compliance:inclusion.title")} note={t("compliance:inclusion.note")} flush>
          <InclusionTable decisions={data.inclusion} />
        </Card>
      </>
    );
  }
  return (
    <Card title={t("compliance:balance.caption")} note={t("compliance:balance.note")} flush>
      <BalanceTable stages={data.stages} whyPath={null} />
    </Card>
  );
};
