import type { CountyComparisonRow, Strip } from "@server/province/contract";
import { useTranslation } from "react-i18next";
import { DataTable } from "~/components/DataTable";
import { formatCount, formatValue } from "~/components/format";
import { TableFoot } from "~/components/TableFoot";

const width = 360;
const height = 20;

/** Marks of the schools that meet, short, or of those that do not, long. */
const pathOf = (strip: Strip, top: number, met: boolean): string =>
  strip
    .filter(({ state, value }) => value !== null && (state === "met") === met)
    .map(({ value }) => {
      const x = ((Math.min(value ?? 0, top) / top) * width).toFixed(1);
      return met ? `M${x} 5V${height - 5}` : `M${x} 1V${height - 1}`;
    })
    .join("");

const Marks = ({ strip, top, label }: { readonly strip: Strip; readonly top: number; readonly label: string }) => (
  <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
    <line x1={0} x2={width} y1={height / 2} y2={height / 2} stroke="var(--line-strong)" />
    <path d={pathOf(strip, top, true)} stroke="var(--ink-3)" strokeWidth={1} />
    <path d={pathOf(strip, top, false)} stroke="var(--fail)" strokeWidth={2} />
  </svg>
);

/** Distribution of schools in one indicator, one line a county on one scale: not only means. Long marks fail. */
export const SchoolStrips = ({
  rows,
  strips,
}: {
  readonly rows: readonly CountyComparisonRow[];
  readonly strips: Readonly<Record<string, Strip>>;
}) => {
  const { t } = useTranslation();
  const values = Object.values(strips).flatMap((strip) => strip.flatMap(({ value }) => value ?? []));
  const top = values.reduce((most, value) => Math.max(most, value), 1);
  const known = (strip: Strip | undefined) => (strip ?? []).flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
  const middle = (strip: Strip | undefined): number | null => {
    const sorted = known(strip);
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
  };
  return (
    <DataTable
      caption={t("province:compare.strips_caption")}
      rows={rows}
      rowKey={(row) => row.countyId}
      columns={[
        { key: "county", header: t("province:compare.county"), width: "120px", render: (row: CountyComparisonRow) => row.countyName },
        {
          key: "strip",
          header: t("province:compare.strips"),
          width: `${width + 16}px`,
          render: ({ countyId, countyName }) => {
            const strip = strips[countyId];
            return strip === undefined ? (
              <span className="muted">{t("province:compare.unpublished")}</span>
            ) : (
              <Marks strip={strip} top={top} label={countyName} />
            );
          },
        },
        {
          key: "least",
          header: t("province:compare.least"),
          align: "end",
          render: ({ countyId }) => formatValue(known(strips[countyId])[0] ?? null),
        },
        {
          key: "median",
          header: t("province:compare.median"),
          align: "end",
          render: ({ countyId }) => formatValue(middle(strips[countyId])),
        },
        {
          key: "below",
          header: t("province:compare.below"),
          align: "end",
          render: ({ countyId }) =>
            formatCount(strips[countyId]?.filter(({ state }) => state === "below" || state === "remainder").length ?? null),
        },
        {
          key: "unknown",
          header: t("province:compare.unknown"),
          align: "end",
          render: ({ countyId }) => formatCount(strips[countyId]?.filter(({ state }) => state === "not_evaluable").length ?? null),
        },
      ]}
      foot={<TableFoot total={rows.length} note={t("province:compare.totals_over", { count: Object.keys(strips).length })} />}
    />
  );
};
