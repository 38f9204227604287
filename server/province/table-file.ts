import ExcelJS from "exceljs";
import type { TableFile, TableRequest } from "./contract";

type Cell = TableRequest["rows"][number][number];

/** A text that a spreadsheet would take for a formula, in either width. */
const formulaLike = /^[=+\-@\t\r＝＋－＠]/;

const csvCell = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formulaLike.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Text with a byte-order mark, so that spreadsheets read Chinese; missing figures are empty, never zero. */
const csvOf = ({ head, rows }: TableRequest): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`);

/** Cells are typed as texts and numbers, never as formulas. */
const workbookOf = async ({ name, head, rows }: TableRequest): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 31));
  sheet.addRow([...head]);
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: 1 }];
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** What stands in a table of a page, as a file. */
export const tableFile = async (format: "csv" | "xlsx", table: TableRequest): Promise<TableFile> => ({
  fileName: `${table.name}.${format}`,
  bytes: format === "csv" ? csvOf(table) : await workbookOf(table),
});
