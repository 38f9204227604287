import ExcelJS from "exceljs";
import { canonicalDataset } from "../canonical";
import type { CountyDataset, School } from "../contract";
import { codeListKeys, codeLists, labelOf } from "./code-lists";
import { writeGuide } from "./guide";
import {
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
import { bodyStyle, computedStyle, entryStyle, headingStyle, titleStyle } from "./styles";
import { validationOf } from "./validation";

/** Head of a county for an empty template. */
export interface CountyHead {
  readonly code: string;
  readonly name: string;
  readonly statisticsYear: number;
  readonly fiscalYear: number;
}

type CellValue = string | number | null;
type Row = ReadonlyMap<string, CellValue>;

const flatten = (prefix: string, value: unknown, into: Map<string, CellValue>): void => {
  if (typeof value === "string" || typeof value === "number" || value === null) into.set(prefix, value);
  else if (typeof value === "boolean") into.set(prefix, value ? "yes" : "no");
  else if (typeof value === "object") {
    for (const [key, member] of Object.entries(value)) flatten(prefix === "" ? key : `${prefix}.${key}`, member, into);
  }
};

const rowOf = (code: string, name: string, value: unknown, more: readonly (readonly [string, CellValue])[] = []): Row => {
  const row = new Map<string, CellValue>();
  flatten("", value, row);
  for (const [key, cell] of [["code", code] as const, ["name", name] as const, ...more]) row.set(key, cell);
  return row;
};

const countyRows = ({ births, ...head }: CountyHead & { readonly births: CountyDataset["county"]["births"] }): readonly Row[] => {
  const lines =
    births.length === 0
      ? [new Map<string, CellValue>()]
      : births.map(
          (entry) =>
            new Map<string, CellValue>([
              ["birthYear", entry.year],
              ["births", entry.births],
            ]),
        );
  const [first] = lines;
  if (first !== undefined) flatten("", head, first);
  return lines;
};

const schoolRow = ({
  pupils: _pupils,
  classes: _classes,
  teachers: _teachers,
  facilities: _facilities,
  history: _history,
  ...identity
}: School): Row => rowOf(identity.code, identity.name, identity);

const teacherRows = ({ code, name, teachers }: School): readonly Row[] =>
  (["primary", "junior"] as const).flatMap((stage) =>
    teachers[stage] === null ? [] : [rowOf(code, name, teachers[stage], [["stage", stage]])],
  );

const rowsOfSheet = (key: Exclude<SheetKey, "county">, schools: readonly School[]): readonly Row[] => {
  switch (key) {
    case "schools":
      return schools.map(schoolRow);
    case "pupils":
      return schools.map((school) => rowOf(school.code, school.name, school.pupils));
    case "classes":
      return schools.map((school) => rowOf(school.code, school.name, school.classes));
    case "teachers":
      return schools.flatMap(teacherRows);
    case "facilities":
      return schools.map((school) => rowOf(school.code, school.name, school.facilities));
    case "history":
      return schools.flatMap((school) => school.history.map((past) => rowOf(school.code, school.name, past)));
  }
};

const totalOf = (layout: SheetLayout, row: Row, from: string, to: string): number | "" => {
  const first = columnNumber(layout.key, from);
  const parts = layout.columns.slice(first - 1, columnNumber(layout.key, to)).map(({ key }) => row.get(key) ?? null);
  const known = parts.filter((part) => typeof part === "number");
  return known.length === 0 ? "" : known.reduce((total, part) => total + part, 0);
};

const computedCell = (layout: SheetLayout, { cell }: ColumnLayout, row: Row | null, number: number): ExcelJS.CellFormulaValue => {
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
  if (!isEntry(entry)) return computedCell(layout, entry, row, number);
  const value = row?.get(entry.key) ?? null;
  return entry.cell.kind === "choice" && value !== null ? labelOf(entry.cell.list, String(value)) : value;
};

/** Rules of whole ranges, which the library has but its types do not show. */
const rulesOf = (sheet: ExcelJS.Worksheet): { readonly add: (range: string, rule: ExcelJS.DataValidation) => void } =>
  (sheet as ExcelJS.Worksheet & { readonly dataValidations: { readonly add: (range: string, rule: ExcelJS.DataValidation) => void } })
    .dataValidations;

const writeSheet = (workbook: ExcelJS.Workbook, layout: SheetLayout, rows: readonly Row[]): void => {
  const sheet = workbook.addWorksheet(layout.name, {
    views: [{ state: "frozen", xSplit: layout.key === "county" ? 0 : 2, ySplit: headingRow }],
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
    const last = firstDataRow + rows.length + (isEntry(entry) ? 0 : spareRows) - 1;
    for (let number = firstDataRow; number <= last; number += 1) {
      const value = cellValue(layout, entry, rows[number - firstDataRow] ?? null, number);
      if (value !== null) sheet.getCell(number, index + 1).value = value;
    }
  }
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

const workbookBytes = async (
  head: CountyHead,
  births: CountyDataset["county"]["births"],
  schools: readonly School[],
): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "衡策";
  writeGuide(workbook.addWorksheet(guideSheetName), head);
  for (const key of sheetOrder)
    writeSheet(workbook, sheets[key], key === "county" ? countyRows({ ...head, births }) : rowsOfSheet(key, schools));
  writeCodes(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

/** The county workbook (.xlsx): filled from a dataset, or empty but for the head of the county. Importing a filled one again changes nothing. */
export const writeCountyWorkbook = async (content: CountyDataset | CountyHead): Promise<Uint8Array> => {
  if (!("format" in content)) return workbookBytes(content, [], []);
  const { county, schools } = canonicalDataset(content);
  const { births, ...head } = county;
  return workbookBytes(head, births, schools);
};
