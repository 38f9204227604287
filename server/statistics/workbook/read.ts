import { type AppError, appError, type ErrorCode, isAppError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { canonicalDataset } from "../canonical";
import { checkDataset } from "../checks";
import type { CellIssue, CountyDataset, SchoolSource } from "../contract";
import { type Assembled, assemble } from "./assemble";
import { foldText } from "./code-lists";
import { type IssueList, isError, issueList } from "./issues";
import { codeSheetName, coreSheetKeys, furtherSheetKeys, guideSheetName, type SheetKey, sheetOrder, sheets } from "./layout";
import { readTable, type Table, type Tables } from "./table";
import { openXlsx, type Xlsx } from "./xlsx";
import { MalformedWorkbook } from "./xml";
import { unpackWorkbook } from "./zip-guard";

/** What a workbook says, in canonical form, with the cells it came from. */
export interface ParsedWorkbook {
  readonly dataset: CountyDataset;
  /** School code → rows of the workbook. */
  readonly sources: Readonly<Record<string, SchoolSource>>;
  readonly warnings: readonly CellIssue[];
}

type Read = Result<ParsedWorkbook, readonly CellIssue[] | AppError>;

const sheetIndexes = (xlsx: Xlsx): ReadonlyMap<SheetKey, number> => {
  const byName = new Map(xlsx.sheetNames.map((name, index) => [foldText(name), index]));
  return new Map(
    sheetOrder.flatMap((key) => {
      const index = byName.get(foldText(sheets[key].name));
      return index === undefined ? [] : [[key, index] as const];
    }),
  );
};

const readTables = (xlsx: Xlsx, indexes: ReadonlyMap<SheetKey, number>, issues: IssueList): Tables | null => {
  const read = (key: SheetKey): Table | null => {
    const index = indexes.get(key);
    return index === undefined ? null : readTable(xlsx, index, sheets[key], issues);
  };
  const [county, schools, pupils, classes] = [read("county"), read("schools"), read("pupils"), read("classes")];
  const [teachers, facilities, history] = [read("teachers"), read("facilities"), read("history")];
  const further = furtherSheetKeys.flatMap((key) => {
    const table = read(key);
    return table === null ? [] : [[key, table] as const];
  });
  if (!county || !schools || !pupils || !classes || !teachers || !facilities || !history) return null;
  return {
    core: { county, schools, pupils, classes, teachers, facilities, history },
    further: Object.fromEntries(further) as Tables["further"],
  };
};

/** What stands in the sheets, before the checks of logic. Null with complaints made when there is no dataset to speak of. */
export const readContent = (xlsx: Xlsx, issues: IssueList): Assembled | null => {
  const indexes = sheetIndexes(xlsx);
  for (const key of coreSheetKeys) if (!indexes.has(key)) issues.file("error", "missingSheet", sheets[key].name);
  const ours = new Set([...sheetOrder.map((key) => sheets[key].name), guideSheetName, codeSheetName].map(foldText));
  for (const name of xlsx.sheetNames) {
    if (!ours.has(foldText(name))) issues.file("warning", "unknownSheet", name.slice(0, 40));
  }
  const tables = readTables(xlsx, indexes, issues);
  const assembled = tables === null ? null : assemble(tables, issues);
  return assembled === null ? null : { ...assembled, dataset: canonicalDataset(assembled.dataset) };
};

/** Reads the sheets of a county workbook, wherever they come from. */
export const readSheets = (xlsx: Xlsx): Read => {
  const indexes = sheetIndexes(xlsx);
  if (coreSheetKeys.every((key) => !indexes.has(key)))
    return err(appError("upload_wrong_template", { missing: coreSheetKeys.map((key) => sheets[key].name).join("、") }));
  const issues = issueList();
  const content = readContent(xlsx, issues);
  if (content === null) return err(issues.all());
  const checks = checkDataset(content.dataset, content.sources);
  // An unreadable cell stands as missing here: what merely looks odd waits until all cells can be read.
  if (issues.hasErrors()) return err([...issues.all(), ...checks.filter(isError)]);
  const found = [...issues.all(), ...checks];
  if (checks.some(isError)) return err(found);
  return ok({ ...content, warnings: found });
};

/**
 * Guards, unpacks and reads an uploaded county workbook: an `AppError` when the file as such is
 * refused, else complaints by cell. Runs in a child process of its own for uploads.
 */
export const readUpload = async (bytes: Uint8Array): Promise<Read> => {
  const parts = await unpackWorkbook(bytes);
  if (!parts.ok) return parts;
  try {
    return readSheets(openXlsx(parts.value));
  } catch (error) {
    if (error instanceof MalformedWorkbook || error instanceof RangeError) return err(appError("upload_unreadable"));
    throw error;
  }
};

const fileMessages: Readonly<Partial<Record<ErrorCode, string>>> = {
  upload_too_large: "checks.fileTooLarge",
  upload_not_workbook: "checks.fileNotWorkbook",
  upload_wrong_template: "checks.fileWrongTemplate",
  upload_unreadable: "checks.fileUnreadable",
};

/** As `readUpload`, for callers that list complaints only: a refused file is one complaint without a cell. */
export const parseCountyWorkbook = async (bytes: Uint8Array): Promise<Result<ParsedWorkbook, readonly CellIssue[]>> => {
  const read = await readUpload(bytes);
  if (read.ok) return read;
  const { error } = read;
  if (!isAppError(error)) return err(error);
  const message = error.issues?.[0]?.message ?? fileMessages[error.code] ?? "checks.fileUnreadable";
  return err([{ severity: "error", sheet: "", row: null, cell: null, message, params: error.params ?? {} }]);
};
