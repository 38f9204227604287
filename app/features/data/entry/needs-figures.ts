import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

const asked = ["view", "year", "panel"] as const;

/** Whether an address needs other figures than the one before; a form, and a reload that the page asked for, always do. */
export const needsFigures = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: Pick<ShouldRevalidateFunctionArgs, "currentUrl" | "nextUrl" | "formMethod" | "defaultShouldRevalidate">): boolean =>
  formMethod !== undefined || currentUrl.href === nextUrl.href || currentUrl.pathname !== nextUrl.pathname
    ? defaultShouldRevalidate
    : asked.some((name) => currentUrl.searchParams.get(name) !== nextUrl.searchParams.get(name));
