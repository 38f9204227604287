import { readCell } from "./cell-value";
import { foldText } from "./code-lists";
import type { IssueList } from "./issues";
import {
  type CellKind,
  type ColumnLayout,
  type CoreSheetKey,
  type FurtherSheetKey,
  headingText,
  isEntry,
  movedColumnKey,
  type SheetKey,
  type SheetLayout,
} from "./layout";
import type { RawCell, RawRow, Xlsx } from "./xlsx";

export interface TableRow {
  readonly number: number;
  readonly get: (key: string) => string | number | null;
  /** The cell read by another kind than its column's, for items of which each says what may stand there. */
  readonly as: (key: string, kind: CellKind, heading: string) => string | number | null;
  /** True when the cell holds something unreadable; the complaint is made already. */
  readonly bad: (key: string) => boolean;
  readonly complain: (problem: string, key: string, params?: Readonly<Record<string, string | number>>) => void;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** Columns that stand elsewhere than in our layout, as entries of a `SchoolSource`. */
  readonly moved: Readonly<Record<string, number>>;
}

/** Tables of a workbook; those of further facts only where the workbook has the sheet. */
export interface Tables {
  readonly core: Readonly<Record<CoreSheetKey, Table>>;
  readonly further: Readonly<Partial<Record<FurtherSheetKey, Table>>>;
}

/** Headings are looked for in the first rows only. */
const headingSearchRows = 12;

const totalWords = new Set(["合计", "总计", "小计", "全县合计", "县合计", "总合计", "共计"]);

const withoutUnit = (folded: string): string => folded.replace(/\([^()]*\)$/u, "");

type Match = { readonly column: ColumnLayout; readonly unitDiffers: boolean };

const matchHeading = (layout: SheetLayout, text: string): Match | null => {
  const folded = foldText(text);
  for (const column of layout.columns) {
    if (folded === foldText(headingText(column)) || folded === foldText(column.heading)) return { column, unitDiffers: false };
  }
  const column = layout.columns.find((entry) => entry.unit !== null && withoutUnit(folded) === foldText(entry.heading));
  return column === undefined ? null : { column, unitDiffers: true };
};

const textIn = (cell: RawCell): string => (cell.kind === "text" ? cell.text : "");

const headingCount = (layout: SheetLayout, row: RawRow): number =>
  [...row.cells.values()].filter((cell) => cell.kind === "text" && matchHeading(layout, cell.text) !== null).length;

interface Columns {
  readonly numbers: ReadonlyMap<string, number>;
  readonly complete: boolean;
}

const readHeadings = (layout: SheetLayout, row: RawRow, issues: IssueList): Columns => {
  const numbers = new Map<string, number>();
  let complete = true;
  for (const [number, cell] of row.cells) {
    const match = matchHeading(layout, textIn(cell));
    if (match === null) {
      issues.file("warning", "unknownColumn", layout.name, { heading: textIn(cell).slice(0, 40) || `${number}` });
    } else if (match.unitDiffers) {
      issues.row("error", "headingUnit", layout.name, row.number, { heading: headingText(match.column), found: textIn(cell).slice(0, 40) });
      complete = false;
    } else if (numbers.has(match.column.key)) {
      issues.row("error", "duplicateColumn", layout.name, row.number, { heading: headingText(match.column) });
      complete = false;
    } else {
      numbers.set(match.column.key, number);
    }
    if (match?.unitDiffers) numbers.set(match.column.key, number);
  }
  for (const column of layout.columns.filter(isEntry)) {
    if (numbers.has(column.key)) continue;
    issues.file("error", "missingColumn", layout.name, { heading: headingText(column) });
    complete = false;
  }
  return { numbers, complete };
};

const isTotalRow = (row: RawRow): boolean => {
  for (const [column, cell] of row.cells) {
    if (column <= 3 && cell.kind === "text" && totalWords.has(foldText(cell.text))) return true;
  }
  return false;
};

const readRow = (layout: SheetLayout, row: RawRow, numbers: ReadonlyMap<string, number>, issues: IssueList): TableRow => {
  const values = new Map<string, string | number | null>();
  const bad = new Set<string>();
  const complain: TableRow["complain"] = (problem, key, params) => {
    const column = layout.columns.find((entry) => entry.key === key);
    const number = numbers.get(key);
    if (column === undefined || number === undefined) issues.row("error", problem, layout.name, row.number, params);
    else issues.cell(problem, layout.name, row.number, { number, layout: column }, params);
  };
  for (const column of layout.columns.filter(isEntry)) {
    const number = numbers.get(column.key);
    const read = readCell(number === undefined ? undefined : row.cells.get(number), column.cell);
    if (read.ok) values.set(column.key, read.value);
    else {
      bad.add(column.key);
      complain(read.problem, column.key, read.params);
    }
  }
  const as: TableRow["as"] = (key, kind, heading) => {
    const number = numbers.get(key);
    const read = readCell(number === undefined ? undefined : row.cells.get(number), kind);
    if (read.ok) return read.value;
    complain(read.problem, key, { ...read.params, heading });
    return null;
  };
  return { number: row.number, get: (key) => values.get(key) ?? null, as, bad: (key) => bad.has(key), complain };
};

const movedColumns = (sheet: SheetKey, layout: SheetLayout, numbers: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    layout.columns.flatMap(({ key }, index) => {
      const number = numbers.get(key);
      return number === undefined || number === index + 1 ? [] : [[movedColumnKey(sheet, key), number]];
    }),
  );

/** Reads one sheet by its layout: headings by text in any order, then the rows that hold any entry. Null when the sheet cannot be read as a table. */
export const readTable = (xlsx: Xlsx, sheetIndex: number, layout: SheetLayout, issues: IssueList): Table | null => {
  const rows: TableRow[] = [];
  let columns: Columns | null = null;
  let entryColumns: readonly number[] = [];
  let searched = 0;
  for (const row of xlsx.rows(sheetIndex)) {
    if (columns === null) {
      searched += 1;
      if (headingCount(layout, row) >= 2) {
        columns = readHeadings(layout, row, issues);
        const { numbers } = columns;
        entryColumns = layout.columns.filter(isEntry).flatMap(({ key }) => numbers.get(key) ?? []);
      } else if (searched >= headingSearchRows) break;
    } else if (entryColumns.some((number) => row.cells.has(number))) {
      if (layout.rows.kind.startsWith("school") && isTotalRow(row)) {
        issues.row("warning", "totalRowSkipped", layout.name, row.number);
      } else if (rows.length >= layout.maxRows) {
        issues.file("error", "tooManyRows", layout.name, { max: layout.maxRows, row: row.number });
        return null;
      } else if (columns.complete) {
        rows.push(readRow(layout, row, columns.numbers, issues));
      } else {
        // Without all headings the cells cannot be told apart; the headings are the complaint.
        return null;
      }
    }
  }
  if (columns === null) {
    issues.file("error", "headingsNotFound", layout.name);
    return null;
  }
  return columns.complete ? { rows, moved: movedColumns(layout.key, layout, columns.numbers) } : null;
};
