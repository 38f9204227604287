import type ExcelJS from "exceljs";
import type { CellKind } from "./columns";

const solid = (argb: string): ExcelJS.Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const hairline: Partial<ExcelJS.Border> = { style: "thin", color: { argb: "FFC9D1DB" } };
const borders: Partial<ExcelJS.Borders> = { top: hairline, left: hairline, bottom: hairline, right: hairline };
const font: Partial<ExcelJS.Font> = { name: "宋体", size: 11, color: { argb: "FF1B2430" } };

/** Row 1 of a sheet. */
export const titleStyle: Partial<ExcelJS.Style> = { font: { ...font, size: 12, bold: true }, alignment: { vertical: "middle" } };
export const headingStyle: Partial<ExcelJS.Style> = {
  font: { ...font, bold: true },
  fill: solid("FFDDE3EA"),
  border: borders,
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
export const bodyStyle: Partial<ExcelJS.Style> = { font, border: borders, alignment: { vertical: "top", wrapText: true } };
/** Blue: computed, the import ignores it. */
export const computedStyle: Partial<ExcelJS.Style> = { font, fill: solid("FFE8EFF8"), border: borders };

const white: Partial<ExcelJS.Style> = { font, fill: solid("FFFFFFFF"), border: borders };
const wholeStyle: Partial<ExcelJS.Style> = { ...white, numFmt: "0" };
const amountStyle: Partial<ExcelJS.Style> = { ...white, numFmt: "0.00####" };
const shareStyle: Partial<ExcelJS.Style> = { ...white, numFmt: "0.00%" };
const textStyle: Partial<ExcelJS.Style> = { ...white, numFmt: "@" };

/** White: to be filled in. Codes are text cells, so that leading zeros stay. */
export const entryStyle = (cell: CellKind): Partial<ExcelJS.Style> => {
  if (cell.kind === "whole") return wholeStyle;
  if (cell.kind === "amount") return amountStyle;
  if (cell.kind === "share") return shareStyle;
  return textStyle;
};
