import { Link } from "@remix-run/react";
import type { CountyComparisonRow } from "@server/province/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatNumber, formatPercent } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip, VerdictShape } from "~/components/VerdictChip";
import { type CompareQuery, cellOf, heatColumns, heatOf } from "./compare-query";
import { HeatValue } from "./HeatValue";

/** Counties side by side: verdict, distance, and the heat map counties × indicators of both stages. */
export const CompareTable = ({
  rows,
  query,
  published,
}: {
  readonly rows: readonly CountyComparisonRow[];
  readonly query: CompareQuery;
  readonly published: number;
}) => {
  const { t } = useTranslation();
  const columns: Column<CountyComparisonRow>[] = [
    {
      key: "county",
      header: t("province:compare.county"),
      sortable: true,
      width: "120px",
      render: (row) =>
        row.publication === null ? row.countyName : <Link to={`/province/counties/${row.publication.id}`}>{row.countyName}</Link>,
    },
    { key: "city", header: t("province:compare.city"), width: "84px", render: (row) => row.cityName ?? "" },
    {
      key: "verdict",
      header: t("compliance:matrix.verdict"),
      width: "96px",
      render: (row) =>
        row.publication === null ? (
          <span className="muted">{t("province:compare.unpublished")}</span>
        ) : (
          <VerdictChip kind={row.publication.verdict} plain />
        ),
    },
    {
      key: "failing",
      header: t("province:compare.failing"),
      title: t("province:compare.failing_title"),
      sortable: true,
      align: "end",
      width: "56px",
      render: (row) => formatCount(row.publication?.failing),
    },
    {
      key: "gap",
      header: t("province:compare.gap"),
      title: t("province:compare.gap_title"),
      sortable: true,
      align: "end",
      width: "72px",
      render: (row) => formatNumber(row.publication === null ? null : row.publication.distance, 2),
    },
    {
      key: "sections",
      header: t("province:compare.sections"),
      sortable: true,
      align: "end",
      width: "72px",
      render: (row) => (row.publication === null ? formatCount(null) : `${row.publication.sectionsMet}/${row.publication.sectionsTotal}`),
    },
    ...heatColumns.map(
      ({ key, stage, indicator }): Column<CountyComparisonRow> => ({
        key,
        header: (
          <span className="heat__head">
            <span className="heat__stage">{t(`province:compare.stage_short.${stage}`)}</span>
            <span className="heat__name">{t(`province:compare.head.${indicator}`)}</span>
          </span>
        ),
        title: `${t(`rules:stage.${stage}`)} · ${t(`rules:indicator.${indicator}.name`)}`,
        sortable: true,
        align: "center",
        width: "40px",
        cellClass: () => "heat__td",
        render: (row) => {
          const cell = row.publication === null ? undefined : cellOf(row.publication.cells, stage, indicator);
          return cell === undefined ? null : <HeatValue cell={cell} measure={query.measure} />;
        },
      }),
    ),
  ];
  const failingIn = (stage: "primary" | "junior", indicator: (typeof heatColumns)[number]["indicator"]): number =>
    rows.filter((row) => {
      const cell = row.publication === null ? undefined : cellOf(row.publication.cells, stage, indicator);
      return cell !== undefined && (heatOf(cell, query.measure) ?? 0) > 0;
    }).length;
  const totals: Record<string, ReactNode> = {
    county: t("province:compare.failing_counties"),
    ...Object.fromEntries(heatColumns.map(({ key, stage, indicator }) => [key, formatCount(failingIn(stage, indicator))])),
  };
  return (
    <DataTable
      caption={t("province:compare.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.countyId}
      rowHeight={28}
      sort={query.sort === "distance" ? null : { key: query.sort, direction: query.direction }}
      summary={[{ key: "failing", cells: totals }]}
      empty={undefined}
      foot={
        <TableFoot
          total={rows.length}
          note={`${query.sort === "distance" ? `${t("province:compare.nearest_first")} · ` : ""}${t("province:compare.totals_over", { count: published })}`}
        >
          <HeatLegend measure={query.measure} />
        </TableFoot>
      }
    />
  );
};

const HeatLegend = ({ measure }: { readonly measure: CompareQuery["measure"] }) => {
  const { t } = useTranslation();
  const bounds: readonly [number, number] = [0.1, 0.25];
  return (
    <span className="legend caption">
      <span className="legend__item">
        <span className="heat heat--0 heat--key" aria-hidden="true" /> {t("common:verdict.met")}
      </span>
      <span className="legend__item">
        <span className="heat heat--1 heat--key" aria-hidden="true" />{" "}
        {t(`province:legend.${measure}`, { range: `< ${formatPercent(bounds[0], 0)}` })}
      </span>
      <span className="legend__item">
        <span className="heat heat--2 heat--key" aria-hidden="true" /> {`${formatPercent(bounds[0], 0)}–${formatPercent(bounds[1], 0)}`}
      </span>
      <span className="legend__item">
        <span className="heat heat--3 heat--key" aria-hidden="true" /> {`≥ ${formatPercent(bounds[1], 0)}`}
      </span>
      <span className="legend__item">
        <VerdictShape kind="not_evaluable" size={12} /> {t("common:verdict.not_evaluable")}
      </span>
      <span className="muted">{t("province:legend.heads")}</span>
    </span>
  );
};
