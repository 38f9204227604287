import { type RefCallback, useCallback, useRef } from "react";

/** For a part that may vanish by itself: the keyboard goes to the page when it was in it, instead of being lost. */
export const useFocusHandedOn = (): RefCallback<HTMLElement> => {
  const part = useRef<HTMLElement | null>(null);
  return useCallback((element: HTMLElement | null): void => {
    // React lets go of a part just before it takes it away.
    const held = element === null && part.current?.contains(document.activeElement);
    part.current = element;
    if (!held) return;
    queueMicrotask(() => {
      if (document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
    });
  }, []);
};
