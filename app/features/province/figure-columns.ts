import { resourceIndicators } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow, HeatCell } from "@server/province/contract";
import type { TFunction } from "i18next";
import { formatCv, formatPercent, formatValue, missing } from "~/components/format";
import { phrase } from "~/i18n/phrase";
import { heatColumns, type Measure } from "./compare-query";
import type { CompareColumn, Drawn, FileCell } from "./drawn";
import { cellOf, depthOf, heatOf, itemOf, worseCell } from "./heat";

type Rows = readonly CountyComparisonRow[];

const blank: Drawn = { kind: "heat", depth: "blank", text: "", title: "", to: null };
const countOf = (rows: Rows, holds: (row: CountyComparisonRow) => boolean): number => rows.filter(holds).length;
const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
const counted = ({ sections: { met, remainder, below, not_evaluable } }: HeatCell) => ({
  below: remainder + below,
  unknown: not_evaluable,
  total: met + remainder + below + not_evaluable,
});
/** Percent without its sign, for a narrow cell. */
const narrow = (share: number): string => (share < 0.005 ? "<1" : formatPercent(share, 0).replace("%", ""));

/** Columns of figures: the 32 items as a heat map, and the resource part by stage. */
export const figureColumns = (t: TFunction, narrowLabels: boolean) => {
  const words = {
    cv: phrase(t("province:heat.cv", { skipInterpolation: true })),
    schools: phrase(t("province:heat.schools", { skipInterpolation: true })),
    unknown: phrase(t("province:heat.schools_unknown", { skipInterpolation: true })),
    verdict: {
      met: t("common:verdict.met"),
      not_met: t("common:verdict.not_met"),
      not_evaluable: t("common:verdict.not_evaluable"),
    },
  } as const;
  const stageName = { primary: t("rules:stage.primary"), junior: t("rules:stage.junior") } as const;

  const titleOf = (cell: HeatCell, name: string, measure: Measure): string => {
    const of = `${stageName[cell.stage]} ${name}: `;
    if (measure === "mean") return `${of}${formatValue(cell.mean)}`;
    if (measure === "cv") return of + words.cv({ cv: formatCv(cell.cv), verdict: words.verdict[cell.cvVerdict] });
    const { below, unknown, total } = counted(cell);
    const values = { below: String(below), unknown: String(unknown), total: String(total) };
    return of + (unknown > 0 ? words.unknown(values) : words.schools(values));
  };
  /** The schools of the county by the indicator, lowest first, with its balance beneath them. */
  const tableOf = (row: CountyComparisonRow, { stage, indicator }: HeatCell): string | null =>
    row.publication === null ? null : `/province/counties/${row.publication.id}?view=matrix&stage=${stage}&sort=${indicator}`;

  /** One of R1–R7 for the whole county: its worse stage. */
  const worst = (measure: "schools" | "cv") =>
    resourceIndicators.map((indicator): CompareColumn => {
      const name = t(`rules:indicator.${indicator}.name`);
      const heat = (row: CountyComparisonRow): number | null => {
        const cell = worseCell(row, indicator, measure);
        return cell === null ? null : heatOf(cell, measure);
      };
      return {
        key: indicator,
        head: `${indicator} ${name}`,
        label: narrowLabels ? t(`province:compare.head.${indicator}`) : indicator,
        width: 24,
        align: "center",
        order: heat,
        draw: (row) => {
          if (row.publication === null) return blank;
          const cell = worseCell(row, indicator, measure);
          const value = cell === null ? null : heatOf(cell, measure);
          const title = cell === null ? `${name}: ${words.verdict.not_evaluable}` : titleOf(cell, name, measure);
          if (value === null) return { kind: "heat", depth: "none", text: missing, title, to: cell && tableOf(row, cell) };
          const depth = depthOf(value);
          return depth === 0
            ? { kind: "heat", depth, text: "", title: words.verdict.met, to: null }
            : { kind: "heat", depth, text: narrow(value), title, to: cell && tableOf(row, cell) };
        },
        file: [{ head: `${indicator} ${name}`, value: heat }],
        totals: (published) => ({ failing: countOf(published, (row) => (heat(row) ?? 0) > 0) }),
      };
    });

  /** One of the 25 items: blank when met, the gap in percent, ✕ where it does not convert, — where nobody can say. */
  const item = (id: ItemId): CompareColumn => {
    const name = t(`clauses:${id}.name`);
    return {
      key: id,
      head: `${id} ${name}`,
      label: narrowLabels ? t(`clauses:${id}.short`) : id,
      width: 24,
      align: "center",
      order: (row) => {
        const result = itemOf(row, id);
        return result === null || result.verdict === "not_evaluable" ? null : result.verdict === "met" ? 0 : (result.gap ?? 0.1);
      },
      draw: (row) => {
        if (row.publication === null) return blank;
        const { verdict, gap } = itemOf(row, id) ?? { verdict: "not_evaluable", gap: null };
        if (verdict === "met") return { kind: "heat", depth: 0, text: "", title: words.verdict.met, to: null };
        const title = `${id} ${name}: ${words.verdict[verdict]}`;
        const to = `/province/counties/${row.publication.id}?view=items&item=${id}`;
        if (verdict === "not_evaluable") return { kind: "heat", depth: "none", text: missing, title, to };
        return gap === null
          ? { kind: "heat", depth: 2, text: "✕", title, to }
          : { kind: "heat", depth: depthOf(gap), text: narrow(gap), title: `${title} ${formatPercent(gap, 0)}`, to };
      },
      file: [
        {
          head: `${id} ${name}`,
          value: (row): FileCell => {
            if (row.publication === null) return null;
            const result = itemOf(row, id);
            return words.verdict[result?.verdict ?? "not_evaluable"];
          },
        },
        { head: `${id} ${t("comparing:gap_share")}`, value: (row) => itemOf(row, id)?.gap ?? null },
      ],
      totals: (published) => ({ failing: countOf(published, (row) => itemOf(row, id)?.verdict === "not_met") }),
    };
  };

  const figureOf = (cell: HeatCell | null, measure: Measure): number | null => {
    if (cell === null) return null;
    if (measure === "mean") return cell.mean;
    if (measure === "cv") return cell.cv;
    const { total } = counted(cell);
    return total === 0 ? null : cell.sections.met / total;
  };
  const format = { mean: formatValue, cv: formatCv, schools: (value: number | null) => formatPercent(value) } as const;

  /** The 14 figures by stage: means, CVs, or the share of schools that meet. */
  const byStage = (measure: Measure) =>
    heatColumns.map(({ key, stage, indicator }): CompareColumn => {
      const name = t(`rules:indicator.${indicator}.name`);
      const unit = measure === "mean" ? ` (${t(`rules:indicator.${indicator}.unit`)})` : "";
      const head = `${stageName[stage]} ${name}${unit}`;
      const figure = (row: CountyComparisonRow) => figureOf(cellOf(row, stage, indicator), measure);
      const short = (row: CountyComparisonRow): boolean => {
        const cell = cellOf(row, stage, indicator);
        return cell !== null && (heatOf(cell, measure === "cv" ? "cv" : "schools") ?? 0) > 0;
      };
      return {
        key,
        head,
        label: t(`province:compare.head.${indicator}`),
        stage: t(`province:compare.stage_short.${stage}`),
        width: 66,
        align: "end",
        order: figure,
        draw: (row) => {
          const cell = cellOf(row, stage, indicator);
          if (row.publication === null || cell === null) return { kind: "text", text: "" };
          const value = figureOf(cell, measure);
          const heat = measure === "mean" ? null : heatOf(cell, measure);
          const verdict = measure === "mean" ? null : heat === null ? "not_evaluable" : heat > 0 ? "not_met" : "met";
          const to = verdict === "met" || verdict === null ? null : tableOf(row, cell);
          return { kind: "figure", verdict, text: format[measure](value), title: titleOf(cell, name, measure), to };
        },
        file: [{ head, value: figure }],
        totals: (published) => ({ failing: countOf(published, short), mean: meanOf(published.map(figure)) }),
      };
    });

  return { worst, items: itemIds.map(item), byStage, format };
};
