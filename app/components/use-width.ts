import { type RefObject, useEffect, useState } from "react";

/** Width of an element in CSS pixels; `initial` on the server and until measured. */
export const useWidth = (ref: RefObject<HTMLElement>, initial: number): number => {
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
};
