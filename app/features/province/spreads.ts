import type { Verdict } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow } from "@server/province/contract";
import type { TFunction } from "i18next";
import { formatCv, formatPercent, formatValue } from "~/components/format";
import type { SeriesName } from "~/components/SeriesMark";
import { heatColumns, type Measure } from "./compare-query";
import { cellOf, heatOf, itemOf } from "./heat";
import type { Side } from "./sides";

export const spreadWidth = 190;
export const spreadHeight = 30;

/** The verdict is null for a figure that nothing is held against. */
export interface Figure {
  readonly value: number;
  readonly verdict: Verdict | null;
}

/** A county in one figure. */
export interface Mark extends Figure {
  readonly row: CountyComparisonRow;
}

/** One of the seven indicators of a stage, or the gap of an item, over all published counties: every county a mark on one line. */
export interface Spread {
  readonly key: string;
  /** In full, for files and on hover, and short. */
  readonly name: string;
  readonly short: string;
  readonly marks: readonly Mark[];
  /** What the figure is held against, and on which side of it a county fails; null for means. */
  readonly limit: { readonly value: number; readonly fails: "above" | "below" } | null;
  /** Right end of the line. */
  readonly top: number;
  /** Of one of the 25 items, placed by its gap: counties that meet it. Null for a figure, whose marks tell. */
  readonly itemMet: number | null;
  /** Of an item also those that fail without a gap to place. */
  readonly failing: number;
  /** Published, but nobody can say. */
  readonly unknown: number;
  readonly format: (value: number | null) => string;
  /** What a county has in it, also one that is not on the page; null where nobody can say. */
  readonly of: (row: CountyComparisonRow) => Figure | null;
}

/** One of the 25 items over all published counties: how many meet it, fail it, and of how many nobody can say. */
export interface ItemSpread {
  readonly id: ItemId;
  readonly name: string;
  readonly short: string;
  readonly met: number;
  readonly failing: number;
  readonly unknown: number;
  readonly own: Verdict | null;
}

const formats = { mean: formatValue, cv: formatCv, schools: (value: number | null) => formatPercent(value) } as const;
const published = (rows: readonly CountyComparisonRow[]) => rows.filter(({ publication }) => publication !== null);

const figureOf = (row: CountyComparisonRow, column: (typeof heatColumns)[number], measure: Measure): Figure | null => {
  const cell = cellOf(row, column.stage, column.indicator);
  if (cell === null) return null;
  if (measure === "mean") return cell.mean === null ? null : { value: cell.mean, verdict: null };
  if (measure === "cv") return cell.cv === null || cell.cvVerdict === "not_evaluable" ? null : { value: cell.cv, verdict: cell.cvVerdict };
  const heat = heatOf(cell, "schools");
  const all = Object.values(cell.sections).reduce((sum, count) => sum + count, 0);
  return heat === null ? null : { value: cell.sections.met / all, verdict: heat > 0 ? "not_met" : "met" };
};

const limitOf = (rows: readonly CountyComparisonRow[], column: (typeof heatColumns)[number], measure: Measure): Spread["limit"] => {
  if (measure === "mean") return null;
  if (measure === "schools") return { value: 1, fails: "below" };
  for (const row of rows) {
    const limit = cellOf(row, column.stage, column.indicator)?.limit ?? null;
    if (limit !== null) return { value: limit, fails: "above" };
  }
  return null;
};

/** The 14 figures, by stage, over the published counties among the rows; the line has room for the sides too. */
export const spreadsOf = (
  t: TFunction,
  rows: readonly CountyComparisonRow[],
  measure: Measure,
  sides: readonly Side[],
): readonly Spread[] =>
  heatColumns.map((column) => {
    const counties = published(rows);
    const of = (row: CountyComparisonRow) => figureOf(row, column, measure);
    const marks = counties.flatMap((row): Mark[] => {
      const figure = of(row);
      return figure === null ? [] : [{ row, ...figure }];
    });
    const aside = sides.flatMap(({ row }) => of(row)?.value ?? []);
    const limit = limitOf([...counties, ...sides.map(({ row }) => row)], column, measure);
    const unit = measure === "mean" ? ` (${t(`rules:indicator.${column.indicator}.unit`)})` : "";
    return {
      key: column.key,
      name: `${t(`rules:stage.${column.stage}`)} ${t(`rules:indicator.${column.indicator}.name`)}${unit}`,
      short: `${t(`rules:stage.${column.stage}`)} ${t(`rules:indicator.${column.indicator}.short`)}`,
      marks,
      limit,
      top: measure === "schools" ? 1 : Math.max((limit?.value ?? 0) * 2, ...marks.map(({ value }) => value), ...aside, Number.EPSILON),
      itemMet: null,
      failing: marks.filter(({ verdict }) => verdict === "not_met").length,
      unknown: counties.length - marks.length,
      format: formats[measure],
      of,
    };
  });

