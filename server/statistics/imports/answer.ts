import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import ExcelJS from "exceljs";
import type { AnswerWords, UploadedFile } from "../import-contract";
import { foldText } from "../workbook/code-lists";
import { isZip, unpackWorkbook } from "../workbook/zip-guard";
import { csvRows, csvText } from "./csv";
import { expandFiles } from "./file-set";
import { zipOf } from "./zip-write";

/** A complaint in the reader's words, ready to be written into the files. */
export interface AnswerNote {
  readonly severity: "error" | "warning";
  /** Empty: about the only file, or about the upload as a whole. */
  readonly file: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string | null;
  readonly text: string;
}

export interface AnswerRequest {
  readonly files: readonly UploadedFile[];
  readonly notes: readonly AnswerNote[];
  readonly words: AnswerWords;
}

const red: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF8C9C4" } };
const yellow: ExcelJS.Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF1C2" } };
const fillOf = (severity: AnswerNote["severity"]): ExcelJS.Fill => (severity === "error" ? red : yellow);

const cellPattern = /^[A-Z]{1,3}[1-9]\d{0,6}/u;
/** Excel shows no longer comment in one box. */
const maxComment = 1000;
const maxCellText = 30_000;
/** Annotated cells of one answer; the list holds all complaints. */
const maxRow = 1_048_576;

const mark = (cell: ExcelJS.Cell, severity: AnswerNote["severity"]): void => {
  // Cells of one row share the object of their style: a changed copy keeps the others as they are.
  cell.style = { ...cell.style, fill: fillOf(severity) };
};

const annotate = (sheet: ExcelJS.Worksheet, notes: readonly AnswerNote[], words: AnswerWords): void => {
  const column = sheet.columnCount + 1;
  const rows = new Map<number, AnswerNote[]>();
  const cells = new Map<string, AnswerNote[]>();
  for (const note of notes) {
    const address = note.cell === null ? undefined : cellPattern.exec(note.cell)?.[0];
    if (address !== undefined) cells.set(address, [...(cells.get(address) ?? []), note]);
    const row = note.row ?? 1;
    if (row <= maxRow) rows.set(row, [...(rows.get(row) ?? []), note]);
  }
  for (const [address, found] of cells) {
    const cell = sheet.getCell(address);
    mark(cell, found.some(({ severity }) => severity === "error") ? "error" : "warning");
    cell.note = found
      .map(({ text }) => text)
      .join("\n")
      .slice(0, maxComment);
  }
  for (const [row, found] of rows) {
    const cell = sheet.getCell(row, column);
    cell.value = `${row === 1 ? `${words.column}：` : ""}${found.map(({ text }) => text).join("\n")}`.slice(0, maxCellText);
    mark(cell, found.some(({ severity }) => severity === "error") ? "error" : "warning");
    cell.alignment = { wrapText: true, vertical: "top" };
  }
  if (!rows.has(1)) sheet.getCell(1, column).value = words.column;
  sheet.getColumn(column).width = 60;
};

const distinctName = (workbook: ExcelJS.Workbook, name: string): string => {
  const taken = new Set(workbook.worksheets.map((sheet) => foldText(sheet.name)));
  let number = 1;
  let candidate = name;
  while (taken.has(foldText(candidate))) {
    number += 1;
    candidate = `${name}${number}`;
  }
  return candidate;
};

const listSheet = (workbook: ExcelJS.Workbook, notes: readonly AnswerNote[], words: AnswerWords): void => {
  const sheet = workbook.addWorksheet(distinctName(workbook, words.list), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRow([...words.headings]).font = { bold: true };
  for (const note of notes) {
    const row = sheet.addRow([
      note.severity === "error" ? words.error : words.warning,
      note.file,
      note.sheet,
      note.cell ?? (note.row === null ? "" : String(note.row)),
      note.text,
    ]);
    mark(row.getCell(1), note.severity);
    row.getCell(5).alignment = { wrapText: true, vertical: "top" };
  }
  for (const [index, width] of [10, 28, 18, 10, 90].entries()) sheet.getColumn(index + 1).width = width;
};

/** The workbook of a file: as it was sent, or made of the rows of a CSV, which can hold neither colours nor comments. Texts stay texts, never formulas. */
const workbookOf = async ({ fileName, bytes }: UploadedFile): Promise<Result<ExcelJS.Workbook | null, AppError>> => {
  const workbook = new ExcelJS.Workbook();
  if (isZip(bytes)) {
    const guarded = await unpackWorkbook(bytes);
    if (!guarded.ok) return guarded;
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    return ok(workbook);
  }
  const text = csvText(bytes);
  if (text === null) return ok(null);
  const sheet = workbook.addWorksheet(
    fileName
      .replace(/\.[^.]*$/u, "")
      .replace(/[*?:\\/[\]]/gu, "_")
      .slice(0, 31) || "CSV",
  );
  for (const row of csvRows(text))
    for (const [column, cell] of row.cells) if (cell.kind === "text") sheet.getCell(row.number, column).value = cell.text;
  return ok(workbook);
};

const answerName = (fileName: string, suffix: string): string => `${fileName.replace(/\.[^.]*$/u, "")}-${suffix}.xlsx`;

const answerFile = async (
  file: UploadedFile,
  own: readonly AnswerNote[],
  list: readonly AnswerNote[],
  words: AnswerWords,
): Promise<Result<UploadedFile, AppError>> => {
  const opened = await workbookOf(file);
  if (!opened.ok) return opened;
  const workbook = opened.value;
  if (workbook === null) return ok(file);
  const only = workbook.worksheets.length === 1 ? workbook.worksheets[0] : undefined;
  for (const sheet of workbook.worksheets) {
    const notes = own.filter((note) => foldText(note.sheet) === foldText(sheet.name) || (sheet === only && note.sheet !== ""));
    if (notes.length > 0) annotate(sheet, notes, words);
  }
  listSheet(workbook, list, words);
  return ok({ fileName: answerName(file.fileName, words.suffix), bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) });
};

const listOnly = async (notes: readonly AnswerNote[], words: AnswerWords): Promise<UploadedFile> => {
  const workbook = new ExcelJS.Workbook();
  listSheet(workbook, notes, words);
  return { fileName: `${words.list}.xlsx`, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
};

/**
 * The user's own files with an error column in each sheet, red (error) and yellow (to be checked)
 * cells with comments, and a sheet of all complaints. Several files are answered with a zip of those
 * that have complaints, and one list.
 */
export const writeAnswer = async ({ files, notes, words }: AnswerRequest): Promise<Result<UploadedFile, AppError>> => {
  const expanded = await expandFiles(files);
  if (!expanded.ok) return expanded;
  const [first, ...more] = expanded.value;
  if (first === undefined) return err(appError("not_found"));
  try {
    if (more.length === 0) return await answerFile(first, notes, notes, words);
    const answers: UploadedFile[] = [await listOnly(notes, words)];
    for (const file of expanded.value) {
      const own = notes.filter((note) => note.file === file.fileName);
      if (own.length === 0) continue;
      const answer = await answerFile(file, own, own, words);
      if (!answer.ok) return answer;
      answers.push(answer.value);
    }
    return ok({ fileName: `${words.suffix}.zip`, bytes: zipOf(answers) });
  } catch {
    // The library refuses some workbooks that can be read otherwise: the list of complaints is the answer then.
    return ok(await listOnly(notes, words));
  }
};
