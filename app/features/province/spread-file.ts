import type { CountyComparisonRow, TableRequest } from "@server/province/contract";
import type { TFunction } from "i18next";
import type { Measure } from "./compare-query";
import { itemOf } from "./heat";
import * as svg from "./picture";
import { drawSpread, itemSpreadsOf, spreadHeight, spreadsOf, spreadWidth } from "./spreads";

/** The small charts of the indicators as a table: one line an indicator, a column a county in the order of the page. */
export const spreadTable = (
  t: TFunction,
  rows: readonly CountyComparisonRow[],
  own: string | null,
  measure: Measure,
): Pick<TableRequest, "head" | "rows"> => {
  const word = (row: CountyComparisonRow): string => {
    const name = row.publication === null ? t("comparing:choose.unpublished", { county: row.countyName }) : row.countyName;
    return row.countyCode === own ? `${name} ${t("comparing:own.mark")}` : name;
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
      ...spreadsOf(t, rows, measure).map(({ name, limit, failing, unknown, marks }) => [
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

/** The same charts as a picture. */
export const spreadPicture = (
  t: TFunction,
  rows: readonly CountyComparisonRow[],
  own: string | null,
  measure: Measure,
  texts: svg.PictureTexts,
): string => {
  const strips = spreadsOf(t, rows, measure).map((spread) => {
    const { zone, met, failing, limit, own: reference } = drawSpread(spread, own);
    const count = spread.limit === null ? "" : t("comparing:spread.failing", { count: spread.failing });
    const standard = spread.limit === null ? "" : t("comparing:spread.limit", { limit: spread.format(spread.limit.value) });
    const below = [standard, ...(spread.unknown === 0 ? [] : [t("comparing:spread.unknown", { count: spread.unknown })])];
    return (
      svg.text(8, 16, spread.short) +
      svg.text(across - 16, 16, count, { "text-anchor": "end", "font-size": 11, fill: spread.failing > 0 ? inks.fail : inks.muted }) +
      svg.group(
        8,
        22,
        svg.path(zone, { fill: inks.depths[1] ?? "none", "fill-opacity": 0.4 }) +
          svg.path(`M0 ${spreadHeight / 2}H${spreadWidth}`, { stroke: inks.line }) +
          svg.path(met, { stroke: inks.muted }) +
          svg.path(failing, { stroke: inks.fail, "stroke-width": 2 }) +
          svg.path(limit, { stroke: inks.ink }) +
          svg.path(reference, { fill: "#1b4f8f" }),
      ) +
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
