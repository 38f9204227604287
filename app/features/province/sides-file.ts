import type { TableRequest } from "@server/province/contract";
import type { TFunction } from "i18next";
import type { Comparison } from "./load-comparison";
import * as svg from "./picture";
import { shownLines, sideLines } from "./side-lines";
import { markWords } from "./sides";
import { spreadMarks } from "./spread-file";
import { spreadHeight, spreadWidth } from "./spreads";

type SidesData = Pick<Comparison, "rows" | "sides" | "own" | "query">;

/** The lines of the page, and its sentence on those that are folded, where there are any. */
const linesOf = (t: TFunction, { rows, sides, query }: SidesData) => {
  const lines = sideLines(t, rows, sides, query.measure);
  const alike = lines.alike.length === 0 || query.all !== null ? [] : [t("comparing:sides.alike", { count: lines.alike.length })];
  return { shown: shownLines(lines, query), alike };
};

/** The counties beside each other as a table: a line an indicator in the order of the page, a column a county. */
export const sidesTable = (t: TFunction, data: SidesData): Pick<TableRequest, "head" | "rows"> => {
  const { shown, alike } = linesOf(t, data);
  const head = [
    t("comparing:spread.indicator"),
    t("comparing:spread.standard"),
    ...data.sides.map(({ row }) => `${row.countyName} ${markWords(t, data.sides, data.own, row)}`),
    t("province:compare.failing_counties"),
    t("comparing:spread.open"),
  ];
  const rows = shown.map(({ name, standard, cells, spread, failing, unknown }) => [
    name,
    standard === "" ? null : standard,
    ...cells.map(({ file }) => file),
    spread !== null && spread.limit === null ? null : failing,
    unknown,
  ]);
  return { head, rows: [...rows, ...alike.map((note) => [note])] };
};

const rowHeight = spreadHeight + 6;
const headHeight = 28;
const [standardWidth, countWidth] = [90, 130];
const { inks } = svg;

/** The same lines as a picture, with the place of every county among all published ones. */
export const sidesPicture = (t: TFunction, data: SidesData, texts: svg.PictureTexts): string => {
  const { sides, own } = data;
  const { shown: lines, alike } = linesOf(t, data);
  const middle = rowHeight / 2 + 4;
  const nameWidth = Math.max(...lines.map(({ name }) => svg.widthOf(name))) + 12;
  const heads = sides.map(({ row }) => `${markWords(t, sides, own, row)} ${row.countyName}`);
  const cellTexts = lines.flatMap(({ cells }) => cells.map(({ text }) => text));
  const cellWidth = Math.max(140, ...[...heads, ...cellTexts].map((words) => svg.widthOf(words) + 32));
  const leftOf = (place: number): number => nameWidth + standardWidth + place * cellWidth;
  const plot = leftOf(sides.length) + 16;
  const width = plot + spreadWidth + countWidth;
  const end = { "text-anchor": "end" } as const;
  const head =
    svg.rect(0, 0, width, headHeight, inks.head) +
    svg.text(6, 18, t("comparing:spread.indicator"), { "font-size": 11 }) +
    svg.text(leftOf(0) - 6, 18, t("comparing:spread.standard"), { ...end, "font-size": 11 }) +
    sides
      .map(
        ({ mark }, place) =>
          svg.group(leftOf(place) + 10, 14, svg.seriesMark(mark)) +
          svg.text(leftOf(place) + 18, 18, heads[place] ?? "", { "font-weight": 600 }),
      )
      .join("") +
    svg.text(plot, 18, t("comparing:sides.position"), { "font-size": 11 }) +
    svg.text(width - 6, 18, t("province:compare.failing_counties"), { ...end, "font-size": 11 });
  const body = lines.map(({ name, standard, cells, spread, failing }, index) => {
    const line =
      svg.path(`M0 ${rowHeight}H${width}`, { stroke: inks.line, "stroke-width": 0.5 }) +
      svg.text(6, middle, name) +
      svg.text(leftOf(0) - 6, middle, standard, end) +
      cells
        .map(({ verdict, text }, place) => {
          const shape = verdict === null || verdict === "met" ? "" : svg.group(leftOf(place) + 4, middle - 10, svg.shape(verdict));
          return shape + svg.text(leftOf(place + 1) - 6, middle, text, end);
        })
        .join("") +
      (spread === null ? "" : svg.group(plot, 3, spreadMarks(spread, sides))) +
      (spread !== null && spread.limit === null ? "" : svg.text(width - 6, middle, String(failing), end));
    return svg.group(0, headHeight + index * rowHeight, line);
  });
  const reference = sides.findIndex(({ row }) => row.countyCode === own);
  const tint = reference < 0 ? "" : svg.rect(leftOf(reference), 0, cellWidth, headHeight + lines.length * rowHeight, inks.own);
  return svg.framed(
    width,
    headHeight + lines.length * rowHeight,
    { ...texts, notes: [...texts.notes, ...alike] },
    tint + head + body.join(""),
  );
};
