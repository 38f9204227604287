import type { KeyboardEvent } from "react";

const focusable = "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled])";
const within = (cell: Element | undefined): HTMLElement | null => cell?.querySelector<HTMLElement>(focusable) ?? null;

/** First thing to act on in a row at a column, or the nearest to the left or right of it. */
const inRow = (row: Element | undefined, column: number, step: number): HTMLElement | null => {
  const cells = row ? [...row.children] : [];
  for (let place = column; place >= 0 && place < cells.length; place += step || 1) {
    const found = within(cells[place]);
    if (found) return found;
    if (step === 0) break;
  }
  return null;
};

/**
 * Arrow keys, Home, End, PgUp and PgDn among the links and buttons of a table's cells. Enter and
 * Space keep their native meaning. Put it on the `<table>` as `onKeyDown`.
 */
export const gridKeys = (event: KeyboardEvent<HTMLTableElement>): void => {
  const target = event.target;
  if (!(target instanceof HTMLElement) || target.matches("input, select, textarea") || event.altKey || event.ctrlKey || event.metaKey)
    return;
  const cell = target.closest("td, th");
  const row = cell?.closest("tr");
  if (!cell || !row || row.closest("thead")) return;
  const rows = [...event.currentTarget.querySelectorAll("tbody tr")];
  const column = [...row.children].indexOf(cell);
  const line = rows.indexOf(row);
  const moves: Readonly<Record<string, () => HTMLElement | null>> = {
    ArrowRight: () => inRow(row, column + 1, 1),
    ArrowLeft: () => inRow(row, column - 1, -1),
    ArrowDown: () => inRow(rows[line + 1], column, 0),
    ArrowUp: () => inRow(rows[line - 1], column, 0),
    Home: () => inRow(row, 0, 1),
    End: () => inRow(row, row.children.length - 1, -1),
    PageDown: () => inRow(rows[Math.min(line + 10, rows.length - 1)], column, 0),
    PageUp: () => inRow(rows[Math.max(line - 10, 0)], column, 0),
  };
  const next = moves[event.key]?.();
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
};
