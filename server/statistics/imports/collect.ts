import type { Stage } from "../contract";
import { type SchoolType, stagesOfType, typesWithSenior } from "../contract";
import type { RawRow } from "../workbook/xlsx";
import type { Book } from "./books";
import { countyItem } from "./county-items";
import { type Figure, type ImportIssues, type Place, placeText, putFigure } from "./drafts";
import { type FieldKind, readField } from "./item-fields";
import type { ItemLine, ItemSheet } from "./item-sheet";
import { schoolItem } from "./school-items";
import type { SchoolTable } from "./school-table";
import { stagedKey } from "./stage-figures";
import type { ReturnStage } from "./words";

/** Gathers what the sheets of an upload say into one draft a school, and one of the county. */
export interface Collected {
  readonly schools: Map<string, Map<string, Figure>>;
  readonly county: Map<string, Figure>;
  /** Place of each school's own return: a second one is refused. */
  readonly returns: Map<string, Place>;
  countyReturn: Place | null;
  /** Items nobody knows → number of sheets that ask them. */
  readonly unknown: Map<string, number>;
}

export const nothingCollected = (): Collected => ({
  schools: new Map(),
  county: new Map(),
  returns: new Map(),
  countyReturn: null,
  unknown: new Map(),
});

type Where = Pick<Place, "file" | "sheet">;

const take = (
  draft: Map<string, Figure>,
  key: string,
  cell: Parameters<typeof readField>[0],
  kind: FieldKind,
  unit: string,
  place: Place,
  label: string,
  issues: ImportIssues,
): void => {
  const read = readField(cell, kind, unit);
  if (!read.ok) issues.at("error", read.problem, place, label, read.params);
  else putFigure(draft, key, { value: read.value, place, label }, issues);
};

const draftOf = (collected: Collected, code: string): Map<string, Figure> => {
  const draft = collected.schools.get(code) ?? new Map<string, Figure>();
  collected.schools.set(code, draft);
  return draft;
};

const noteUnknown = (collected: Collected, item: string): void => {
  const text = item.slice(0, 60);
  collected.unknown.set(text, (collected.unknown.get(text) ?? 0) + 1);
};

const linePlace = ({ file, sheet }: Where, line: ItemLine, column: number): Place => ({ file, sheet, row: line.row, column });

/** One school's return. `codeByName` finds a code that the form left empty. Answers with the code, null when there is none. */
export const collectSchoolReturn = (
  collected: Collected,
  { lines, valueColumn }: ItemSheet,
  where: Where,
  codeByName: (name: string) => string | null,
  issues: ImportIssues,
): string | null => {
  if (valueColumn === null) {
    issues.file("error", "returnNoValues", where.file, where.sheet);
    return null;
  }
  const draft = new Map<string, Figure>();
  for (const line of lines) {
    const item = schoolItem(line.item);
    if (item === "ignored") continue;
    if (item === null) noteUnknown(collected, line.item);
    else {
      const key = item.staged ? stagedKey(item.field, item.stage) : item.field;
      take(draft, key, line.value, item.kind, line.unit || item.unit, linePlace(where, line, valueColumn), line.item, issues);
    }
  }
  const name = draft.get("name")?.value;
  const stated = draft.get("code")?.value;
  const code = typeof stated === "string" ? stated : typeof name === "string" ? codeByName(name) : null;
  const place = draft.get("code")?.place ?? { ...where, row: lines[0]?.row ?? 1, column: valueColumn };
  if (code === null) {
    if (![...issues.all].some((issue) => issue.file === where.file && issue.row === place.row))
      issues.at("error", "returnNoCode", place, draft.get("code")?.label ?? "");
    return null;
  }
  const first = collected.returns.get(code);
  if (first !== undefined) {
    issues.at("error", "schoolTwice", place, draft.get("code")?.label ?? "", { code, other: first.file });
    return code;
  }
  collected.returns.set(code, place);
  const into = draftOf(collected, code);
  for (const [key, figure] of draft) putFigure(into, key, figure, issues);
  return code;
};

