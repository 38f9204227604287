import { Link } from "@remix-run/react";
import type { CountyComparisonRow } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { DataTable } from "~/components/DataTable";
import { formatCount, formatNumber } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { SegmentBar } from "~/components/ThresholdBar";
import { VerdictChip } from "~/components/VerdictChip";

/** Ranking: nearest to passing first, the share of schools that meet as a bar, and the baseline to come as published. */
export const RankingChart = ({ rows, published }: { readonly rows: readonly CountyComparisonRow[]; readonly published: number }) => {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("province:compare.ranking_caption")}
      rows={rows}
      rowKey={(row) => row.countyId}
      columns={[
        {
          key: "county",
          header: t("province:compare.county"),
          width: "120px",
          render: (row: CountyComparisonRow) =>
            row.publication === null ? row.countyName : <Link to={`/province/counties/${row.publication.id}`}>{row.countyName}</Link>,
        },
        {
          key: "verdict",
          header: t("compliance:matrix.verdict"),
          width: "110px",
          render: ({ publication }) =>
            publication === null ? (
              <span className="muted">{t("province:compare.unpublished")}</span>
            ) : (
              <VerdictChip kind={publication.verdict} plain />
            ),
        },
        {
          key: "sections",
          header: t("province:compare.sections"),
          width: "180px",
          render: ({ publication }) =>
            publication === null ? null : (
              <SegmentBar met={publication.sectionsMet} failing={publication.sectionsTotal - publication.sectionsMet} />
            ),
        },
        {
          key: "failing",
          header: t("province:compare.failing"),
          align: "end",
          width: "70px",
          render: ({ publication }) => formatCount(publication?.failing),
        },
        {
          key: "gap",
          header: t("province:compare.gap"),
          align: "end",
          width: "80px",
          render: ({ publication }) => formatNumber(publication?.distance ?? null, 2),
        },
        {
          key: "trend",
          header: t("province:compare.baseline"),
          render: ({ publication }) =>
            publication?.digest?.baseline
              .map(({ year, verdict, failing }) => `${year}: ${verdict === "met" ? t("common:verdict.met") : formatCount(failing)}`)
              .join(" · ") ?? "",
        },
      ]}
      foot={<TableFoot total={rows.length} note={t("province:compare.totals_over", { count: published })} />}
    />
  );
};
