import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** The tabs of a scenario that compute in the browser. */
export const workspaceViews = ["canvas", "table", "timeline", "drivers"] as const;
export type WorkspaceView = (typeof workspaceViews)[number];

/** The workspace view that an address names, null for the tabs of forms, results and discussion. */
export const workspaceView = (params: URLSearchParams): WorkspaceView | null =>
  workspaceViews.find((view) => view === params.get("tab")) ?? null;

/** A step within the workspace: another year, view or selection, answered without the server. */
export const staysInWorkspace = ({
  currentUrl,
  nextUrl,
  formMethod,
}: Pick<ShouldRevalidateFunctionArgs, "currentUrl" | "nextUrl" | "formMethod">): boolean =>
  formMethod === undefined &&
  currentUrl.pathname === nextUrl.pathname &&
  currentUrl.search !== nextUrl.search &&
  workspaceView(currentUrl.searchParams) !== null &&
  workspaceView(nextUrl.searchParams) !== null;
