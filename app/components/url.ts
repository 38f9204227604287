/** Keeps the address as the only state of filters, sorting and tabs, so that every view works without script and can be sent on. */

/** The query string with some parameters replaced; null removes one. Starts with `?`. */
export const withParams = (current: URLSearchParams, patch: Readonly<Record<string, string | number | null>>): string => {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) next.delete(name);
    else next.set(name, String(value));
  }
  return `?${next.toString()}`;
};

export interface Sort {
  readonly key: string;
  readonly direction: "asc" | "desc";
}

/** Clicking a header goes ascending → descending → the table's own order. */
export const nextSort = (current: Sort | null, key: string): Sort | null => {
  if (current?.key !== key) return { key, direction: "asc" };
  return current.direction === "asc" ? { key, direction: "desc" } : null;
};
