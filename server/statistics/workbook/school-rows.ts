import type { Table, TableRow } from "./table";

/** Rows of a sheet by school code, and within a school by the key of the row. */
export type RowsBySchool = ReadonlyMap<string, ReadonlyMap<string, TableRow>>;

/** First row of each school in a sheet; `keyColumns` tell rows of one school apart. Complains of unknown and repeated ones. */
export const rowsBySchool = (table: Table | undefined, known: ReadonlySet<string>, keyColumns: readonly string[]): RowsBySchool => {
  const found = new Map<string, Map<string, TableRow>>();
  for (const row of table?.rows ?? []) {
    const code = row.get("code");
    const without = keyColumns.find((key) => row.get(key) === null);
    if (code === null) {
      if (!row.bad("code")) row.complain("required", "code");
    } else if (!known.has(String(code))) {
      row.complain("unknownSchool", "code", { code });
    } else if (without !== undefined) {
      if (!row.bad(without)) row.complain("required", without);
    } else {
      const key = keyColumns.map((column) => row.get(column)).join(" ");
      const rows = found.get(String(code)) ?? new Map<string, TableRow>();
      if (rows.has(key)) row.complain("duplicateRow", keyColumns[0] ?? "code", { code });
      else rows.set(key, row);
      found.set(String(code), rows);
    }
  }
  return found;
};
