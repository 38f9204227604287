import type { CountyComparisonRow, Strip } from "@server/province/contract";
import type { TFunction } from "i18next";
import { formatCount, formatValue } from "~/components/format";
import { type CompareQuery, heatColumns } from "./compare-query";
import type { CompareColumn, StripsByCounty } from "./drawn";
import { cellOf } from "./heat";

const known = (strip: Strip | undefined): readonly number[] => (strip ?? []).flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
/** The value that a share of the marks lies below; between two marks, half way. */
const at = (strip: Strip | undefined, share: number): number | null => {
  const sorted = known(strip);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Distribution of schools in one indicator of a stage: every school as a mark, and what the marks amount to. */
export const schoolColumns = (t: TFunction, query: CompareQuery, strips: StripsByCounty): readonly CompareColumn[] => {
  const asked = heatColumns.find(({ key }) => key === query.column);
  const top = Object.values(strips).reduce((most, strip) => strip.reduce((high, { value }) => Math.max(high, value ?? 0), most), 1);
  const of = ({ countyId }: CountyComparisonRow): Strip | undefined => strips[countyId];
  const cell = (row: CountyComparisonRow) => (asked === undefined ? null : cellOf(row, asked.stage, asked.indicator));
  const figure = (key: string, head: string, read: (strip: Strip | undefined) => number | null): CompareColumn => ({
    key,
    head,
    label: head,
    width: 72,
    align: "end",
    order: null,
    draw: (row) => ({ kind: "text", text: formatValue(read(of(row))) }),
    file: [{ head, value: (row) => read(of(row)) }],
  });
  const count = (key: string, head: string, read: (row: CountyComparisonRow) => number | null): CompareColumn => ({
    key,
    head,
    label: head,
    width: 84,
    align: "end",
    order: read,
    draw: (row) => ({ kind: "text", text: formatCount(read(row)) }),
    file: [{ head, value: read }],
    totals: (published) => ({ total: published.reduce((sum, row) => sum + (read(row) ?? 0), 0) }),
  });
  const mean = (row: CountyComparisonRow) => cell(row)?.mean ?? null;
  return [
    {
      key: "strip",
      head: t("province:compare.strips"),
      label: t("province:compare.strips"),
      width: 376,
      align: "start",
      order: null,
      draw: (row) => {
        const strip = of(row);
        if (strip === undefined) return { kind: "text", text: row.publication === null ? "" : t("comparing:passing.unpublished") };
        const values = known(strip).map(formatValue);
        return { kind: "strip", strip, top, text: t("comparing:strip_text", { county: row.countyName, values: values.join(", ") }) };
      },
      file: [{ head: t("comparing:strip_values"), value: (row) => known(of(row)).join(" ") || null }],
    },
    figure("least", t("province:compare.least"), (strip) => at(strip, 0)),
    figure("median", t("province:compare.median"), (strip) => at(strip, 0.5)),
    figure("most", t("comparing:most"), (strip) => at(strip, 1)),
    {
      key: "mean",
      head: t("comparing:county_mean"),
      label: t("comparing:county_mean"),
      width: 72,
      align: "end",
      order: mean,
      draw: (row) => ({ kind: "text", text: formatValue(mean(row)) }),
      file: [{ head: t("comparing:county_mean"), value: mean }],
    },
    count("below", t("province:compare.below"), (row) => {
      const sections = cell(row)?.sections;
      return sections === undefined ? null : sections.below + sections.remainder;
    }),
    count("unknown", t("province:compare.unknown"), (row) => cell(row)?.sections.not_evaluable ?? null),
  ];
};
