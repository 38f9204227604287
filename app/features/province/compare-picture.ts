import type { CountyComparisonRow } from "@server/province/contract";
import { extent, linear, pathThrough } from "~/components/chart-geometry";
import type { CompareColumn, CompareSheet, Drawn } from "./drawn";
import { limitLine, panelHeight, panelOf, panelWidth } from "./panels";
import * as svg from "./picture";
import type { Side } from "./sides";
import { stripPath } from "./strip-path";

export interface CompareTexts extends svg.PictureTexts {
  /** Word of an unpublished county. */
  readonly unpublished: string;
}

/** Which counties are marked, and how. */
export interface Marking {
  readonly own: string | null;
  readonly sides: readonly Side[];
  /** Letter and word of a county; empty for one without a mark. */
  readonly marked: (row: CountyComparisonRow) => string;
}

/** From the middle of a mark to its letter, and to the name before it. */
const [markLead, markGap] = [8, 12];

/** Mark, letter and word of a county in the room beside its name. */
const markOf = ({ sides, marked }: Marking, row: CountyComparisonRow, x: number, y: number): string => {
  const side = sides.find((one) => one.row.countyCode === row.countyCode);
  const point = side === undefined ? "" : svg.group(x, y - 4, svg.seriesMark(side.mark));
  return point + svg.text(x + markLead, y, marked(row), { fill: inks.accent, "font-weight": 600 });
};

const rowHeight = 24;
const { inks } = svg;

const spark = (values: readonly (number | null)[], failing: boolean): string => {
  const range = extent([values], [0]);
  if (range === null) return "";
  const x = linear([0, Math.max(1, values.length - 1)], [3, 56]);
  const y = linear(range, [17, 5]);
  const last = values.at(-1) ?? null;
  const colour = failing ? inks.fail : inks.muted;
  return (
    svg.path(`M0 ${y(0)}H60`, { stroke: inks.grey, "stroke-dasharray": "2 2" }) +
    svg.path(pathThrough(values, x, y), { stroke: colour, fill: "none", "stroke-width": 1.5 }) +
    (last === null ? "" : `<circle cx="${x(values.length - 1)}" cy="${y(last)}" r="2.5" fill="${colour}"/>`)
  );
};

/** One cell, its left upper corner at the origin. */
const cellOf = (drawn: Drawn, { width, align }: CompareColumn): string => {
  const anchored = (content: string): string =>
    align === "end" ? svg.text(width - 6, 16, content, { "text-anchor": "end" }) : svg.text(6, 16, content);
  switch (drawn.kind) {
    case "text":
    case "city":
    case "county":
      return anchored(drawn.text);
    case "verdict":
      return svg.group(6, 6, svg.shape(drawn.verdict)) + svg.text(22, 16, drawn.text);
    case "figure":
      return (drawn.verdict === null || drawn.verdict === "met" ? "" : svg.group(4, 6, svg.shape(drawn.verdict))) + anchored(drawn.text);
    case "heat": {
      const { depth } = drawn;
      if (depth === "blank") return "";
      const fill = depth === "none" ? "url(#none)" : (inks.depths[depth] ?? "none");
      const dark = depth === 3 ? { fill: "#ffffff" } : {};
      return (
        svg.rect(0, 0, width, rowHeight, fill, { stroke: inks.line, "stroke-width": 0.5 }) +
        svg.text(width / 2, 16, drawn.text, { "text-anchor": "middle", "font-size": 11, ...dark })
      );
    }
    case "bar": {
      const total = drawn.met + drawn.failing + drawn.unknown;
      const length = 70;
      const met = total === 0 ? 0 : (drawn.met / total) * length;
      return (
        svg.rect(6, 9, length, 7, "url(#none)", { stroke: inks.line }) +
        svg.rect(6, 9, met, 7, inks.grey) +
        svg.rect(6 + met, 9, total === 0 ? 0 : (drawn.failing / total) * length, 7, inks.fail) +
        svg.text(82, 16, drawn.text, { "font-size": 11 })
      );
    }
    case "spark":
      return svg.group(6, 2, spark(drawn.values, drawn.failing));
    case "strip": {
      const length = width - 16;
      const marks = (which: "met" | "short") => stripPath(drawn.strip, drawn.top, length, 20, which);
      return svg.group(
        6,
        2,
        svg.path(`M0 10H${length}`, { stroke: inks.line }) +
          svg.path(marks("met"), { stroke: inks.muted }) +
          svg.path(marks("short"), { stroke: inks.fail, "stroke-width": 2 }),
      );
    }
  }
};

/** A head above its column; a narrow one is written downwards, sign by sign. */
const headOf = ({ label, stage, width, align }: CompareColumn, bottom: number): string => {
  const words = stage === undefined ? label : `${stage} ${label}`;
  if (width >= 30 || /^[A-Z]\d+$/.test(words)) {
    if (width < 30) return svg.text(width / 2, bottom, words, { "text-anchor": "middle", "font-size": 9 });
    return align === "end"
      ? svg.text(width - 6, bottom, words, { "text-anchor": "end", "font-size": 11 })
      : svg.text(6, bottom, words, { "font-size": 11 });
  }
  const signs = [...label];
  return signs
    .map((sign, index) => svg.text(width / 2, bottom - (signs.length - 1 - index) * 12, sign, { "text-anchor": "middle", "font-size": 11 }))
    .join("");
};

