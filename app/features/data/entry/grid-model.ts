import {
  type EntryBook,
  type EntryColumn,
  type EntryEdit,
  type EntryFigures,
  type EntryRow,
  type EntrySchool,
  type EntryValue,
  type EntryView,
  entryPath,
  entryRows,
  entryText,
  lineRows,
  readEntry,
} from "@server/statistics/entry-contract";

/** What the grid knows: stored figures as they come in, and what a hand has typed over them. */

/** Typed cells by `code path`. */
export type Typed = ReadonlyMap<string, EntryEdit>;

export const cellKey = (code: string, path: string): string => `${code} ${path}`;

export interface GridRow extends EntryRow {
  /** Position among the rows of its school. */
  readonly index: number;
}

/** Rows of the chosen schools in a view. */
export const gridRows = (view: EntryView, schools: readonly EntrySchool[]): readonly GridRow[] =>
  schools.flatMap((school) => entryRows(view, school).map((row, index) => ({ ...row, index })));

/** All rows of a book: those of its schools, or the lines of the county's own return. */
export const bookRows = ({ view, schools, lines }: Pick<EntryBook, "view" | "schools" | "lines">): readonly GridRow[] =>
  lines.length > 0 ? lineRows(lines).map((row, index) => ({ ...row, index })) : gridRows(view, schools);

export interface Cell {
  readonly row: GridRow;
  /** What may stand there: said by the line where each line says it itself. */
  readonly column: EntryColumn;
  readonly place: number;
  /** Null where the school reports no such figure in the row. */
  readonly path: string | null;
}

export const cellAt = (rows: readonly GridRow[], columns: readonly EntryColumn[], line: number, place: number): Cell | null => {
  const [row, column] = [rows[line], columns[place]];
  return row === undefined || column === undefined
    ? null
    : { row, column: row.line?.column ?? column, place, path: entryPath(column, row) };
};

export type Figures = ReadonlyMap<string, EntryFigures>;

/** The stored value; undefined while it has not come yet. */
export const storedValue = (figures: Figures, { row, place }: Pick<Cell, "row" | "place">): EntryValue | undefined =>
  figures.get(row.code)?.now[row.index]?.[place];

/** The text that stands in a cell: typed, else stored. */
export const shownText = (typed: Typed, figures: Figures, cell: Cell): string => {
  const edit = cell.path === null ? undefined : typed.get(cellKey(cell.row.code, cell.path));
  return edit?.text ?? entryText(storedValue(figures, cell) ?? null, cell.column);
};

export interface TypedCell {
  readonly cell: Cell;
  readonly text: string;
}

/**
 * Typed cells with more cells typed, each written as it was understood (full-width digits plain); a text that says
 * what is stored takes the cell back. Cells that are not there or not loaded stay as they are.
 */
export const withTyped = (typed: Typed, figures: Figures, cells: readonly TypedCell[]): Typed => {
  const next = new Map(typed);
  for (const { cell, text } of cells) {
    if (cell.path === null) continue;
    const key = cellKey(cell.row.code, cell.path);
    const was = next.get(key)?.was ?? storedValue(figures, cell);
    if (was === undefined) continue;
    const read = readEntry(text, cell.column);
    if (read.ok && read.value === was) next.delete(key);
    else next.set(key, { code: cell.row.code, path: cell.path, text: read.ok ? entryText(read.value, cell.column) : text, was });
  }
  return next.size === typed.size && [...next].every(([key, edit]) => typed.get(key)?.text === edit.text) ? typed : next;
};

/** Stored figures with saved cells in their place, until the new version has come whole. `rows`: all of the book. */
export const withSaved = (figures: Figures, saved: Typed, rows: readonly GridRow[], columns: readonly EntryColumn[]): Figures => {
  const next = new Map(figures);
  for (const code of new Set([...saved.values()].map((edit) => edit.code))) {
    const known = next.get(code);
    if (known === undefined) continue;
    const now = rows
      .filter((row) => row.code === code)
      .map((row) =>
        columns.map((_, place) => {
          const cell = cellAt([row], columns, 0, place);
          const edit = cell?.path == null ? undefined : saved.get(cellKey(code, cell.path));
          const read = cell === null || edit === undefined ? null : readEntry(edit.text, cell.column);
          return read?.ok === true ? read.value : (known.now[row.index]?.[place] ?? null);
        }),
      );
    next.set(code, { ...known, now });
  }
  return next;
};

/** Why a pasted cell cannot stand where it would fall: beyond the grid, on a figure that the school does not report, or for a fault that a file's cell would have (`problem`, under `checks:`). */
export interface PasteProblem {
  readonly line: number;
  readonly place: number;
  readonly text: string;
  readonly reason: "outside" | "not_reported" | "unreadable";
  readonly problem: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Pasted {
  readonly cells: readonly TypedCell[];
  readonly problems: readonly PasteProblem[];
}

export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A copied range laid over the grid from a corner; one copied cell fills the whole selection. All or nothing: with problems, `cells` are not to be used. */
export const pasted = (
  rows: readonly GridRow[],
  columns: readonly EntryColumn[],
  range: readonly (readonly string[])[],
  { top, left, bottom, right }: GridRange,
): Pasted => {
  const single = range.length === 1 && range[0]?.length === 1 ? range[0][0] : undefined;
  const height = single === undefined ? range.length : bottom - top + 1;
  const [cells, problems]: [TypedCell[], PasteProblem[]] = [[], []];
  for (let down = 0; down < height; down += 1) {
    const texts = single === undefined ? (range[down] ?? []) : Array.from({ length: right - left + 1 }, () => single);
    for (const [across, text] of texts.entries()) {
      const [line, place] = [top + down, left + across];
      const cell = cellAt(rows, columns, line, place);
      const refuse = (reason: PasteProblem["reason"], problem = "", params: PasteProblem["params"] = {}) =>
        problems.push({ line, place, text, reason, problem, params });
      if (cell === null) {
        if (text.trim() !== "") refuse("outside");
      } else if (cell.path === null) {
        if (text.trim() !== "" && text.trim() !== "—") refuse("not_reported");
      } else {
        const read = readEntry(text, cell.column);
        if (read.ok) cells.push({ cell, text: text.trim() });
        else refuse("unreadable", read.problem, read.params);
      }
    }
  }
  return { cells, problems };
};
