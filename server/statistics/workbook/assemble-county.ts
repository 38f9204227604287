import { byGrowthYear, bySubject } from "../canonical-facts";
import { type CountyDataset, countySchema, type SchoolSource } from "../contract";
import { foldText, storedOf } from "./code-lists";
import type { ItemLayout } from "./columns";
import type { IssueList } from "./issues";
import { type FurtherSheetKey, headingText, type SheetKey, sheets, sourceKeyOf } from "./layout";
import { furtherVeto } from "./layout-county";
import type { TableRow, Tables } from "./table";
import { type Facts, putAt, type Stored, storedRow } from "./values";

export interface AssembledCounty {
  readonly county: CountyDataset["county"];
  /** Rows of the county's own facts. */
  readonly source: SchoolSource;
}

type Source = Record<string, number>;

/** Declarations and vetoes are held under ids that contain dots themselves. */
const pathOf = (path: string): readonly string[] => {
  const [head = "", ...rest] = path.split(".");
  return head === "declarations" || head === "vetoes" ? [head, rest.join(".")] : [head, ...rest];
};

const itemsByLabel = (items: readonly ItemLayout[]): ReadonlyMap<string, ItemLayout> =>
  new Map(
    items.flatMap((item) => [headingText({ heading: item.label, unit: item.unit }), item.label].map((text) => [foldText(text), item])),
  );

/** Reads the lines of a sheet of items. A line that names no item of ours is skipped with a warning. */
const readItems = (key: FurtherSheetKey, tables: Tables, issues: IssueList, facts: Facts, source: Source): void => {
  const { rows, name } = sheets[key];
  if (rows.kind !== "items") return;
  const known = itemsByLabel(rows.items);
  for (const row of tables.further[key]?.rows ?? []) {
    const label = String(row.get("item") ?? "");
    const item = known.get(foldText(label)) ?? (key === "statements" ? furtherVeto(label) : null);
    if (item === null) {
      issues.row("warning", "unknownLine", name, row.number, { value: label.slice(0, 40) });
      continue;
    }
    const value = row.as("value", item.cell, item.label);
    if (Object.hasOwn(source, item.path)) {
      row.complain("duplicateItem", "item", { value: label.slice(0, 40) });
      continue;
    }
    source[item.path] = row.number;
    if (value === null) continue;
    putAt(facts, pathOf(item.path), item.cell.kind === "choice" ? storedOf(item.cell.list, String(value)) : value);
  }
};

/** Rows of a sheet that are told apart by one column, the first of each; complains of repeated ones. */
const distinctRows = (key: FurtherSheetKey, by: string, tables: Tables): readonly TableRow[] => {
  const seen = new Set<string>();
  return (tables.further[key]?.rows ?? []).filter((row) => {
    const value = row.get(by);
    if (value === null) {
      if (!row.bad(by)) row.complain("required", by);
      return false;
    }
    if (seen.has(String(value))) row.complain("duplicateItem", by, { value });
    return !seen.has(String(value)) && seen.add(String(value));
  });
};

const anyOf = (facts: Readonly<Record<string, Stored>>): boolean => Object.values(facts).some((value) => value !== null);

const readLists = (tables: Tables, facts: Facts, source: Source): void => {
  const note = (sheet: SheetKey, part: string | number, row: TableRow): void => {
    source[sourceKeyOf(sheet, part)] = row.number;
  };
  const monitored = distinctRows("monitoring", "subject", tables)
    .map((row) => ({ row, entry: storedRow("monitoring", row) }))
    .filter(({ entry: { subject: _subject, ...results } }) => anyOf(results))
    .sort((a, b) => bySubject(String(a.entry["subject"]), String(b.entry["subject"])));
  facts["monitoring"] = monitored.map(({ entry }) => entry);
  for (const [index, { row }] of monitored.entries()) note("monitoring", index, row);
  const years = distinctRows("growth", "fiscalYear", tables)
    .map((row) => ({ row, entry: storedRow("growth", row) }))
    .sort((a, b) => byGrowthYear(Number(a.entry["fiscalYear"]), Number(b.entry["fiscalYear"])));
  facts["growth"] = years.map(({ entry }) => entry);
  for (const [index, { row }] of years.entries()) note("growth", index, row);
  for (const row of distinctRows("survey", "group", tables)) {
    const group = String(row.get("group"));
    putAt(facts, ["survey", group], storedRow("survey", row));
    note("survey", group, row);
  }
};

const itemSheets: readonly FurtherSheetKey[] = ["countyFacts", "statements", "reported"];
const headKeys = ["code", "name", "statisticsYear", "fiscalYear"] as const;

const readHead = (head: TableRow, rows: readonly TableRow[]): void => {
  for (const key of headKeys) if (head.get(key) === null && !head.bad(key)) head.complain("required", key);
  for (const row of rows) {
    const code = row.get("code");
    if (code !== null && code !== head.get("code")) row.complain("secondCounty", "code", { code });
  }
  const code = head.get("code");
  if (typeof code === "string" && !/^\d{6}$/u.test(code)) head.complain("badCountyCode", "code", { value: code });
};

/** Births by year, the first row of each year. */
const readBirths = (rows: readonly TableRow[], source: Source): { year: number; births: number }[] => {
  const found = rows.flatMap((row) => {
    const [year, births] = [row.get("birthYear"), row.get("births")];
    if (year === null && births !== null && !row.bad("birthYear")) row.complain("required", "birthYear");
    return year === null || births === null ? [] : [{ row, year: Number(year), births: Number(births) }];
  });
  found.sort((a, b) => a.year - b.year);
  for (const [index, { row }] of found.entries()) source[`births.${index}`] = row.number;
  return found.map(({ year, births }) => ({ year, births }));
};

/** The county's head, births and further facts. Null, with complaints made, when there is no county to speak of. */
export const assembleCounty = (tables: Tables, issues: IssueList): AssembledCounty | null => {
  const { rows } = tables.core.county;
  const [head] = rows;
  if (head === undefined) {
    issues.file("error", "noCounty", sheets.county.name);
    return null;
  }
  readHead(head, rows.slice(1));
  const source: Source = { county: head.number };
  const births = readBirths(rows, source);
  const facts: Facts = {};
  for (const key of itemSheets) readItems(key, tables, issues, facts, source);
  readLists(tables, facts, source);
  const parsed = countySchema.safeParse({ ...facts, ...Object.fromEntries(headKeys.map((key) => [key, head.get(key)])), births });
  if (!parsed.success) {
    if (!issues.hasErrors()) issues.file("error", "invalidCounty", sheets.county.name);
    return null;
  }
  const moved = Object.assign({}, ...[tables.core.county, ...Object.values(tables.further)].map((table) => table.moved)) as Source;
  return { county: parsed.data, source: { ...source, ...moved } };
};
