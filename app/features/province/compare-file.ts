import type { AppLoadContext } from "@remix-run/node";
import type { CountyComparisonRow, TableRequest } from "@server/province/contract";
import type { TFunction } from "i18next";
import { fileResponse } from "~/features/data/file-response";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { translatorFor } from "~/i18n/instance";
import { comparePicture } from "./compare-picture";
import { sheetOf } from "./compare-sheet";
import { compareNotes } from "./compare-words";
import type { CompareSheet } from "./drawn";
import { type Comparison, loadComparison } from "./load-comparison";
import { markWords } from "./sides";
import { sidesPicture, sidesTable } from "./sides-file";
import { spreadPicture, spreadTable } from "./spread-file";

/** Head and rows of a file: the columns, counties and order of the page, its totals, and what they are about. */
export const fileTable = (t: TFunction, sheet: CompareSheet, data: Comparison): Omit<TableRequest, "name"> => {
  const files = sheet.columns.flatMap(({ file }) => file);
  const published = data.rows.filter(({ publication }) => publication !== null);
  const sums = sheet.summaries.map(({ key, label }) =>
    sheet.columns.flatMap(({ file, totals, key: column }) => {
      const total = totals?.(published)[key] ?? null;
      return file.map((_, place) => (column === "county" && place === 1 ? label : place === 0 ? total : null));
    }),
  );
  return {
    head: [...files.map(({ head }) => head), t("comparing:sides.mark_head")],
    rows: [
      ...data.rows.map((row) => [...files.map(({ value }) => value(row)), markWords(t, data.sides, data.own, row) || null]),
      ...sums,
      ...compareNotes(t, data).map((note) => [null, note]),
    ],
  };
};

/** What has a line an indicator instead of a line a county. */
const byIndicator = ({ query: { view, by } }: Comparison): "sides" | "spread" | null =>
  view === "sides" ? "sides" : view === "multiples" && by === "indicator" ? "spread" : null;

const pageTable = (t: TFunction, sheet: CompareSheet, data: Comparison): Omit<TableRequest, "name"> => {
  const kind = byIndicator(data);
  if (kind === null) return fileTable(t, sheet, data);
  const { head, rows } = kind === "sides" ? sidesTable(t, data) : spreadTable(t, data);
  return { head, rows: [...rows, ...compareNotes(t, data).map((note) => [note])] };
};

const pagePicture = (t: TFunction, sheet: CompareSheet, data: Comparison): string => {
  const { view, measure } = data.query;
  const kind = byIndicator(data);
  const texts = {
    title: `${kind === "spread" ? t(`comparing:caption.spread.${measure}`) : sheet.caption} ${data.statisticsYear}`,
    notes: compareNotes(t, data),
    unpublished: t("province:compare.unpublished"),
    key: t(`comparing:key.${kind ?? view}`),
  };
  if (kind === "sides") return sidesPicture(t, data, texts);
  if (kind === "spread") return spreadPicture(t, data, texts);
  const marked = (row: CountyComparisonRow): string => markWords(t, data.sides, data.own, row);
  return comparePicture(view, sheet, data.rows, { marked, sides: data.sides, own: data.own }, texts);
};

/** Exactly what stands on the page, as .csv, .xlsx or a picture (.svg). */
export const compareFile = async (context: AppLoadContext, request: Request): Promise<Response> => {
  const actor = requireActor(context, request);
  const data = await loadComparison(context, request, true);
  const { t } = translatorFor(context.locale);
  if (data === null) throw new Response(null, { status: 404 });
  const format = new URL(request.url).searchParams.get("format");
  const sheet = sheetOf(t, context.locale, data.query, data.statisticsYear, data);
  const name = `${t("province:compare.title")} ${t(`province:compare.view_name.${data.query.view}`)} ${data.statisticsYear}`;
  if (format === "svg") {
    const bytes = new TextEncoder().encode(pagePicture(t, sheet, data));
    return fileResponse({ fileName: `${name}.svg`, bytes, mediaType: "image/svg+xml" });
  }
  const file = await context.services.province.table(actor, format === "xlsx" ? "xlsx" : "csv", { name, ...pageTable(t, sheet, data) });
  return fileResponse(unwrap(file));
};
