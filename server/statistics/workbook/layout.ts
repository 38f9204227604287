import type { SchoolSource } from "../contract";
import type { CellKind, ColumnLayout } from "./columns";
import { furtherCountySheets } from "./layout-county";
import { furtherSchoolSheets } from "./layout-further";
import { coreSheets, type SheetOutline } from "./layout-schools";

/**
 * The county workbook, declared once: writing, reading, cell addresses and the sheet 填表说明 all
 * follow from the declarations in `layout-*.ts`. Row 1 of a sheet is its title, row 2 its headings,
 * data start in row 3.
 */
export type { CellKind, ColumnLayout };

export type CoreSheetKey = keyof typeof coreSheets;
export type FurtherSheetKey = keyof typeof furtherSchoolSheets | keyof typeof furtherCountySheets;
export type SheetKey = CoreSheetKey | FurtherSheetKey;

export interface SheetLayout extends SheetOutline {
  readonly key: SheetKey;
  /** False for the sheets that a workbook may leave out. */
  readonly required: boolean;
}

export const guideSheetName = "填表说明";
export const codeSheetName = "代码";
export const headingRow = 2;
export const firstDataRow = 3;
/** Rows prepared with drop-downs and formulas beyond the data. */
export const spareRows = 150;

export const coreSheetKeys: readonly CoreSheetKey[] = ["county", "schools", "pupils", "classes", "teachers", "facilities", "history"];
export const furtherSheetKeys: readonly FurtherSheetKey[] = [
  "classSizes",
  "rooms",
  "conditions",
  "staff",
  "money",
  "quality",
  "retention",
  "basic",
  "totals",
  "lineage",
  "countyFacts",
  "statements",
  "monitoring",
  "survey",
  "growth",
  "reported",
];
export const sheetOrder: readonly SheetKey[] = [...coreSheetKeys, ...furtherSheetKeys];

const outlines: Readonly<Record<SheetKey, SheetOutline>> = { ...coreSheets, ...furtherSchoolSheets, ...furtherCountySheets };
const layoutOf = (key: SheetKey): SheetLayout => ({ key, required: Object.hasOwn(coreSheets, key), ...outlines[key] });
// Object.fromEntries forgets the keys that sheetOrder lists.
export const sheets = Object.fromEntries(sheetOrder.map((key) => [key, layoutOf(key)])) as Readonly<Record<SheetKey, SheetLayout>>;

/** Heading as it stands in the workbook: `教学仪器设备值(万元)`. */
export const headingText = ({ heading, unit }: Pick<ColumnLayout, "heading" | "unit">): string =>
  unit === null ? heading : `${heading}(${unit})`;

/** True for the columns that a person fills in (white). */
export const isEntry = ({ cell }: ColumnLayout): boolean => cell.kind !== "total" && cell.kind !== "schoolName" && cell.kind !== "printed";

/** 1-based column number of a key in the sheet as we write it. */
export const columnNumber = (sheet: SheetKey, key: string): number => sheets[sheet].columns.findIndex((entry) => entry.key === key) + 1;

/** 1 → A, 27 → AA. */
export const columnLetters = (number: number): string => {
  let rest = number;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
};

/** Key under which sources hold the rows of the county's own facts, beside the schools by their codes. */
export const countySourceKey = "@county";

/** Source key of a column that stands elsewhere than in our layout. */
export const movedColumnKey = (sheet: SheetKey, key: string): string => `${sheet}@${key}`;

/** Source key of a school's or the county's row: `pupils`, `teachers.primary`, `lineage.0`, `facts.rotated`. */
export const sourceKeyOf = (sheet: SheetKey, part: string | number | null): string => {
  const { rows } = sheets[sheet];
  if (rows.kind === "items") return String(part);
  return part === null || !("base" in rows) || rows.kind === "school" ? sheet : `${rows.base}.${part}`;
};

interface Place {
  readonly sheet: SheetKey;
  readonly rowKey: string;
  readonly field: string;
}

const below = (base: string, path: string): string | null => {
  if (base === "") return path;
  return path.startsWith(`${base}.`) ? path.slice(base.length + 1) : null;
};

const holds = (sheet: SheetKey, field: string): boolean =>
  sheets[sheet].columns.some((entry) => isEntry(entry) && (entry.key === field || entry.key.startsWith(`${field}.`)));