/** The county's return; a second one is refused. */
export const collectCountyReturn = (collected: Collected, { lines, valueColumn }: ItemSheet, where: Where, issues: ImportIssues): void => {
  if (valueColumn === null) {
    issues.file("error", "returnNoValues", where.file, where.sheet);
    return;
  }
  const place: Place = { ...where, row: lines[0]?.row ?? 1, column: valueColumn };
  if (collected.countyReturn !== null) {
    issues.file("error", "countyTwice", where.file, where.sheet, { other: placeText(collected.countyReturn).split(" ")[0] ?? "" });
    return;
  }
  collected.countyReturn = place;
  for (const line of lines) {
    const item = countyItem(line.item);
    if (item === "ignored") continue;
    if (item === null) noteUnknown(collected, line.item);
    else
      take(
        collected.county,
        item.field,
        line.value,
        item.kind,
        line.unit || item.unit,
        linePlace(where, line, valueColumn),
        line.item,
        issues,
      );
  }
};

/** The stage that all single-stage schools of a table share; null when they differ or there are none. */
const stageOfTypes = (types: readonly SchoolType[]): Stage | null => {
  const single = types
    .filter((type) => stagesOfType[type].length === 1 && !typesWithSenior.includes(type))
    .flatMap((type) => stagesOfType[type]);
  const [first] = single;
  return first !== undefined && single.every((stage) => stage === first) ? first : null;
};

const rowFigures = (
  table: SchoolTable,
  row: RawRow,
  where: Where,
  issues: ImportIssues,
): ReadonlyMap<SchoolTable["columns"][number], Figure> => {
  const figures = new Map<SchoolTable["columns"][number], Figure>();
  for (const column of table.columns) {
    const place = { ...where, row: row.number, column: column.column };
    const read = readField(row.cells.get(column.column), column.item.kind, column.item.unit);
    if (!read.ok) issues.at("error", read.problem, place, column.heading, read.params);
    else figures.set(column, { value: read.value, place, label: column.heading });
  }
  return figures;
};

/** Rows of an export of the statistics, or of a list of schools. Answers with the number of schools. */
export const collectTable = (collected: Collected, table: SchoolTable, where: Where, issues: ImportIssues): number => {
  for (const heading of table.unknown) noteUnknown(collected, heading);
  const rows = table.rows.map((row) => rowFigures(table, row, where, issues));
  const fieldIn = (row: (typeof rows)[number], field: string): Figure | undefined =>
    [...row].find(([column]) => column.item.field === field)?.[1];
  const types = rows.flatMap((row) => (fieldIn(row, "type")?.value ?? []) as SchoolType[] | SchoolType);
  const fileStage: ReturnStage | null = table.stage ?? stageOfTypes(types);
  const seen = new Map<string, Place>();
  const codes = new Set<string>();
  for (const row of rows) {
    const codeFigure = fieldIn(row, "code");
    const code = codeFigure?.value;
    if (typeof code !== "string") {
      const [any] = row.values();
      if (codeFigure !== undefined && any !== undefined) issues.at("error", "returnNoCode", codeFigure.place, codeFigure.label);
      continue;
    }
    const own = fieldIn(row, "stage")?.value;
    const stage = own === "primary" || own === "junior" ? own : fileStage;
    const rowKey = `${code}@${stage ?? ""}`;
    const first = seen.get(rowKey);
    if (first !== undefined && codeFigure !== undefined)
      issues.at("error", "schoolRowTwice", codeFigure.place, codeFigure.label, { code, first: first.row });
    if (codeFigure !== undefined) seen.set(rowKey, codeFigure.place);
    codes.add(code);
    const draft = draftOf(collected, code);
    for (const [{ item }, figure] of row) {
      if (item.field === "stage" || (figure.value === null && item.field !== "code" && !table.hasFigures)) continue;
      putFigure(draft, item.staged ? stagedKey(item.field, item.stage ?? stage) : item.field, figure, issues);
    }
  }
  return codes.size;
};

/** Where a book's sheet stands. */
export const whereOf = (book: Book, sheetIndex: number): Where => ({ file: book.file, sheet: book.xlsx.sheetNames[sheetIndex] ?? "" });
