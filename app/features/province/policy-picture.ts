import type { PolicySummary } from "@server/province/policy-contract";
import type { TFunction } from "i18next";
import { linear, pathThrough } from "~/components/chart-geometry";
import { formatCount, formatMoneyWan } from "~/components/format";
import { itemText } from "~/features/review/item-text";
import * as svg from "./picture";
import { policyColumns, policyTotals } from "./policy-words";

const rowHeight = 22;
const chart = { width: 640, height: 170, left: 40, right: 120, top: 24, bottom: 22 };
const { inks } = svg;

interface Block {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

/** A table as wide as its texts; figures stand at the right of their columns. */
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[], figuresFrom: number): Block => {
  const widths = head.map((label, place) => Math.max(...[label, ...rows.map((row) => row[place] ?? "")].map(svg.widthOf)) + 18);
  const lefts = widths.map((_, place) => widths.slice(0, place).reduce((sum, one) => sum + one, 0));
  const width = widths.reduce((sum, one) => sum + one, 0);
  const line = (cells: readonly string[], top: number, weight: number): string =>
    cells
      .map((cell, place) => {
        const [left = 0, own = 0] = [lefts[place], widths[place]];
        return place < figuresFrom
          ? svg.text(left + 6, top + 15, cell, { "font-weight": weight })
          : svg.text(left + own - 6, top + 15, cell, { "font-weight": weight, "text-anchor": "end" });
      })
      .join("") + svg.path(`M0 ${top + rowHeight}H${width}`, { stroke: inks.line, "stroke-width": 0.5 });
  const body = [line(head, 0, 600), ...rows.map((row, index) => line(row, (index + 1) * rowHeight, 400))];
  return { width, height: (rows.length + 1) * rowHeight, content: svg.rect(0, 0, width, rowHeight, inks.head) + body.join("") };
};

/** Counties that pass by year: without the change dashed with circles, with it drawn through with squares. */
const yearsOf = (t: TFunction, { part, years, lines, counts }: PolicySummary): Block => {
  const x = linear([0, Math.max(1, years.length - 1)], [chart.left, chart.width - chart.right]);
  const most = Math.max(1, lines.length - counts.not_tried);
  const y = linear([0, most], [chart.height - chart.bottom, chart.top]);
  const side = (values: readonly number[], name: string, dashed: boolean): string => {
    const colour = dashed ? inks.muted : inks.accent;
    const last = y(values.at(-1) ?? 0);
    return (
      svg.path(pathThrough(values, x, y), {
        stroke: colour,
        fill: "none",
        "stroke-width": 1.5,
        ...(dashed && { "stroke-dasharray": "4 3" }),
      }) +
      values
        .map((value, index) =>
          dashed
            ? `<circle cx="${x(index)}" cy="${y(value)}" r="3" fill="#ffffff" stroke="${colour}"/>`
            : svg.rect(x(index) - 3, y(value) - 3, 6, 6, colour),
        )
        .join("") +
      // Names of lines that end together stand one above the other.
      svg.text(chart.width - chart.right + 10, last + (dashed ? 12 : -4), `${name} ${formatCount(values.at(-1) ?? null)}`, { fill: colour })
    );
  };
  const content =
    svg.text(0, 12, t(`policies:answer.years.${part}`), { "font-weight": 600 }) +
    [0, most]
      .map(
        (value) =>
          svg.path(`M${chart.left} ${y(value)}H${chart.width - chart.right}`, { stroke: inks.line }) +
          svg.text(chart.left - 6, y(value) + 4, formatCount(value), { "text-anchor": "end", "font-size": 11, fill: inks.muted }),
      )
      .join("") +
    years
      .map(({ year }, index) =>
        svg.text(x(index), chart.height - 6, String(year), { "text-anchor": "middle", "font-size": 11, fill: inks.muted }),
      )
      .join("") +
    side(
      years.map(({ before }) => before),
      t("policies:answer.without"),
      true,
    ) +
    side(
      years.map(({ after }) => after),
      t("policies:answer.with"),
      false,
    );
  return { width: chart.width, height: chart.height, content };
};

/** A policy's answer as a picture: totals, counties that pass by year, each county, each clause. */
export const policyPicture = (t: TFunction, title: string, notes: readonly string[], summary: PolicySummary): string => {
  const { lines, clauses } = summary;
  const totals = policyTotals(t, summary);
  const columns = policyColumns(t, summary);
  const blocks = [
    tableOf(
      totals.map(({ label }) => label),
      [totals.map(({ value, money }) => (money ? formatMoneyWan(value) : formatCount(value)))],
      0,
    ),
    yearsOf(t, summary),
    tableOf(
      [
        t("province:compare.county"),
        ...columns.map(({ head }) => head),
        t("policies:answer.province_wan"),
        t("policies:answer.county_wan"),
      ],
      lines.map((line) => [
        line.countyName,
        ...columns.map(({ text }) => text(line)),
        formatMoneyWan(line.provinceWan),
        formatMoneyWan(line.countyWan),
      ]),
      1 + columns.length,
    ),
    tableOf(
      [t("policies:answer.clauses"), t("policies:answer.without"), t("policies:answer.with")],
      clauses.map(({ clause, before, after }) => [itemText(t, clause), formatCount(before), formatCount(after)]),
      1,
    ),
  ];
  let height = 0;
  const content = blocks
    .map((block) => {
      const placed = svg.group(0, height, block.content);
      height += block.height + 24;
      return placed;
    })
    .join("");
  const width = Math.max(...blocks.map((block) => block.width), svg.widthOf(title) * 1.4, ...notes.map(svg.widthOf));
  return svg.framed(width, height, { title, notes, key: "" }, content);
};
