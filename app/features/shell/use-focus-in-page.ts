import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/** After every step to another address: the keyboard goes to the page when what it was on is no longer there. */
export const useFocusInPage = (page: RefObject<HTMLElement>): void => {
  const { key } = useLocation();
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, [key, page]);
};
