import type { CellIssue, School, SchoolSource } from "./contract";
import type { ImportedFile } from "./import-contract";
import { cellAddress, countyCellAddress, countySourceKey, type SheetKey, sheetOfCountyPath, sheetOfPath, sheets } from "./workbook/layout";

type Severity = CellIssue["severity"];
type Params = CellIssue["params"];

/** Files complaints of the logic checks under their sheet and, when known, their cell. */
export interface CheckReporter {
  /** `path` is the dotted path in the county that the reader should look at; null for the sheet 县区. */
  readonly county: (severity: Severity, key: string, path: string | null, params?: Params) => void;
  /** `path` is the dotted dataset path in the school that the reader should look at. */
  readonly school: (severity: Severity, key: string, school: School, path: string, params?: Params) => void;
  readonly sheet: (severity: Severity, key: string, sheet: SheetKey, params: Params) => void;
  /** `教师!D14`, or the name of the sheet when the cell is not known. */
  readonly cellOf: (school: School, path: string) => string;
  readonly countyCellOf: (path: string) => string;
}

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

interface CellPlace {
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string | null;
}

/** `教师!D14` taken apart; the sheet alone when no cell is known. */
const placeOf = (address: string | null, sheet: SheetKey): CellPlace => {
  if (address === null) return { sheet: sheets[sheet].name, row: null, cell: null };
  const mark = address.indexOf("!");
  const cell = address.slice(mark + 1);
  return { sheet: address.slice(0, mark), row: Number(rowNumber.exec(cell)?.[1] ?? 0) || null, cell };
};

export const reporter = (sources: Readonly<Record<string, SchoolSource>>, add: (issue: CellIssue) => void): CheckReporter => {
  const sourceOf = (key: string): SchoolSource => (Object.hasOwn(sources, key) ? (sources[key] ?? {}) : {});
  const addressOf = (school: School, path: string): string | null => cellAddress(sourceOf(school.code), path);
  const countyAddressOf = (path: string): string | null => countyCellAddress(sourceOf(countySourceKey), path);
  const file = (severity: Severity, key: string, place: CellPlace, params: Params): void =>
    add({
      severity,
      ...place,
      message: `checks.${key}`,
      params: { sheet: place.sheet, place: place.cell === null ? "" : ` ${place.cell}`, ...params },
    });
  return {
    county: (severity, key, path, params = {}) => {
      const place = path === null ? placeOf(null, "county") : placeOf(countyAddressOf(path), sheetOfCountyPath(path));
      file(severity, key, place, { ...(path === null ? {} : { path }), ...params });
    },
    school: (severity, key, school, path, params = {}) =>
      file(severity, key, placeOf(addressOf(school, path), sheetOfPath(path)), {
        school: school.name,
        code: school.code,
        path,
        ...params,
      }),
    sheet: (severity, key, sheet, params) => file(severity, key, placeOf(null, sheet), params),
    cellOf: (school, path) => addressOf(school, path) ?? sheets[sheetOfPath(path)].name,
    countyCellOf: (path) => countyAddressOf(path) ?? sheets[sheetOfCountyPath(path)].name,
  };
};

const firstRow = /^[A-Z]{1,3}(\d+)/u;

/** Complaints of the logic checks name a cell as `file sheet`; here the two come apart again, and a sum of cells stands at its first. */
export const inFiles = (checks: readonly CellIssue[], files: readonly ImportedFile[]): readonly CellIssue[] =>
  checks.map((issue) => {
    const file = files.find(({ name }) => issue.sheet.startsWith(`${name} `))?.name;
    if (file === undefined) return issue;
    const row = issue.cell === null ? issue.row : Number(firstRow.exec(issue.cell)?.[1] ?? 0) || issue.row;
    return { ...issue, file, sheet: issue.sheet.slice(file.length + 1), row };
  });
