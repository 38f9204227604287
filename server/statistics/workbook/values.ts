import { type CodeListKey, storedOf } from "./code-lists";
import { isEntry, type SheetKey, sheetOrder, sheets } from "./layout";
import type { TableRow } from "./table";

/** What the dataset holds for a cell. */
export type Stored = string | number | boolean | null;
/** Nested groups of stored values, as the dataset schema takes them. */
export interface Facts {
  [key: string]: Stored | Facts | readonly (Stored | Facts)[];
}

type Figure = readonly [key: string, list: CodeListKey | null];

/** Columns of each sheet that hold figures, without those that say whose they are. */
const figuresOf = new Map<SheetKey, readonly Figure[]>(
  sheetOrder.map((sheet) => {
    const { columns, rows } = sheets[sheet];
    const by = rows.kind === "schoolBy" || rows.kind === "countyBy" ? rows.by : null;
    const figures = columns.filter((entry) => isEntry(entry) && entry.key !== by && (entry.key !== "code" || sheet === "schools"));
    return [sheet, figures.map(({ key, cell }): Figure => [key, cell.kind === "choice" ? cell.list : null])];
  }),
);

/** All figures of a row by column key; all null without a row. */
export const storedRow = (sheet: SheetKey, row: TableRow | undefined): Record<string, Stored> => {
  const stored: Record<string, Stored> = {};
  for (const [key, list] of figuresOf.get(sheet) ?? []) {
    const value = row?.get(key) ?? null;
    stored[key] = list === null || value === null ? value : storedOf(list, String(value));
  }
  return stored;
};

/** Puts a value at a dotted path, making the groups on the way. */
export const putAt = (facts: Facts, path: readonly string[], value: Facts[string]): void => {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    facts[head] = value;
    return;
  }
  const inner = Object.hasOwn(facts, head) ? facts[head] : undefined;
  const group: Facts = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as Facts) : {};
  facts[head] = group;
  putAt(group, rest, value);
};
