import type { CellIssue, School, SchoolSource } from "./contract";
import { cellAddress, headingText, type SheetKey, sheetOfPath, sheets } from "./workbook/layout";

type Severity = CellIssue["severity"];
type Params = CellIssue["params"];

/** Files complaints of the logic checks under their sheet and, when known, their cell. */
export interface CheckReporter {
  readonly county: (severity: Severity, key: string, params: Params) => void;
  /** `path` is the dotted dataset path in the school that the reader should look at. */
  readonly school: (severity: Severity, key: string, school: School, path: string, params?: Params) => void;
  readonly sheet: (severity: Severity, key: string, sheet: SheetKey, params: Params) => void;
  /** `教师!D14`, or the name of the sheet when the cell is not known. */
  readonly cellOf: (school: School, path: string) => string;
}

/** Heading of a column as it stands in the workbook. */
export const headingAt = (sheet: SheetKey, key: string): string => {
  const column = sheets[sheet].columns.find((entry) => entry.key === key);
  return column === undefined ? key : headingText(column);
};

/** Σ of the cells, null when one is missing. */
export const total = (cells: readonly (number | null)[]): number | null => {
  let sum = 0;
  for (const cell of cells) {
    if (cell === null) return null;
    sum += cell;
  }
  return sum;
};

const rowNumber = /(\d+)$/u;

export const reporter = (sources: Readonly<Record<string, SchoolSource>>, add: (issue: CellIssue) => void): CheckReporter => {
  const addressOf = (school: School, path: string): string | null => {
    const source = Object.hasOwn(sources, school.code) ? sources[school.code] : undefined;
    return source === undefined ? null : cellAddress(source, path);
  };
  return {
    county: (severity, key, params) =>
      add({
        severity,
        sheet: sheets.county.name,
        row: null,
        cell: null,
        message: `checks.${key}`,
        params: { sheet: sheets.county.name, ...params },
      }),
    school: (severity, key, school, path, params = {}) => {
      const sheet = sheets[sheetOfPath(path)].name;
      const address = addressOf(school, path);
      const cell = address === null ? null : address.slice(address.indexOf("!") + 1);
      const row = cell === null ? null : Number(rowNumber.exec(cell)?.[1] ?? 0) || null;
      add({
        severity,
        sheet,
        row,
        cell,
        message: `checks.${key}`,
        params: { sheet, place: cell === null ? "" : ` ${cell}`, school: school.name, code: school.code, ...params },
      });
    },
    sheet: (severity, key, sheet, params) =>
      add({
        severity,
        sheet: sheets[sheet].name,
        row: null,
        cell: null,
        message: `checks.${key}`,
        params: { sheet: sheets[sheet].name, ...params },
      }),
    cellOf: (school, path) => addressOf(school, path) ?? sheets[sheetOfPath(path)].name,
  };
};
