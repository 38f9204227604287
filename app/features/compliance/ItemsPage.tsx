import type { CountyAssessment, SourcedItemExplanation } from "@server/compliance/contract";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import type { DatasetHead } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { later } from "~/components/later";
import type { ShownError } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { VerdictChip } from "~/components/VerdictChip";
import { ItemsNotices } from "./ItemsNotices";
import { ItemTable } from "./ItemTable";
import type { ItemPage, ItemRow } from "./items";
import { NoData } from "./NoData";
import { StateLine } from "./StateLine";

const ItemInspector = await later("ItemInspector", async () => (await import("./ItemInspector")).ItemInspector);

/** What a page of items draws. */
export interface ItemsPageData {
  readonly dataset: DatasetHead;
  readonly ruleSet: CountyAssessment["ruleSet"];
  readonly verdict: CountyAssessment["verdict"] | null;
  readonly rows: readonly ItemRow[];
  readonly open: SourcedItemExplanation | null;
  readonly declarations: readonly Declaration[];
  readonly files: readonly EvidenceFile[];
  readonly editable: boolean;
}

/** One of 表Ⅳ, 表Ⅴ, 表Ⅵ. */
export const ItemsPage = ({
  page,
  data,
  error,
}: {
  readonly page: ItemPage;
  readonly data: ItemsPageData | null;
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const open = data?.open ?? null;
  return (
    <>
      <PageHead
        title={t(`items:page.${page}.title`)}
        state={
          data ? (
            <>
              {data.verdict === null ? null : <VerdictChip kind={data.verdict} />}{" "}
              <StateLine dataset={data.dataset} ruleSet={data.ruleSet} />
            </>
          ) : undefined
        }
      >
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody
        inspector={
          data && open ? (
            <ItemInspector
              datasetId={data.dataset.id}
              statisticsYear={data.dataset.statisticsYear}
              explanation={open}
              declarations={data.declarations}
              files={data.files}
              editable={data.editable}
            />
          ) : null
        }
      >
        <ItemsNotices error={error} />
        {data === null ? (
          <NoData />
        ) : (
          <Card title={t(`items:page.${page}.caption`)} note={t("items:page.note")} flush>
            {data.rows.length === 0 ? (
              <EmptyState title={t("items:page.not_judged")}>{t("items:page.not_judged_note")}</EmptyState>
            ) : (
              <ItemTable rows={data.rows} caption={t(`items:page.${page}.caption`)} />
            )}
          </Card>
        )}
      </PageBody>
    </>
  );
};
