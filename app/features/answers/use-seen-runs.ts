import type { RunView } from "@server/jobs/contract";
import { useCallback, useEffect, useState } from "react";
import { isOpen } from "~/features/planning/result-view";

const place = (reader: string): string => `hengce.runs-seen.${reader}`;

/** When runs ended by the server's clock; null without any. */
const lastEnd = (runs: readonly RunView[]): string | null =>
  runs.reduce<string | null>(
    (last, { finishedAt }) => (finishedAt !== null && (last === null || finishedAt > last) ? finishedAt : last),
    null,
  );

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing tells of the same runs again.
  }
};

const endedSince = (runs: readonly RunView[], since: string | null): readonly RunView[] =>
  since === null ? [] : runs.filter((run) => !isOpen(run) && run.finishedAt !== null && run.finishedAt > since);

/**
 * What has ended since this reader last looked into the tray: `untold` until it is opened, marked as new (`ended`) until
 * the page is loaded again. Kept in the browser, so that a reload forgets none of them; on a browser that sees the tray
 * for the first time everything before it is old.
 */
export const useSeenRuns = (
  runs: readonly RunView[],
  /** Whose looking counts: person and organisation. */
  reader: string,
): { readonly untold: readonly RunView[]; readonly ended: ReadonlySet<string>; readonly look: () => void } => {
  const key = place(reader);
  const [seen, setSeen] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const newest = lastEnd(runs);
  useEffect(() => {
    const known = read(key);
    const since = known ?? newest ?? new Date(0).toISOString();
    if (known === null) write(key, since);
    setSeen((before) => before ?? since);
    setTold((before) => before ?? since);
  }, [key, newest]);
  const look = useCallback(() => {
    if (newest === null) return;
    const since = read(key) ?? newest;
    write(key, newest);
    setSeen((before) => before ?? since);
    setTold(newest);
  }, [key, newest]);
  return { untold: endedSince(runs, told), ended: new Set(endedSince(runs, seen).map(({ id }) => id)), look };
};
