import ExcelJS from "exceljs";
import { canonicalDataset } from "../canonical";
import type { CountyDataset } from "../contract";
import { unreportedCounty } from "../facts-contract";
import { codeListKeys, codeLists, labelOf } from "./code-lists";
import { yesNo } from "./columns";
import { writeGuide } from "./guide";
import {
  type CellKind,
  type ColumnLayout,
  codeSheetName,
  columnLetters,
  columnNumber,
  firstDataRow,
  guideSheetName,
  headingRow,
  headingText,
  isEntry,
  type SheetKey,
  type SheetLayout,
  sheetOrder,
  sheets,
  spareRows,
} from "./layout";
import { type Row, rowsOfSheet } from "./sheet-rows";
import { bodyStyle, computedStyle, entryStyle, headingStyle, titleStyle } from "./styles";
import { validationOf } from "./validation";

/** Head of a county for an empty template. */
export interface CountyHead {
  readonly code: string;
  readonly name: string;
  readonly statisticsYear: number;
  readonly fiscalYear: number;
}

const totalOf = (layout: SheetLayout, row: Row, from: string, to: string): number | "" => {
  const first = columnNumber(layout.key, from);
  const parts = layout.columns.slice(first - 1, columnNumber(layout.key, to)).map(({ key }) => row.get(key) ?? null);
  const known = parts.filter((part) => typeof part === "number");
  return known.length === 0 ? "" : known.reduce((total, part) => total + part, 0);
};

const computedCell = (layout: SheetLayout, cell: CellKind, row: Row | null, number: number): ExcelJS.CellFormulaValue => {
  if (cell.kind === "total") {
    const range = `${columnLetters(columnNumber(layout.key, cell.from))}${number}:${columnLetters(columnNumber(layout.key, cell.to))}${number}`;
    return { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, result: row === null ? "" : totalOf(layout, row, cell.from, cell.to) };
  }
  const name = row?.get("name");
  return {
    formula: `IF(A${number}="","",IFERROR(VLOOKUP(A${number},'${sheets.schools.name}'!$A:$B,2,FALSE),""))`,
    result: typeof name === "string" ? name : "",
  };
};

const cellValue = (layout: SheetLayout, entry: ColumnLayout, row: Row | null, number: number): ExcelJS.CellValue => {
  const { cell } = entry;
  if (cell.kind === "total" || cell.kind === "schoolName") return computedCell(layout, cell, row, number);
  const value = row?.get(entry.key) ?? null;
  return cell.kind === "choice" && value !== null ? labelOf(cell.list, String(value)) : value;
};

/** What may stand in the value cell of each item is said cell by cell. */
const writeItemRules = (sheet: ExcelJS.Worksheet, { columns, rows }: SheetLayout, lines: readonly Row[]): void => {
  if (rows.kind !== "items") return;
  const valueColumn = columns.findIndex(({ key }) => key === "value") + 1;
  for (const [offset, line] of lines.entries()) {
    const label = line.get("item");
    const asked = rows.items.find((item) => item.label === label) ?? null;
    const cell = sheet.getCell(firstDataRow + offset, valueColumn);
    cell.style = entryStyle(asked?.cell ?? yesNo);
    const validation = validationOf({ cell: asked?.cell ?? yesNo, heading: String(label), unit: asked?.unit ?? null });
    if (validation !== null) cell.dataValidation = validation;
  }
};

/** Rules of whole ranges, which the library has but its types do not show. */
const rulesOf = (sheet: ExcelJS.Worksheet): { readonly add: (range: string, rule: ExcelJS.DataValidation) => void } =>
  (sheet as ExcelJS.Worksheet & { readonly dataValidations: { readonly add: (range: string, rule: ExcelJS.DataValidation) => void } })
    .dataValidations;

const writeSheet = (workbook: ExcelJS.Workbook, layout: SheetLayout, rows: readonly Row[]): void => {
  const sheet = workbook.addWorksheet(layout.name, {
    views: [{ state: "frozen", xSplit: layout.rows.kind.startsWith("school") ? 2 : 0, ySplit: headingRow }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `1:${headingRow}` },
  });
  for (const [index, entry] of layout.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = entry.width;
    // Cells made later take over the column's style.
    column.style = isEntry(entry) ? entryStyle(entry.cell) : computedStyle;
    const heading = sheet.getCell(headingRow, index + 1);
    heading.value = headingText(entry);
    heading.style = headingStyle;
    const validation = validationOf(entry);
    const letters = columnLetters(index + 1);
    if (validation !== null)
      rulesOf(sheet).add(`${letters}${firstDataRow}:${letters}${firstDataRow + rows.length + spareRows - 1}`, validation);
    const computed = entry.cell.kind === "total" || entry.cell.kind === "schoolName";
    const last = firstDataRow + rows.length + (computed ? spareRows : 0) - 1;
    for (let number = firstDataRow; number <= last; number += 1) {
      const value = cellValue(layout, entry, rows[number - firstDataRow] ?? null, number);
      if (value !== null) sheet.getCell(number, index + 1).value = value;
    }
  }
  writeItemRules(sheet, layout, rows);
  sheet.getRow(headingRow).height = 34;
  sheet.getCell("A1").value = layout.title;
  sheet.getCell("A1").style = titleStyle;
};

const writeCodes = (workbook: ExcelJS.Workbook): void => {
  const sheet = workbook.addWorksheet(codeSheetName, { views: [{ state: "frozen", ySplit: 1 }] });
  for (const [index, key] of codeListKeys.entries()) {
    const { heading, items } = codeLists[key];
    const column = sheet.getColumn(index + 1);
    column.width = 22;
    for (const [offset, text] of [heading, ...items.map(({ label }) => label)].entries()) {
      const cell = sheet.getCell(offset + 1, index + 1);
      cell.value = text;
      cell.style = offset === 0 ? headingStyle : bodyStyle;
    }
  }
};

const workbookBytes = async (head: CountyHead, rowsOf: (sheet: SheetKey) => readonly Row[]): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "衡策";
  writeGuide(workbook.addWorksheet(guideSheetName), head);
  for (const key of sheetOrder) writeSheet(workbook, sheets[key], rowsOf(key));
  writeCodes(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** The county workbook (.xlsx): filled from a dataset, or empty but for the head of the county. Importing a filled one again changes nothing. */
export const writeCountyWorkbook = async (content: CountyDataset | CountyHead): Promise<Uint8Array> => {
  if (!("format" in content)) {
    const county = { ...content, births: [], ...unreportedCounty() };
    return workbookBytes(content, (sheet) => rowsOfSheet(sheet, { county, schools: [] }));
  }
  const dataset = canonicalDataset(content);
  return workbookBytes(dataset.county, (sheet) => rowsOfSheet(sheet, dataset));
};
