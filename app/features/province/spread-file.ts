import type { CountyComparisonRow, TableRequest } from "@server/province/contract";
import type { TFunction } from "i18next";
import { itemOf } from "./heat";
import type { Comparison } from "./load-comparison";
import * as svg from "./picture";
import { markWords, type Side } from "./sides";
import { drawSpread, itemSpreadsOf, pointHeight, type Spread, spreadHeight, spreadsOf, spreadWidth } from "./spreads";

type SpreadData = Pick<Comparison, "rows" | "sides" | "own" | "query">;

/** The small charts of the indicators as a table: one line an indicator, a column a county in the order of the page. */
export const spreadTable = (t: TFunction, { rows, sides, own, query: { measure } }: SpreadData): Pick<TableRequest, "head" | "rows"> => {
  const word = (row: CountyComparisonRow): string => {
    const name = row.publication === null ? t("comparing:choose.unpublished", { county: row.countyName }) : row.countyName;
    return `${name} ${markWords(t, sides, own, row)}`.trimEnd();
  };
  return {
    head: [
      t("comparing:spread.indicator"),
      t("comparing:spread.standard"),
      t("province:compare.failing_counties"),
      t("comparing:spread.open"),
      ...rows.map(word),
    ],
    rows: [
      ...spreadsOf(t, rows, measure, sides).map(({ name, limit, failing, unknown, marks }) => [
        name,
        limit?.value ?? null,
        limit === null ? null : failing,
        unknown,
        ...rows.map(({ countyId }) => marks.find(({ row }) => row.countyId === countyId)?.value ?? null),
      ]),
      ...itemSpreadsOf(t, rows, own).map(({ id, name, failing, unknown }) => [
        `${id} ${name}`,
        null,
        failing,
        unknown,
        ...rows.map((row) => (row.publication === null ? null : t(`common:verdict.${itemOf(row, id)?.verdict ?? "not_evaluable"}`))),
      ]),
    ],
  };
};

const across = spreadWidth + 24;
const down = 76;
const inRow = 5;
const { inks } = svg;

/** A spread with the counties beside each other on top, its left upper corner at the origin. */
export const spreadMarks = (spread: Spread, sides: readonly Side[]): string => {
  const { zone, met, failing, limit, points } = drawSpread(spread, sides);
  return (
    svg.path(zone, { fill: inks.depths[1], "fill-opacity": 0.4 }) +
    svg.path(`M0 ${spreadHeight / 2}H${spreadWidth}`, { stroke: inks.line }) +
    svg.path(met, { stroke: inks.muted }) +
    svg.path(failing, { stroke: inks.fail, "stroke-width": 2 }) +
    svg.path(limit, { stroke: inks.ink }) +
    points.map(({ mark, x }) => svg.group(Number(x), pointHeight, svg.seriesMark(mark))).join("")
  );
};

/** The same charts as a picture. */
export const spreadPicture = (t: TFunction, { rows, sides, own, query: { measure } }: SpreadData, texts: svg.PictureTexts): string => {
  const strips = spreadsOf(t, rows, measure, sides).map((spread) => {
    const count = spread.limit === null ? "" : t("comparing:spread.failing", { count: spread.failing });
    const standard = spread.limit === null ? "" : t("comparing:spread.limit", { limit: spread.format(spread.limit.value) });
    const below = [standard, ...(spread.unknown === 0 ? [] : [t("comparing:spread.unknown", { count: spread.unknown })])];
    return (
      svg.text(8, 16, spread.short) +
      svg.text(across - 16, 16, count, { "text-anchor": "end", "font-size": 11, fill: spread.failing > 0 ? inks.fail : inks.muted }) +
      svg.group(8, 22, spreadMarks(spread, sides)) +
      svg.text(8, 64, below.filter((part) => part !== "").join(" · "), { "font-size": 11, fill: inks.muted })
    );
  });
  const items = itemSpreadsOf(t, rows, own).map(({ id, short, met, failing, unknown }) => {
    const total = Math.max(1, met + failing + unknown);
    const width = (count: number): number => (count / total) * spreadWidth;
    return (
      svg.text(8, 16, `${id} ${short}`) +
      svg.group(
        8,
        28,
        svg.rect(0, 0, spreadWidth, 8, "url(#none)", { stroke: inks.line }) +
          svg.rect(0, 0, width(met), 8, inks.grey) +
          svg.rect(width(met), 0, width(failing), 8, inks.fail),
      ) +
      svg.text(8, 54, t("comparing:spread.item", { met, failing, unknown }), { "font-size": 11, fill: inks.muted })
    );
  });
  const body = [...strips, ...items]
    .map((panel, index) =>
      svg.group(
        (index % inRow) * across,
        Math.floor(index / inRow) * down,
        svg.rect(0, 0, across - 8, down - 8, "#ffffff", { stroke: inks.line }) + panel,
      ),
    )
    .join("");
  return svg.framed(inRow * across, Math.ceil((strips.length + items.length) / inRow) * down, texts, body);
};
