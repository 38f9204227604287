import { useNavigate } from "@remix-run/react";
import type { MouseEvent } from "react";

/**
 * Follows plain links to other parameters of the page (`<a href="?why=…">`) and to other pages without a new document:
 * one handler for a table with hundreds of them, where a `Link` each would cost more than all figures together. Without script, and with
 * any key that asks for a tab or a window, the browser follows them itself.
 */
export const useLinkClicks = () => {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link?.getAttribute("href");
    if (!link || !address || !/^[?/]/.test(address) || link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    navigate(address, { preventScrollReset: address.startsWith("?") });
  };
};
