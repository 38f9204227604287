import type { AppError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { foldText } from "../workbook/code-lists";
import { coreSheetKeys, headingText, type SheetKey, sheetOrder, sheets } from "../workbook/layout";
import { openXlsx, type RawRow, type Xlsx } from "../workbook/xlsx";
import { MalformedWorkbook } from "../workbook/xml";
import { isZip, unpackWorkbook } from "../workbook/zip-guard";
import { csvRows, csvText } from "./csv";
import type { UploadFile } from "./file-set";

/** One readable file of an upload. A CSV is a book of one sheet. */
export interface Book {
  readonly file: string;
  readonly xlsx: Xlsx;
  readonly isCsv: boolean;
}

const stem = (fileName: string): string => fileName.replace(/\.[^.]*$/u, "").slice(0, 31) || "CSV";

/** Opens a file by its content: a workbook, or text in UTF-8 or GB18030. `null`: neither. */
export const openBook = async ({ fileName, bytes }: UploadFile): Promise<Result<Book | null, AppError>> => {
  if (isZip(bytes)) {
    const parts = await unpackWorkbook(bytes);
    return parts.ok ? ok({ file: fileName, xlsx: openXlsx(parts.value), isCsv: false }) : parts;
  }
  const text = bytes.byteLength === 0 ? null : csvText(bytes);
  if (text === null) return ok(null);
  return ok({ file: fileName, xlsx: { sheetNames: [stem(fileName)], rows: () => csvRows(text) }, isCsv: true });
};

/** True for what a broken file throws while it is read. */
export const isBroken = (error: unknown): boolean => error instanceof MalformedWorkbook || error instanceof RangeError;

/** As `openBook`; a file that breaks while it is opened is one that cannot be read. */
export const tryOpenBook = async (file: UploadFile): Promise<Result<Book | null, AppError | "broken">> => {
  try {
    return await openBook(file);
  } catch (error) {
    if (isBroken(error)) return err("broken");
    throw error;
  }
};

/** Number of required sheets of the county workbook that a book holds by their names. */
export const coreSheetsIn = ({ xlsx, isCsv }: Book): number => {
  const names = new Set(xlsx.sheetNames.map(foldText));
  return isCsv ? 0 : coreSheetKeys.filter((key) => names.has(foldText(sheets[key].name))).length;
};

const headingSearchRows = 12;
/** Share of equal headings from which a CSV is taken for a sheet of the county workbook. */
const likeness = 0.75;

const folded = new Map(sheetOrder.map((key) => [key, new Set(sheets[key].columns.map((column) => foldText(headingText(column))))]));

const itemLabels = (key: SheetKey): ReadonlySet<string> => {
  const { rows } = sheets[key];
  return new Set(rows.kind === "items" ? rows.items.map(({ label }) => foldText(label)) : []);
};

const textsOf = (row: RawRow): readonly string[] =>
  [...row.cells.values()].flatMap((cell) => (cell.kind === "text" ? [foldText(cell.text)] : []));

/** Sheets of items share their headings: the items tell them apart. */
const byItems = (keys: readonly SheetKey[], rows: readonly RawRow[]): SheetKey | null => {
  const found = new Set(rows.flatMap(textsOf));
  const counted = keys
    .map((key) => [[...itemLabels(key)].filter((label) => found.has(label)).length, key] as const)
    .sort((a, b) => b[0] - a[0]);
  return counted[0] !== undefined && counted[0][0] > 0 ? counted[0][1] : null;
};

/** The sheet of the county workbook that a sheet is by its headings, whatever its name; null when it is none. */
const likeSheet = (xlsx: Xlsx, index: number): SheetKey | null => {
  const top: RawRow[] = [];
  for (const row of xlsx.rows(index)) {
    top.push(row);
    if (top.length >= 60) break;
  }
  for (const row of top.slice(0, headingSearchRows)) {
    const headings = new Set(textsOf(row));
    const scored = sheetOrder.map((key) => {
      const ours = folded.get(key) ?? new Set<string>();
      const shared = [...headings].filter((text) => ours.has(text)).length;
      return { key, score: shared / new Set([...headings, ...ours]).size };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    if (best < likeness) continue;
    const keys = scored.filter(({ score }) => score === best).map(({ key }) => key);
    return keys.length === 1 ? (keys[0] ?? null) : byItems(keys, top);
  }
  return null;
};

/** The sheet of the county workbook that a CSV holds; null when it is none. */
export const workbookSheetOf = ({ xlsx, isCsv }: Book): SheetKey | null => (isCsv ? likeSheet(xlsx, 0) : null);

/** True for a workbook with several sheets of ours under other names: it is a county workbook that cannot be read, no official form. */
export const isRenamedWorkbook = ({ xlsx, isCsv }: Book): boolean =>
  !isCsv && xlsx.sheetNames.filter((_, index) => likeSheet(xlsx, index) !== null).length >= 3;

/** CSV files as the sheets of one county workbook. */
export const workbookOf = (parts: ReadonlyMap<SheetKey, Book>): Xlsx => {
  const entries = [...parts];
  return {
    sheetNames: entries.map(([key]) => sheets[key].name),
    *rows(index) {
      const book = entries[index]?.[1];
      if (book !== undefined) yield* book.xlsx.rows(0);
    },
  };
};
