import { appError, isAppError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import type { CellIssue } from "../contract";
import type { ImportedFile } from "../import-contract";
import type { SheetKey } from "../workbook/layout";
import { sheets } from "../workbook/layout";
import { type ParsedWorkbook, readSheets } from "../workbook/read";
import { type Book, coreSheetsIn, isBroken, isRenamedWorkbook, tryOpenBook, workbookOf, workbookSheetOf } from "./books";
import type { ImportContext, ImportRefusal, ParsedImport } from "./context";
import { expandFiles, type UploadFile } from "./file-set";
import { readForms } from "./read-forms";

type Read = Result<ParsedImport, ImportRefusal>;

const fileIssue = (key: string, file: string, params: CellIssue["params"] = {}): CellIssue => ({
  severity: "error",
  file,
  sheet: "",
  row: null,
  cell: null,
  message: `checks.${key}`,
  params: { file, ...params },
});

/** Complaints of one file's workbook, under the name of the file. */
const named = (read: Result<ParsedWorkbook, ImportRefusal>, files: readonly ImportedFile[]): Read => {
  if (read.ok) return ok({ ...read.value, files });
  return err(read.error);
};

const readWorkbook = (book: Book): Read => {
  const read = readSheets(book.xlsx);
  const file: ImportedFile = {
    name: book.file,
    kind: "countyWorkbook",
    about: "",
    schools: read.ok ? read.value.dataset.schools.length : 0,
  };
  return named(read, [file]);
};

const readCsvWorkbook = (parts: ReadonlyMap<SheetKey, Book>): Read => {
  const read = readSheets(workbookOf(parts));
  const byName = new Map([...parts].map(([key, book]) => [sheets[key].name, book.file]));
  const files = [...parts].map(([key, { file }]): ImportedFile => ({ name: file, kind: "csvSheet", about: sheets[key].name, schools: 0 }));
  if (read.ok || isAppError(read.error)) return named(read, files);
  return err(read.error.map((issue) => ({ ...issue, file: byName.get(issue.sheet) })));
};

/** CSV files by the sheet they hold; two of one sheet are refused. */
const csvSheets = (books: readonly Book[]): Result<ReadonlyMap<SheetKey, Book>, readonly CellIssue[]> => {
  const parts = new Map<SheetKey, Book>();
  for (const book of books) {
    const key = workbookSheetOf(book);
    if (key === null) continue;
    const first = parts.get(key);
    if (first !== undefined) return err([fileIssue("sheetTwice", book.file, { about: sheets[key].name, other: first.file })]);
    parts.set(key, book);
  }
  return ok(parts);
};

const readBooks = async (books: readonly Book[], others: readonly string[], context: () => Promise<ImportContext>): Promise<Read> => {
  const [first, second] = books;
  const workbooks = books.filter((book) => coreSheetsIn(book) >= 2 || isRenamedWorkbook(book));
  const [workbook, another] = workbooks;
  if (workbook !== undefined) {
    if (another !== undefined) return err([fileIssue("workbookTwice", another.file, { other: workbook.file })]);
    const stranger = books.find((book) => book !== workbook);
    return stranger === undefined
      ? readWorkbook(workbook)
      : err([fileIssue("workbookWithOthers", stranger.file, { other: workbook.file })]);
  }
  const parts = csvSheets(books);
  if (!parts.ok) return parts;
  if (parts.value.has("county")) {
    const stranger = books.find((book) => ![...parts.value.values()].includes(book));
    return stranger === undefined
      ? readCsvWorkbook(parts.value)
      : err([fileIssue("workbookWithOthers", stranger.file, { other: parts.value.get("county")?.file ?? "" })]);
  }
  const forms = await readForms(books, others, context);
  if (forms !== null) return forms;
  // A single workbook that is nothing known is answered with the sheets that ours would have.
  return first !== undefined && second === undefined && !first.isCsv
    ? readWorkbook(first)
    : err(appError("upload_wrong_template", { missing: sheets.county.name }));
};

/**
 * Reads whatever a county uploads: its workbook, the workbook's sheets as CSV, official returns and
 * exports of the statistics, several files or a zip of them. What a file is follows from its content.
 */
export const readImport = async (files: readonly UploadFile[], context: () => Promise<ImportContext>): Promise<Read> => {
  const expanded = await expandFiles(files);
  if (!expanded.ok) return expanded;
  const books: Book[] = [];
  const others: string[] = [];
  const broken: CellIssue[] = [];
  const single = expanded.value.length === 1;
  for (const file of expanded.value) {
    const opened = await tryOpenBook(file);
    if (opened.ok && opened.value !== null) books.push(opened.value);
    else if (opened.ok) others.push(file.fileName);
    else if (single) return err(opened.error === "broken" ? appError("upload_unreadable") : opened.error);
    else broken.push(fileIssue("fileInSetUnreadable", file.fileName));
  }
  if (broken.length > 0) return err(broken);
  if (books.length === 0) return err(appError("upload_not_workbook"));
  try {
    return await readBooks(books, others, context);
  } catch (error) {
    if (isBroken(error)) return err(appError("upload_unreadable"));
    throw error;
  }
};
