import type { CountyDataset, School } from "../contract";
import { monitoredSubjects } from "../facts-contract";
import { labelOf } from "./code-lists";
import type { ItemLayout } from "./columns";
import { type SheetKey, type SheetLayout, sheetOrder, sheets } from "./layout";
import { vetoItem } from "./layout-county";

type CellValue = string | number | null;
/** What stands in a row of the workbook, by column key. */
export type Row = ReadonlyMap<string, CellValue>;
type Content = Pick<CountyDataset, "county" | "schools">;

const cellOf = (value: string | number | boolean | null): CellValue => (typeof value === "boolean" ? (value ? "yes" : "no") : value);

const flatten = (prefix: string, value: unknown, into: Map<string, CellValue>): void => {
  if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) flatten(prefix === "" ? key : `${prefix}.${key}`, member, into);
  } else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) {
    into.set(prefix, cellOf(value));
  }
};

const rowOf = (value: unknown, more: Readonly<Record<string, CellValue>> = {}): Row => {
  const row = new Map<string, CellValue>();
  flatten("", value, row);
  for (const [key, cell] of Object.entries(more)) row.set(key, cell);
  return row;
};

/** First parts of the paths in a sheet, so that a row flattens no more of a school than the sheet shows. */
const headsOf = new Map(sheetOrder.map((key) => [key, new Set(sheets[key].columns.map((entry) => entry.key.split(".")[0] ?? ""))]));

/** The part of a school that a sheet holds. */
const partOf = ({ key, rows }: SheetLayout, school: School): unknown => {
  const members = Object.entries(school);
  const base = "base" in rows ? rows.base : "";
  if (base !== "") return members.find(([name]) => name === base)?.[1];
  return Object.fromEntries(members.filter(([name]) => headsOf.get(key)?.has(name)));
};

const hasFigure = (row: Row, { columns }: SheetLayout): boolean =>
  columns.some(({ key, cell }) => cell.kind !== "code" && cell.kind !== "schoolName" && (row.get(key) ?? null) !== null);

/** Sheets in which only schools of some stage have anything to fill in. */
const asked = (sheet: SheetKey, school: School): boolean => {
  if (sheet === "schools" || sheet === "pupils" || sheet === "classes" || sheet === "facilities") return true;
  if (sheet === "totals") return false;
  if (sheet === "retention") return school.pupils.juniorByGrade !== null;
  return school.pupils.primaryByGrade !== null || school.pupils.juniorByGrade !== null;
};

const schoolRows = (layout: SheetLayout, school: School): readonly Row[] => {
  const { rows, key } = layout;
  const head = { code: school.code, name: school.name };
  if (rows.kind === "school") {
    const row = rowOf(partOf(layout, school), head);
    return asked(key, school) || hasFigure(row, layout) ? [row] : [];
  }
  if (rows.kind === "schoolBy") {
    const parts = Object.entries(partOf(layout, school) as Readonly<Record<string, object | null>>);
    return parts.flatMap(([part, value]) => (value === null ? [] : [rowOf(value, { ...head, [rows.by]: part })]));
  }
  if (rows.kind === "schoolList") return school[rows.base].map((entry) => rowOf(entry, head));
  return [];
};

const countyHeadRows = ({ births, code, name, statisticsYear, fiscalYear }: CountyDataset["county"]): readonly Row[] => {
  const head = { code, name, statisticsYear, fiscalYear };
  const lines = births.map((entry) => ({ birthYear: entry.year, births: entry.births }));
  const [first = {}, ...rest] = lines;
  return [rowOf(first, head), ...rest.map((line) => rowOf(line))];
};

const valueAt = (county: CountyDataset["county"], path: string): CellValue => {
  const [head = "", ...rest] = path.split(".");
  if (head === "declarations" || head === "vetoes") {
    const stated: Readonly<Record<string, boolean | undefined>> = county[head];
    const key = rest.join(".");
    return Object.hasOwn(stated, key) ? cellOf(stated[key] ?? null) : null;
  }
  return rowOf(county[head === "facts" || head === "basicScore" ? head : "reported"]).get(rest.join(".")) ?? null;
};

const itemRows = (key: SheetKey, items: readonly ItemLayout[], county: CountyDataset["county"]): readonly Row[] => {
  const known = new Set(items.map(({ path }) => path));
  // Vetoes of a layer of the rules stand below those that are printed.
  const more =
    key === "statements"
      ? Object.keys(county.vetoes)
          .map(vetoItem)
          .sort((a, b) => (a.path < b.path ? -1 : 1))
      : [];
  return [...items, ...more.filter(({ path }) => !known.has(path))].map(({ path, label, unit, cell }) => {
    const value = valueAt(county, path);
    return new Map<string, CellValue>([
      ["item", label],
      ["unit", unit],
      ["value", cell.kind === "choice" && value !== null ? labelOf(cell.list, String(value)) : value],
    ]);
  });
};

const listRows = (base: "monitoring" | "growth", county: CountyDataset["county"]): readonly Row[] => {
  if (base === "growth") return county.growth.map((entry) => rowOf(entry));
  return monitoredSubjects.map((subject) => rowOf(county.monitoring.find((entry) => entry.subject === subject) ?? { subject }));
};

/** Rows of a sheet for a dataset in canonical form; a county without schools gets the rows that the template prints. */
export const rowsOfSheet = (key: SheetKey, { county, schools }: Content): readonly Row[] => {
  const layout = sheets[key];
  const { rows } = layout;
  switch (rows.kind) {
    case "county":
      return countyHeadRows(county);
    case "items":
      return itemRows(key, rows.items, county);
    case "countyBy":
      return Object.entries(county[rows.base]).map(([part, value]) => rowOf(value, { [rows.by]: part }));
    case "countyList":
      return listRows(rows.base, county);
    default:
      return schools.flatMap((school) => schoolRows(layout, school));
  }
};
