import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

/** Rows beyond this number are drawn only near the visible part. */
export const virtualFrom = 200;

export interface RowWindow {
  readonly virtual: boolean;
  /** Rows to draw: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Height of the rows left out above and below, px. */
  readonly before: number;
  readonly after: number;
}

/** Which rows of a long table to draw; all of them up to 200. Rows must have one height. */
export const useRowWindow = (box: RefObject<HTMLElement>, count: number, rowHeight: number): RowWindow => {
  const virtual = count > virtualFrom;
  const virtualizer = useVirtualizer({
    count: virtual ? count : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 16,
    initialRect: { width: 0, height: 800 },
  });
  if (!virtual) return { virtual, from: 0, to: count, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  return { virtual, from, to, before: from * rowHeight, after: (count - to) * rowHeight };
};