/** Place of a path in a sheet; a list of cells (`classSizes.primary`) is the row without a field. */
const placeIn = (sheet: SheetKey, path: string): Place | null => {
  const { rows } = sheets[sheet];
  if (rows.kind === "items") return rows.items.some((entry) => entry.path === path) ? { sheet, rowKey: path, field: "value" } : null;
  if (rows.kind === "county") {
    const [, index = "", field = ""] = /^births\.(\d+)\.(year|births)$/u.exec(path) ?? [];
    if (index !== "") return { sheet, rowKey: `births.${index}`, field: field === "year" ? "birthYear" : field };
    return holds(sheet, path) ? { sheet, rowKey: sheet, field: path } : null;
  }
  const field = below(rows.base, path);
  if (field === null) return null;
  if (rows.kind === "school") return holds(sheet, field) ? { sheet, rowKey: sheet, field } : null;
  const [part = "", ...rest] = field.split(".");
  return { sheet, rowKey: `${rows.base}.${part}`, field: rest.join(".") };
};

const schoolSheets = sheetOrder.filter((key) => sheets[key].rows.kind.startsWith("school"));
const countySheets = sheetOrder.filter((key) => !schoolSheets.includes(key));

const firstPlace = (keys: readonly SheetKey[], path: string): Place | null => {
  for (const key of keys) {
    const place = placeIn(key, path);
    if (place !== null) return place;
  }
  return null;
};

const countyPath = (path: string): string => (path.startsWith("county.") ? path.slice("county.".length) : path);
const countyPlace = (path: string): Place | null => {
  const inner = countyPath(path);
  if (inner.startsWith("vetoes.")) return { sheet: "statements", rowKey: inner, field: "value" };
  return firstPlace(countySheets, inner);
};

/** Sheet that a school's figure stands in, by its dotted dataset path. */
export const sheetOfPath = (path: string): SheetKey => firstPlace(schoolSheets, path)?.sheet ?? "schools";
/** Sheet that a figure of the county stands in, by its dotted path in the county. */
export const sheetOfCountyPath = (path: string): SheetKey => countyPlace(path)?.sheet ?? "county";

const addressOf = (source: SchoolSource, { sheet, rowKey, field }: Place): string | null => {
  const row = Object.hasOwn(source, rowKey) ? source[rowKey] : undefined;
  if (typeof row !== "number") return null;
  const at = ({ key }: ColumnLayout): string => {
    const moved = movedColumnKey(sheet, key);
    const number = Object.hasOwn(source, moved) ? source[moved] : undefined;
    return `${columnLetters(typeof number === "number" ? number : columnNumber(sheet, key))}${row}`;
  };
  // The list of a whole row (`classSizes.primary`) is the range of its numbered columns.
  const wanted = ({ key }: ColumnLayout): boolean => (field === "" ? /^\d+$/u.test(key) : key === field || key.startsWith(`${field}.`));
  const columns = sheets[sheet].columns.filter((entry) => isEntry(entry) && wanted(entry));
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return null;
  return `${sheets[sheet].name}!${first === last ? at(first) : `${at(first)}:${at(last)}`}`;
};

/** Cells of official forms are held as text under their path. */
const quotedCell = (source: SchoolSource, path: string): string | null =>
  Object.hasOwn(source, `=${path}`) ? String(source[`=${path}`]) : null;

/**
 * Cell of a school's figure, `path` as in the dataset: `teachers.primary.backbone` → `教师!F14`. A path
 * to a list of grades answers with the range (`学生!C14:H14`). Null when the figure came from no cell.
 */
export const cellAddress = (source: SchoolSource, path: string): string | null => {
  const place = firstPlace(schoolSheets, path);
  return quotedCell(source, path) ?? (place === null ? null : addressOf(source, place));
};

/** Cell of a figure of the county: `facts.rotated` → `县级填报!C10`. `source` is the one held under `countySourceKey`. */
export const countyCellAddress = (source: SchoolSource, path: string): string | null => {
  const place = countyPlace(path);
  return quotedCell(source, countyPath(path)) ?? (place === null ? null : addressOf(source, place));
};

const headingAt = ({ sheet, field }: Place): string | null => {
  const found = sheets[sheet].columns.find(({ key }) => key === field);
  return found === undefined ? null : headingText(found);
};

/** Heading under which a school's figure stands in the workbook; the path itself when it stands nowhere. */
export const headingOfPath = (path: string): string => {
  const place = firstPlace(schoolSheets, path);
  return (place === null ? null : headingAt(place)) ?? path;
};

/** Heading or item under which a figure of the county stands in the workbook. */
export const headingOfCountyPath = (path: string): string => {
  const place = countyPlace(path);
  if (place === null) return path;
  const { rows } = sheets[place.sheet];
  const item = rows.kind === "items" ? rows.items.find((entry) => entry.path === place.rowKey) : undefined;
  return item === undefined ? (headingAt(place) ?? path) : headingText({ heading: item.label, unit: item.unit });
};
