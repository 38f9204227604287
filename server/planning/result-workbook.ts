import { spreadsheetText } from "@server/kernel/spreadsheet-text";
import ExcelJS from "exceljs";
import type { ResultSheet } from "./result-sheet";

const thin = { style: "thin" } as const;
const headRow = 3;
const usualWidth = 12;

const plain = (cell: string | number | null): string | number | null => (typeof cell === "string" ? spreadsheetText(cell) : cell);

const writeSheet = (workbook: ExcelJS.Workbook, { name, title, note, head, widths, rows, decimals }: ResultSheet): void => {
  const sheet = workbook.addWorksheet(name.slice(0, 31), {
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
    },
    views: [{ state: "frozen", ySplit: headRow }],
  });
  sheet.addRow([plain(title)]).font = { name: "黑体", size: 14 };
  sheet.addRow([plain(note)]).font = { name: "仿宋", size: 10 };
  sheet.addRow(head.map(plain)).font = { name: "黑体", size: 10 };
  for (const row of rows) sheet.addRow(row.map(plain)).font = { name: "仿宋", size: 10 };
  for (let line = headRow; line <= headRow + rows.length; line += 1) {
    for (let column = 1; column <= head.length; column += 1) {
      const cell = sheet.getCell(line, column);
      const { value } = cell;
      cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      cell.alignment = { vertical: "middle", horizontal: typeof value === "number" ? "right" : "left", wrapText: true };
      if (typeof value === "number" && !Number.isInteger(value)) cell.numFmt = `0.${"0".repeat(decimals)}`;
    }
  }
  for (const [index] of head.entries()) sheet.getColumn(index + 1).width = widths[index] ?? usualWidth;
};

/** The sheets as a workbook for A4 across; figures keep all their digits behind those shown. */
export const resultWorkbook = async (sheets: readonly ResultSheet[]): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) writeSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