/** The 25 items over the published counties among the rows; `own` is the reference county's code. */
export const itemSpreadsOf = (t: TFunction, rows: readonly CountyComparisonRow[], own: string | null): readonly ItemSpread[] =>
  itemIds.map((id) => {
    const counties = published(rows);
    const verdicts = counties.map((row) => itemOf(row, id)?.verdict ?? "not_evaluable");
    const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
    const reference = counties.findIndex(({ countyCode }) => countyCode === own);
    return {
      id,
      name: t(`clauses:${id}.name`),
      short: t(`clauses:${id}.short`),
      met: count("met"),
      failing: count("not_met"),
      unknown: count("not_evaluable"),
      own: verdicts[reference] ?? null,
    };
  });

/** What is drawn of a spread, as SVG paths within its width and height. */
export interface SpreadDrawing {
  readonly zone: string;
  readonly met: string;
  readonly failing: string;
  readonly limit: string;
  /** Counties beside each other, the first one last so that nothing covers it. */
  readonly points: readonly { readonly mark: SeriesName; readonly x: string }[];
}

export const pointHeight = spreadHeight / 2;

const margin = 5;

/** Marks of the counties, short where nothing fails and long where it does, the zone in which one fails, and the counties beside each other. */
export const drawSpread = ({ marks, limit, top, of }: Spread, sides: readonly Side[]): SpreadDrawing => {
  const x = (value: number): string => (margin + (Math.min(value, top) / top) * (spreadWidth - 2 * margin)).toFixed(1);
  const lines = (failing: boolean): string =>
    marks
      .filter(({ verdict }) => (verdict === "not_met") === failing)
      .map(({ value }) => (failing ? `M${x(value)} 3V${spreadHeight - 3}` : `M${x(value)} 8V${spreadHeight - 8}`))
      .join("");
  const edge = limit === null ? null : x(limit.value);
  return {
    zone:
      limit === null || edge === null
        ? ""
        : limit.fails === "above"
          ? `M${edge} 2H${spreadWidth}V${spreadHeight - 2}H${edge}z`
          : `M0 2H${edge}V${spreadHeight - 2}H0z`,
    met: lines(false),
    failing: lines(true),
    limit: edge === null ? "" : `M${edge} 0V${spreadHeight}`,
    points: [...sides].reverse().flatMap(({ mark, row }) => {
      const figure = of(row);
      return figure === null ? [] : [{ mark, x: x(figure.value) }];
    }),
  };
};

/** A spread in one sentence: for readers who do not see it. */
export const spreadText = (t: TFunction, spread: Spread, sides: readonly Side[]): string => {
  const { marks, itemMet, failing, unknown, limit, format, of } = spread;
  const values = marks.map(({ value }) => value);
  const ends = {
    least: format(values.length === 0 ? null : Math.min(...values)),
    most: format(values.length === 0 ? null : Math.max(...values)),
  };
  if (itemMet !== null) {
    const placed = sides.flatMap(({ row }) => {
      const gap = of(row)?.value;
      return gap === undefined ? [] : [`${row.countyName} ${format(gap)}`];
    });
    return [t("comparing:spread.item_text", { met: itemMet, failing, unknown, ...ends }), ...placed].join(t("comparing:separator"));
  }
  const parts = [
    t(limit === null ? "comparing:spread.counted" : "comparing:spread.text", {
      count: marks.length,
      failing,
      limit: format(limit?.value ?? null),
      ...ends,
    }),
    ...(unknown === 0 ? [] : [t("comparing:spread.unknown", { count: unknown })]),
    ...sides.map(({ row }) => `${row.countyName} ${format(of(row)?.value ?? null)}`),
  ];
  return parts.join(t("comparing:separator"));
};
