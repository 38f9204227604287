import { spreadsheetText } from "@server/kernel/spreadsheet-text";
import ExcelJS from "exceljs";
import type { TableFile, TableRequest } from "./contract";

type Cell = TableRequest["rows"][number][number];

const csvCell = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = spreadsheetText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Text with a byte-order mark, so that spreadsheets read Chinese; missing figures are empty, never zero. */
const csvOf = ({ head, rows }: TableRequest): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`);

/** Places that a text takes: those beyond Latin-1 are twice as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > "\u00ff" ? 2 : 1), 0);

/** Wide enough for the longest cell of the column, a longer one wraps; a head of many signs alone makes no wide column. */
const columnWidth = (head: string, cells: readonly Cell[]): number => {
  const longest = Math.max(0, ...cells.map((cell) => (typeof cell === "number" ? 7 : cell === null ? 0 : widthOf(cell))));
  return Math.min(28, Math.max(8, longest + 2, Math.min(widthOf(head) + 2, 14)));
};

/** A3; the library names fewer sizes than there are. */
const a3: number = 8;

/** A3 landscape, as wide as the paper, the head on every page. */
const paper = { paperSize: a3, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" } as const;

/** Cells are typed as texts and numbers, never as formulas; numbers keep all their digits and show up to four. */
const workbookOf = async ({ name, head, rows }: TableRequest): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 31), { pageSetup: paper });
  sheet.addRow([...head]);
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).alignment = { wrapText: true, vertical: "middle" };
  for (const [place, text] of head.entries()) {
    const cells = rows.map((row) => row[place] ?? null);
    const column = sheet.getColumn(place + 1);
    column.width = columnWidth(text, cells);
    if (cells.some((cell) => typeof cell === "number" && !Number.isInteger(cell))) column.numFmt = "0.00##";
  }
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: 1 }];
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** What stands in a table of a page, as a file. */
export const tableFile = async (format: "csv" | "xlsx", table: TableRequest): Promise<TableFile> => ({
  fileName: `${table.name}.${format}`,
  bytes: format === "csv" ? csvOf(table) : await workbookOf(table),
});
