import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Part of a long list that is drawn: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface GridWindow {
  readonly rows: Span;
  readonly columns: Span;
}

export interface GridSize {
  readonly rowHeight: number;
  readonly columnWidth: number;
  /** Of the pinned first column. */
  readonly pinned: number;
}

/** Drawn beyond the visible part, and the step in which the window moves. */
const spare = { rows: 12, columns: 3 } as const;
const step = { rows: 6, columns: 2 } as const;

const span = (start: number, shown: number, count: number, kind: "rows" | "columns"): Span => {
  const from = Math.max(0, Math.floor((start - spare[kind]) / step[kind]) * step[kind]);
  return { from, to: Math.min(count, Math.ceil((start + shown + spare[kind]) / step[kind]) * step[kind]) };
};

const same = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

/** Columns that a sheet of paper can hold; of wider tables it takes those in view. */
const onPaper = 16;

/** Before the page knows its size. */
const first = { width: 1200, height: 900 } as const;

interface Part {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const windowAt = (
  { top, left, width, height }: Part,
  { rowCount, columnCount, rowHeight, columnWidth, pinned }: GridSize & { readonly rowCount: number; readonly columnCount: number },
): GridWindow => ({
  rows: span(Math.floor(top / rowHeight), Math.ceil(height / rowHeight), rowCount, "rows"),
  columns: span(Math.floor(left / columnWidth), Math.ceil(Math.max(width - pinned, columnWidth) / columnWidth), columnCount, "columns"),
});

/** Rows and columns near the visible part of a scroll box; all rows while the page is printed. */
export const useGridWindow = (
  box: RefObject<HTMLElement>,
  rowCount: number,
  columnCount: number,
  size: GridSize,
  firstRow: number,
): GridWindow => {
  const { rowHeight, columnWidth, pinned } = size;
  const [drawn, setDrawn] = useState<GridWindow>(() =>
    windowAt({ top: firstRow * rowHeight, left: 0, ...first }, { rowCount, columnCount, ...size }),
  );
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const draw = () => {
      const now = windowAt(
        { top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight },
        { rowCount, columnCount, rowHeight, columnWidth, pinned },
      );
      setDrawn((before) => (same(before.rows, now.rows) && same(before.columns, now.columns) ? before : now));
    };
    const whole = () =>
      flushSync(() =>
        setDrawn((before) => ({
          rows: { from: 0, to: rowCount },
          columns: columnCount <= onPaper ? { from: 0, to: columnCount } : before.columns,
        })),
      );
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    element.addEventListener("scroll", draw, { passive: true });
    window.addEventListener("beforeprint", whole);
    window.addEventListener("afterprint", draw);
    draw();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", draw);
      window.removeEventListener("beforeprint", whole);
      window.removeEventListener("afterprint", draw);
    };
  }, [box, rowCount, columnCount, rowHeight, columnWidth, pinned]);
  // A filter may have left fewer rows than were drawn.
  return {
    rows: { from: Math.min(drawn.rows.from, rowCount), to: Math.min(drawn.rows.to, rowCount) },
    columns: { from: Math.min(drawn.columns.from, columnCount), to: Math.min(drawn.columns.to, columnCount) },
  };
};
