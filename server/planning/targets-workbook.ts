import { spreadsheetText } from "@server/kernel/spreadsheet-text";
import ExcelJS from "exceljs";
import type { TargetSheet } from "./targets-contract";

const thin = { style: "thin" } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** The table in its official layout: title across, head on every page, groups merged, A4 across. */
export const targetsWorkbook = async ({ name, title, note, head, rows }: TargetSheet): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 31), {
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "3:3" },
    views: [{ state: "frozen", xSplit: 3, ySplit: 3 }],
  });
  const last = head.length;
  sheet.addRow([spreadsheetText(title)]).font = { name: "方正小标宋简体", size: 16 };
  sheet.addRow([spreadsheetText(note)]).font = { name: "仿宋", size: 10 };
  for (const line of [1, 2]) sheet.mergeCells(line, 1, line, last);
  sheet.getCell(1, 1).alignment = { horizontal: "center" };
  sheet.addRow(head.map(spreadsheetText)).font = { name: "黑体", size: 10 };
  for (const row of rows) sheet.addRow(row.map(spreadsheetText)).font = { name: "仿宋", size: 10 };
  const first = 4;
  for (const [index, row] of rows.entries()) {
    if (index > 0 && rows[index - 1]?.[0] === row[0]) continue;
    const length = rows.slice(index).findIndex((one) => one[0] !== row[0]);
    sheet.mergeCells(first + index, 1, first + (length < 0 ? rows.length : index + length) - 1, 1);
  }
  for (let line = 3; line < first + rows.length; line++)
    for (let column = 1; column <= last; column++) {
      const cell = sheet.getCell(line, column);
      cell.border = border;
      cell.alignment = { vertical: "middle", horizontal: column === 3 ? "left" : "center", wrapText: true };
    }
  for (const [index] of head.entries()) sheet.getColumn(index + 1).width = [10, 6, 40][index] ?? 13;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
