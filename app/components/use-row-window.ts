import { type RefObject, useEffect, useState } from "react";
import { usePrinting } from "./use-printing";

/** Rows beyond this number are drawn only near the visible part. */
export const virtualFrom = 200;

const overscan = 16;
/** Before the box is measured, and where there is no script. */
const firstHeight = 800;

export interface RowWindow {
  readonly virtual: boolean;
  /** Rows to draw: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Height of the rows left out above and below, px. */
  readonly before: number;
  readonly after: number;
}

/** The rows in view of a box that is scrolled so far, with some more on either side. */
export const rowsInView = (count: number, rowHeight: number, scrolled: number, height: number): RowWindow => {
  const last = Math.max(0, count - Math.ceil(height / rowHeight));
  const first = Math.min(Math.max(0, Math.floor(scrolled / rowHeight)), last);
  const from = Math.max(0, first - overscan);
  const to = Math.min(count, first + Math.ceil(height / rowHeight) + overscan);
  return { virtual: true, from, to, before: from * rowHeight, after: (count - to) * rowHeight };
};

/** Which rows of a long table to draw; all of them up to 200, and on paper. Rows must have one height. */
export const useRowWindow = (box: RefObject<HTMLElement>, count: number, rowHeight: number): RowWindow => {
  const printing = usePrinting();
  const virtual = count > virtualFrom && !printing;
  const [view, setView] = useState({ first: 0, height: firstHeight });
  useEffect(() => {
    const { current } = box;
    if (!virtual || current === null) return;
    const look = () => {
      const seen = { first: Math.floor(current.scrollTop / rowHeight), height: current.clientHeight };
      setView((known) => (known.first === seen.first && known.height === seen.height ? known : seen));
    };
    const resized = new ResizeObserver(look);
    resized.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [box, virtual, rowHeight]);
  if (!virtual) return { virtual, from: 0, to: count, before: 0, after: 0 };
  return rowsInView(count, rowHeight, view.first * rowHeight, view.height);
};
