import type { Verdict } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import type { CountyComparisonRow } from "@server/province/contract";
import type { TFunction } from "i18next";
import { formatPercent } from "~/components/format";
import type { CompareQuery, Measure } from "./compare-query";
import type { FileCell } from "./drawn";
import { itemOf } from "./heat";
import { shortOf } from "./short-of";
import type { Side } from "./sides";
import { type Figure, type Spread, spreadsOf } from "./spreads";

/** What a county has in a line. */
export interface SideCell {
  /** Null for a figure that nothing is held against, and where nothing is published. */
  readonly verdict: Verdict | null;
  readonly text: string;
  readonly file: FileCell;
}

/** An indicator or item with the counties beside each other. */
export interface SideLine {
  readonly key: string;
  readonly name: string;
  readonly standard: string;
  /** In the order of the sides. */
  readonly cells: readonly SideCell[];
  /** All published counties of the page on one line; null where there is nothing to place. */
  readonly spread: Spread | null;
  readonly failing: number;
  readonly unknown: number;
  /** Whether their conclusions differ; where nothing is held against the figures, whether the figures do. One county agrees with nobody. */
  readonly differs: boolean;
  /** How far they lie apart, as a part of the line. */
  readonly apart: number;
}

const unpublished = (t: TFunction): SideCell => {
  const text = t("province:compare.unpublished");
  return { verdict: null, text, file: text };
};

const apartOf = (figures: readonly (Figure | null)[], top: number): number => {
  const known = figures.flatMap((figure) => figure?.value ?? []);
  return known.length < 2 ? 0 : (Math.max(...known) - Math.min(...known)) / top;
};

/** Whether the published ones of them differ; fewer than two cannot agree. */
const unlike = (sides: readonly Side[], of: (row: CountyComparisonRow) => unknown): boolean => {
  const published = sides.filter(({ row }) => row.publication !== null);
  return published.length < 2 || new Set(published.map(({ row }) => of(row))).size > 1;
};

const resourceLines = (t: TFunction, rows: readonly CountyComparisonRow[], sides: readonly Side[], measure: Measure) =>
  spreadsOf(t, rows, measure, sides).map((spread): SideLine => {
    const figures = sides.map(({ row }) => spread.of(row));
    return {
      key: spread.key,
      name: spread.name,
      standard: spread.limit === null ? "" : spread.format(spread.limit.value),
      cells: figures.map((figure, place): SideCell => {
        if (sides[place]?.row.publication === null) return unpublished(t);
        const verdict = figure === null ? "not_evaluable" : figure.verdict;
        return { verdict, text: spread.format(figure?.value ?? null), file: figure?.value ?? null };
      }),
      spread,
      failing: spread.failing,
      unknown: spread.unknown,
      differs: unlike(sides, (row) => spread.of(row)?.[spread.limit === null ? "value" : "verdict"]),
      apart: apartOf(figures, spread.top),
    };
  });

const itemLines = (t: TFunction, rows: readonly CountyComparisonRow[], sides: readonly Side[]) => {
  const published = rows.filter(({ publication }) => publication !== null);
  const verdictOf = (row: CountyComparisonRow, id: ItemId): Verdict => itemOf(row, id)?.verdict ?? "not_evaluable";
  return itemIds.map((id): SideLine => {
    const of = (row: CountyComparisonRow): Figure | null => {
      const item = itemOf(row, id);
      return item === null || item.gap === null ? null : { value: item.gap, verdict: item.verdict };
    };
    const name = `${id} ${t(`clauses:${id}.name`)}`;
    const marks = published.flatMap((row) => {
      const figure = of(row);
      return figure === null ? [] : [{ row, ...figure }];
    });
    const top = Math.max(0, ...marks.map(({ value }) => value), ...sides.map(({ row }) => of(row)?.value ?? 0));
    const count = (verdict: Verdict): number => published.filter((row) => verdictOf(row, id) === verdict).length;
    const [failing, unknown] = [count("not_met"), count("not_evaluable")];
    const limit = { value: 0, fails: "above" } as const;
    const format = (value: number | null): string => formatPercent(value);
    return {
      key: id,
      name,
      standard: t("comparing:sides.no_gap"),
      cells: sides.map(({ row }): SideCell => {
        if (row.publication === null) return unpublished(t);
        const verdict = verdictOf(row, id);
        const gap = verdict === "not_met" ? (itemOf(row, id)?.gap ?? null) : null;
        const text = gap === null ? t(`common:verdict.${verdict}`) : t("comparing:sides.gap", { gap: formatPercent(gap) });
        return { verdict, text, file: text };
      }),
      spread: top === 0 ? null : { key: id, name, short: name, marks, limit, top, itemMet: count("met"), failing, unknown, format, of },
      failing,
      unknown,
      differs: unlike(sides, (row) => verdictOf(row, id)),
      apart:
        top === 0
          ? 0
          : apartOf(
              sides.map(({ row }) => of(row)),
              top,
            ),
    };
  });
};

const overallLine = (t: TFunction, rows: readonly CountyComparisonRow[], sides: readonly Side[]): SideLine => {
  const count = (verdict: Verdict): number => rows.filter(({ publication }) => publication?.verdict === verdict).length;
  return {
    key: "overall",
    name: t("compliance:matrix.verdict"),
    standard: "",
    cells: sides.map(({ row: { publication } }): SideCell => {
      if (publication === null) return unpublished(t);
      const text = shortOf(t, publication) ?? t(`common:verdict.${publication.verdict}`);
      return { verdict: publication.verdict, text, file: text };
    }),
    spread: null,
    failing: count("not_met"),
    unknown: count("not_evaluable"),
    differs: true,
    apart: 0,
  };
};

/** The verdict as a whole and 39 lines: those on which the counties differ first, the furthest apart at the top; the others in the order of the clauses. */
export const sideLines = (t: TFunction, rows: readonly CountyComparisonRow[], sides: readonly Side[], measure: Measure) => {
  const lines = [...resourceLines(t, rows, sides, measure), ...itemLines(t, rows, sides)];
  return {
    overall: overallLine(t, rows, sides),
    differing: lines.filter(({ differs }) => differs).sort((a, b) => b.apart - a.apart),
    alike: lines.filter(({ differs }) => !differs),
  };
};

/** The lines that the address asks for. */
export const shownLines = ({ overall, differing, alike }: ReturnType<typeof sideLines>, { all }: CompareQuery): readonly SideLine[] => [
  overall,
  ...differing,
  ...(all === null ? [] : alike),
];
