import type { EntryCheck, EntryColumn } from "@server/statistics/entry-contract";
import type { GridRange, GridRow } from "./grid-model";

/** Where the hand is: a line and a column of the grid, and the other corner of what is selected. */
export interface Hand {
  readonly line: number;
  readonly place: number;
  readonly toLine: number;
  readonly toPlace: number;
}

export const handAt = (line: number, place: number): Hand => ({ line, place, toLine: line, toPlace: place });

export const rangeOf = ({ line, place, toLine, toPlace }: Hand): GridRange => ({
  top: Math.min(line, toLine),
  left: Math.min(place, toPlace),
  bottom: Math.max(line, toLine),
  right: Math.max(place, toPlace),
});

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The hand after a key; null for a key that moves nothing. `extend` keeps the corner and moves the other one. */
export const moved = (
  hand: Hand,
  key: string,
  { extend, far, page }: { readonly extend: boolean; readonly far: boolean; readonly page: number },
  { lines, places }: { readonly lines: number; readonly places: number },
): Hand | null => {
  const [line, place] = extend ? [hand.toLine, hand.toPlace] : [hand.line, hand.place];
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [far ? 0 : line - 1, place],
    ArrowDown: [far ? lines - 1 : line + 1, place],
    ArrowLeft: [line, far ? 0 : place - 1],
    ArrowRight: [line, far ? places - 1 : place + 1],
    Home: [far ? 0 : line, 0],
    End: [far ? lines - 1 : line, places - 1],
    PageUp: [line - page, place],
    PageDown: [line + page, place],
  };
  const target = to[key];
  if (target === undefined) return null;
  const [nextLine, nextPlace] = [within(target[0], lines), within(target[1], places)];
  return extend ? { ...hand, toLine: nextLine, toPlace: nextPlace } : handAt(nextLine, nextPlace);
};

/** What the checks say of cells: `code path` → the worst of them. Accepted ones are no mark. */
export const marksOf = (checks: readonly EntryCheck[]): ReadonlyMap<string, "error" | "warning"> => {
  const marks = new Map<string, "error" | "warning">();
  for (const { at, severity, accepted } of checks) {
    if (at === null || accepted !== null) continue;
    const key = `${at.code} ${at.path}`;
    if (severity === "error" || !marks.has(key)) marks.set(key, severity);
  }
  return marks;
};

/** Line and column of a cell by school, part and column; null when the view does not hold it. */
export const placeOf = (
  rows: readonly GridRow[],
  columns: readonly EntryColumn[],
  paths: (row: GridRow, column: EntryColumn) => string | null,
  code: string,
  path: string,
): { readonly line: number; readonly place: number } | null => {
  for (const [line, row] of rows.entries()) {
    if (row.code !== code) continue;
    const place = columns.findIndex((column) => paths(row, column) === path);
    if (place !== -1) return { line, place };
  }
  const line = rows.findIndex((row) => row.code === code);
  return line === -1 || path !== "" ? null : { line, place: 0 };
};
