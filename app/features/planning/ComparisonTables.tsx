import type { IndicatorComparison, Pair, ProjectionComparison } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatCv, formatMoneyWan, formatValue } from "~/components/format";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { VerdictChip, VerdictShape } from "~/components/VerdictChip";

interface Props {
  readonly comparison: ProjectionComparison;
  readonly names: { readonly left: string; readonly right: string };
}

/** Indicators of one year: left, right, difference; rows whose conclusions differ come first. */
export const ComparedIndicators = ({ comparison, year }: Pick<Props, "comparison"> & { readonly year: number }) => {
  const { t } = useTranslation();
  const at = (row: IndicatorComparison) => row.years.find((entry) => entry.year === year);
  const pair = (
    key: "cv" | "mean" | "sectionsMet",
    side: "left" | "right",
    format: (value: number | null) => string,
  ): Column<IndicatorComparison> => ({
    key: `${key}-${side}`,
    header: t(`planning:compare.${key}`),
    sub: t(`planning:compare.${side}`),
    align: "end",
    width: "96px",
    render: (row) => {
      const entry = at(row);
      const verdict = key === "cv" ? entry?.cvVerdict[side] : undefined;
      return (
        <span className="years__figure">
          {verdict === undefined || verdict === "met" ? null : (
            <VerdictShape kind={verdict} size={12} label={t(`common:verdict.${verdict}`)} />
          )}
          {format(entry?.[key][side] ?? null)}
        </span>
      );
    },
  });
  const change = (key: "cv" | "mean" | "sectionsMet", decimals: number): Column<IndicatorComparison> => ({
    key: `${key}-difference`,
    header: t("planning:compare.difference"),
    align: "end",
    width: "72px",
    render: (row) => formatChange(at(row)?.[key].difference ?? null, decimals),
  });
  const columns: Column<IndicatorComparison>[] = [
    {
      key: "indicator",
      header: t("compliance:balance.indicator"),
      width: "170px",
      render: (row) => `${t(`rules:stage.${row.stage}`)} · ${t(`rules:indicator.${row.indicator}.short`)}`,
    },
    pair("cv", "left", formatCv),
    pair("cv", "right", formatCv),
    change("cv", 3),
    pair("mean", "left", formatValue),
    pair("mean", "right", formatValue),
    change("mean", 2),
    pair("sectionsMet", "left", formatCount),
    pair("sectionsMet", "right", formatCount),
    change("sectionsMet", 0),
  ];
  return (
    <Card title={t("planning:compare.indicators", { year })} note={t("planning:compare.indicators_note")} flush>
      <DataTable
        caption={t("planning:compare.indicators", { year })}
        columns={columns}
        rows={comparison.indicators}
        rowKey={(row) => `${row.stage}-${row.indicator}`}
        foot={<TableFoot total={comparison.indicators.length} />}
      />
    </Card>
  );
};

type Flip = ProjectionComparison["flips"][number];

/** Sections judged differently in the chosen year. */
export const ComparedFlips = ({ comparison, names, year }: Props & { readonly year: number }) => {
  const { t } = useTranslation();
  const rows = comparison.flips.filter((flip) => flip.years.some((entry) => entry.year === year));
  const cell = (flip: Flip, side: "left" | "right") => {
    const verdict = flip.years.find((entry) => entry.year === year)?.[side] ?? null;
    return verdict === null ? t("planning:schools.not_counted") : <VerdictChip kind={verdict} plain />;
  };
  const columns: Column<Flip>[] = [
    {
      key: "name",
      header: t("compliance:matrix.school"),
      render: (flip) => (
        <>
          {flip.schoolName} <span className="caption muted">{t(`rules:section.${flip.stage}`)}</span>
        </>
      ),
    },
    { key: "left", header: names.left, width: "180px", render: (flip) => cell(flip, "left") },
    { key: "right", header: names.right, width: "180px", render: (flip) => cell(flip, "right") },
  ];
  return (
    <Card title={t("planning:compare.flips", { year })} flush>
      <DataTable
        caption={t("planning:compare.flips", { year })}
        columns={columns}
        rows={rows}
        rowKey={(flip) => flip.sectionId}
        empty={<EmptyState title={t("planning:compare.no_flips")} />}
        foot={<TableFoot total={rows.length} />}
      />
    </Card>
  );
};

type CostRow = ProjectionComparison["cost"][number];

/** Money by year, both scenarios and the difference. */
export const ComparedCost = ({ comparison, names }: Props) => {
  const { t } = useTranslation();
  const money = (key: string, header: string, read: (pair: Pair) => string): Column<CostRow> => ({
    key,
    header,
    align: "end",
    width: "140px",
    render: (row) => read(row.total),
  });
  const columns: Column<CostRow>[] = [
    { key: "year", header: t("common:chart.year"), width: "80px", render: (row) => String(row.year) },
    money("left", names.left, (pair) => formatMoneyWan(pair.left)),
    money("right", names.right, (pair) => formatMoneyWan(pair.right)),
    money("difference", t("planning:compare.difference"), (pair) => formatChange(pair.difference, 1)),
  ];
  return (
    <Card title={t("planning:compare.cost")} flush>
      <DataTable
        caption={t("planning:compare.cost")}
        columns={columns}
        rows={comparison.cost}
        rowKey={(row) => String(row.year)}
        foot={<TableFoot total={comparison.cost.length} />}
      />
    </Card>
  );
};
