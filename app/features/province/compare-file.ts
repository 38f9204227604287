import type { AppLoadContext } from "@remix-run/node";
import type { TableRequest } from "@server/province/contract";
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
    head: [...files.map(({ head }) => head), t("comparing:own.mark")],
    rows: [
      ...data.rows.map((row) => [...files.map(({ value }) => value(row)), row.countyCode === data.own ? t("comparing:own.mark") : null]),
      ...sums,
      ...compareNotes(t, data).map((note) => [null, note]),
    ],
  };
};

/** Small charts of indicators instead of counties. */
const bySpread = ({ view, by }: Comparison["query"]): boolean => view === "multiples" && by === "indicator";

const pageTable = (t: TFunction, sheet: CompareSheet, data: Comparison): Omit<TableRequest, "name"> => {
  if (!bySpread(data.query)) return fileTable(t, sheet, data);
  const { head, rows } = spreadTable(t, data.rows, data.own, data.query.measure);
  return { head, rows: [...rows, ...compareNotes(t, data).map((note) => [note])] };
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
    const spread = bySpread(data.query);
    const texts = {
      title: `${spread ? t(`comparing:caption.spread.${data.query.measure}`) : sheet.caption} ${data.statisticsYear}`,
      notes: compareNotes(t, data),
      own: t("comparing:own.mark"),
      unpublished: t("province:compare.unpublished"),
      key: t(`comparing:key.${spread ? "spread" : data.query.view}`),
    };
    const picture = spread
      ? spreadPicture(t, data.rows, data.own, data.query.measure, texts)
      : comparePicture(data.query.view, sheet, data.rows, data.own, texts);
    return fileResponse({ fileName: `${name}.svg`, bytes: new TextEncoder().encode(picture), mediaType: "image/svg+xml" });
  }
  const file = await context.services.province.table(actor, format === "xlsx" ? "xlsx" : "csv", { name, ...pageTable(t, sheet, data) });
  return fileResponse(unwrap(file));
};
