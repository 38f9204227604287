import type { EntryColumn, EntryValue } from "./entry-grid";
import { readCell } from "./workbook/cell-value";
import { labelOf, storedOf } from "./workbook/code-lists";

/** A typed text as the dataset holds it, or the catalogue key (under `checks.`) of what is wrong with it. */
export type ReadEntry =
  | { readonly ok: true; readonly value: EntryValue }
  | { readonly ok: false; readonly problem: string; readonly params: Readonly<Record<string, string | number>> };

/** Reads what a person typed or pasted into a cell: by the very rules that read a cell of the workbook. */
export const readEntry = (text: string, { cell, list, required }: Pick<EntryColumn, "cell" | "list" | "required">): ReadEntry => {
  const read = readCell(text.trim() === "" ? undefined : { kind: "text", text }, cell);
  if (!read.ok) return read;
  if (read.value === null) return required ? { ok: false, problem: "required", params: {} } : { ok: true, value: null };
  return { ok: true, value: list === null ? read.value : storedOf(list, String(read.value)) };
};

/** The text of a stored value as the workbook writes it; empty for what is not reported. */
export const entryText = (value: EntryValue, { list }: Pick<EntryColumn, "list">): string => {
  if (value === null) return "";
  if (list === null) return String(value);
  return labelOf(list, typeof value === "boolean" ? (value ? "yes" : "no") : String(value));
};
