import { type EntryColumn, entryPath } from "@server/statistics/entry-contract";
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { AfterEdit, CellHand } from "./ActiveCell";
import { type Cell, cellAt, type Figures, type GridRow, type PasteProblem, pasted, shownText } from "./grid-model";
import { type Hand, handAt, moved, placeOf, rangeOf } from "./grid-state";
import { readRange, writeRange } from "./tsv";
import type { Entry } from "./use-entry";
import type { GridSize } from "./use-window";

/** A cell that somebody wants to be led to; another object for every time of asking. */
export interface GridTarget {
  readonly code: string;
  /** Empty: the first cell of the school. */
  readonly path: string;
}

const pageLines = 12;
const headHeight = 64;
/** Left free beyond the cell that is scrolled to: the bar of the box. */
const edge = 16;
const ways: Readonly<Record<AfterEdit, string | null>> = {
  stay: null,
  down: "ArrowDown",
  up: "ArrowUp",
  right: "ArrowRight",
  left: "ArrowLeft",
};
const plainKey = { extend: false, far: false, page: pageLines } as const;

export interface GridHandParts {
  readonly box: RefObject<HTMLDivElement>;
  readonly rows: readonly GridRow[];
  readonly columns: readonly EntryColumn[];
  readonly figures: Figures;
  readonly entry: Entry;
  readonly editable: boolean;
  readonly size: GridSize;
  readonly target: GridTarget | null;
  readonly onHand: (code: string, path: string | null) => void;
  readonly onPasteProblems: (problems: readonly PasteProblem[]) => void;
}

/** Where the hand is in the grid, and what keys, pointer and clipboard do there: as in a spreadsheet. */
export const useGridHand = ({ box, rows, columns, figures, entry, editable, size, target, onHand, onPasteProblems }: GridHandParts) => {
  const [hand, setHand] = useState<Hand>(handAt(0, 0));
  /** False until somebody has come to the grid: a page must not take the focus. */
  const [taken, setTaken] = useState(false);
  const lines = { lines: rows.length, places: columns.length };
  const at: Hand = hand.line < rows.length && hand.place < columns.length ? hand : handAt(0, 0);
  const range = rangeOf(at);
  const cell: Cell | null = cellAt(rows, columns, at.line, at.place);

  const show = (line: number, place: number) => {
    const element = box.current;
    if (element === null) return;
    const [top, left] = [line * size.rowHeight, place * size.columnWidth];
    if (top < element.scrollTop) element.scrollTop = top;
    const below = top + size.rowHeight + headHeight - element.clientHeight + edge;
    if (below > element.scrollTop) element.scrollTop = below;
    if (left < element.scrollLeft) element.scrollLeft = left;
    const beyond = left + size.columnWidth + size.pinned - element.clientWidth + edge;
    if (beyond > element.scrollLeft) element.scrollLeft = beyond;
  };

  const go = (next: Hand) => {
    setHand(next);
    setTaken(true);
    show(next.toLine, next.toPlace);
    const cell = cellAt(rows, columns, next.line, next.place);
    if (cell !== null) onHand(cell.row.code, cell.path);
  };

  const led = useRef<GridTarget | null>(null);
  useEffect(() => {
    if (target === null || led.current === target) return;
    led.current = target;
    const found = placeOf(rows, columns, (row, column) => entryPath(column, row), target.code, target.path);
    if (found !== null) go(handAt(found.line, found.place));
  });

  const texts = (): readonly (readonly string[])[] =>
    Array.from({ length: range.bottom - range.top + 1 }, (_, down) =>
      Array.from({ length: range.right - range.left + 1 }, (_, across) => {
        const cell = cellAt(rows, columns, range.top + down, range.left + across);
        return cell === null || cell.path === null ? "" : shownText(entry.typed, figures, cell);
      }),
    );

  const clear = () => {
    if (!editable) return;
    const result = pasted(rows, columns, [[""]], range);
    if (result.problems.length > 0) onPasteProblems(result.problems);
    else entry.type(result.cells);
  };

  const paste = (text: string) => {
    const result = pasted(rows, columns, readRange(text), range);
    onPasteProblems(result.problems);
    if (result.problems.length === 0) entry.type(result.cells);
  };

  const act = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    const command = event.ctrlKey || event.metaKey;
    if (command && (key === "z" || key === "y")) {
      if (key === "y" || event.shiftKey) entry.redo();
      else entry.undo();
      return true;
    }
    if (command && key === "s") {
      if (editable) void entry.save();
      return true;
    }
    if (command && key === "a") {
      setHand({ line: 0, place: 0, toLine: rows.length - 1, toPlace: columns.length - 1 });
      return true;
    }
    if (event.altKey) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      clear();
      return true;
    }
    if (event.key === "Tab" && !command) {
      const place = at.place + (event.shiftKey ? -1 : 1);
      // At the end of the line the key leaves the grid, so that nobody is caught in it.
      if (place < 0 || place >= columns.length) return false;
      go(handAt(at.line, place));
      return true;
    }
    if (event.key === "Escape") {
      if (at.line === at.toLine && at.place === at.toPlace) box.current?.focus();
      setHand(handAt(at.line, at.place));
      return true;
    }
    const next = moved(at, event.key, { extend: event.shiftKey, far: command, page: pageLines }, lines);
    if (next === null) return false;
    go(next);
    return true;
  };

  const put = (event: { preventDefault: () => void; clipboardData: DataTransfer }) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", writeRange(texts()));
  };
  const cellHand: CellHand = {
    commit: (text, after) => {
      if (cell !== null) entry.type([{ cell, text: text.trim() }]);
      const way = ways[after];
      const next = way === null ? null : moved(handAt(at.line, at.place), way, plainKey, lines);
      if (next !== null) go(next);
    },
    key: act,
    copy: put,
    cut: (event) => {
      put(event);
      clear();
    },
    paste,
    focused: () => cell !== null && onHand(cell.row.code, cell.path),
  };

  const point = (event: MouseEvent<HTMLTableElement>) => {
    if (!(event.target instanceof Element) || event.button !== 0) return;
    const pointed = event.target.closest("td[data-place]");
    const line = Number(pointed?.closest("tr")?.getAttribute("data-line"));
    const place = Number(pointed?.getAttribute("data-place"));
    if (pointed === null || (line === at.line && place === at.place && !event.shiftKey)) return;
    event.preventDefault();
    go(event.shiftKey ? { ...at, toLine: line, toPlace: place } : handAt(line, place));
  };

  /** Dragging with the button held grows the selection. */
  const drag = (event: MouseEvent<HTMLTableElement>) => {
    if (event.buttons !== 1 || !taken || !(event.target instanceof Element)) return;
    const over = event.target.closest("td[data-place]");
    const line = over?.closest("tr")?.getAttribute("data-line");
    const place = over?.getAttribute("data-place");
    if (line == null || place == null) return;
    setHand((before) => ({ ...before, toLine: Number(line), toPlace: Number(place) }));
  };
  /** The focus has gone elsewhere: the grid must not take it back by itself. */
  const release = () => setTaken(false);
  return { at, range, cell, taken, cellHand, point, drag, release };
};