/** The table of a view as a picture. */
const tablePicture = (sheet: CompareSheet, rows: readonly CountyComparisonRow[], marking: Marking, texts: CompareTexts): string => {
  // Names are written out; the first column has room for the mark of a county, too.
  const nameRoom = (column: CompareColumn): number =>
    Math.max(
      column.width,
      ...rows.map((row) => {
        const drawn = column.draw(row);
        return drawn.kind === "county" || drawn.kind === "city" ? 6 + svg.widthOf(drawn.text) + markGap : 0;
      }),
    );
  const markRoom = Math.max(72, ...rows.map((row) => markLead + svg.widthOf(marking.marked(row)) + markGap));
  const columns = sheet.columns.map((column) => ({ ...column, width: nameRoom(column) + (column.key === "county" ? markRoom : 0) }));
  const lefts: number[] = [];
  let width = 0;
  for (const column of columns) {
    lefts.push(width);
    width += column.width;
  }
  const narrow = columns.filter((column) => column.width < 30);
  const headHeight = Math.max(24, ...narrow.map(({ label }) => (/^[A-Z]\d+$/.test(label) ? 24 : [...label].length * 12 + 12)));
  const head = columns.map((column, place) => svg.group(lefts[place] ?? 0, 0, headOf(column, headHeight - 7))).join("");
  const line = (cells: readonly string[], top: number, marked: boolean): string =>
    (marked ? svg.rect(0, top, width, rowHeight, inks.own) : "") +
    cells.map((cell, place) => svg.group(lefts[place] ?? 0, top, cell)).join("") +
    svg.path(`M0 ${top + rowHeight}H${width}`, { stroke: inks.line, "stroke-width": 0.5 });
  const body = rows.map((row, index) => {
    const cells = columns.map((column) => {
      const drawn = column.draw(row);
      const cell = cellOf(drawn, column);
      return column.key === "county" ? cell + markOf(marking, row, column.width - markRoom, 16) : cell;
    });
    return line(cells, headHeight + index * rowHeight, row.countyCode === marking.own);
  });
  const published = rows.filter(({ publication }) => publication !== null);
  const sums = sheet.summaries.map(({ key, label, format }, index) => {
    const cells = columns.map((column) => {
      if (column.key === "county") return svg.text(6, 16, label, { "font-weight": 600 });
      const totals = column.totals?.(published) ?? {};
      if (!(key in totals)) return "";
      return svg.text(column.align === "end" ? column.width - 6 : column.width / 2, 16, format(totals[key] ?? null), {
        "text-anchor": column.align === "end" ? "end" : "middle",
        "font-size": 11,
      });
    });
    return line(cells, headHeight + (rows.length + index) * rowHeight, false);
  });
  const height = headHeight + (rows.length + sums.length) * rowHeight;
  return svg.framed(width, height, texts, svg.rect(0, 0, width, headHeight, inks.head) + head + body.join("") + sums.join(""));
};

const panelsAcross = 5;

/** The small multiples as a picture. */
const panelsPicture = (rows: readonly CountyComparisonRow[], marking: Marking, texts: CompareTexts): string => {
  const markAt = ({ countyName }: CountyComparisonRow): number => 8 + svg.widthOf(countyName) + markGap;
  // The verdict and its count stand in the last 44 px.
  const heads = rows.map((row) => markAt(row) + markLead + svg.widthOf(marking.marked(row)) + markGap + 44);
  const [across, down] = [Math.max(panelWidth + 24, ...heads), panelHeight + 36];
  const panel = (row: CountyComparisonRow): string => {
    const { publication, countyName, countyCode } = row;
    const frame =
      svg.rect(0, 0, across - 8, down - 8, countyCode === marking.own ? inks.own : "#ffffff", { stroke: inks.line }) +
      svg.text(8, 16, countyName) +
      markOf(marking, row, markAt(row), 16);
    if (publication === null) return frame + svg.text(8, 44, texts.unpublished, { fill: inks.muted });
    const { met, over, unknown, itemsMet, itemsFailing, itemsUnknown } = panelOf(row);
    const hatch = { stroke: inks.none, "stroke-width": 1.2 };
    return (
      frame +
      svg.group(across - 44, 6, svg.shape(publication.verdict)) +
      svg.text(across - 28, 16, String(publication.failing), { "font-size": 11 }) +
      svg.group(
        8,
        24,
        svg.path(met, { fill: inks.grey }) +
          svg.path(over + itemsFailing, { fill: inks.fail }) +
          svg.path(unknown + itemsUnknown, hatch) +
          svg.path(itemsMet, { stroke: inks.grey, "stroke-width": 1.5 }) +
          svg.path(`M0 ${limitLine}H${panelWidth}`, { stroke: inks.ink }),
      )
    );
  };
  const body = rows
    .map((row, index) => svg.group((index % panelsAcross) * across, Math.floor(index / panelsAcross) * down, panel(row)))
    .join("");
  return svg.framed(panelsAcross * across, Math.ceil(rows.length / panelsAcross) * down, texts, body);
};

/** What the page shows as a picture: the same counties in the same order, by the same cells. */
export const comparePicture = (
  view: string,
  sheet: CompareSheet,
  rows: readonly CountyComparisonRow[],
  marking: Marking,
  texts: CompareTexts,
): string => (view === "multiples" ? panelsPicture(rows, marking, texts) : tablePicture(sheet, rows, marking, texts));
