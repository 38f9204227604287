import { type CountyDataset, countySchema, type SchoolSource } from "./contract";
import { likelyCountyLimits } from "./county-checks";
import type { EntryFigures } from "./entry-contract";
import { type CountyView, countyViews, type EntryColumn, type EntryLine, type EntryValue, entryPath, lineRows } from "./entry-grid";
import { entryColumns, itemLines } from "./entry-layout";
import { monitoredSubjects } from "./facts-contract";
import { labelOf } from "./workbook/code-lists";

/** The county's own return in the grid. Pure. A line of a list is named by its year or subject (`growth.2024.…`), not by its place, which moves. */

type County = CountyDataset["county"];
type Group = { [key: string]: unknown };
const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null;

/** Years of a list that may be filled in besides those that are. */
const yearsBack = { births: 9, growth: 3 } as const;

/** What tells the entries of a list of the county apart. */
const listKeys: Readonly<Record<string, string>> = { births: "year", monitoring: "subject", growth: "fiscalYear" };

const yearLines = (base: "births" | "growth", known: readonly number[], last: number): readonly EntryLine[] => {
  const offered = Array.from({ length: yearsBack[base] }, (_, back) => last - back);
  return [...new Set([...known, ...offered])]
    .sort((a, b) => a - b)
    .map((year) => ({ path: `${base}.${year}`, label: String(year), column: null }));
};

/** Lines of a sheet of the county's return: items, groups, subjects, and the years that are or may be filled in. */
export const countyLines = (view: CountyView, county: County): readonly EntryLine[] => {
  switch (view) {
    case "countyFacts":
    case "reported":
      return itemLines(view);
    case "births":
      return yearLines(
        "births",
        county.births.map(({ year }) => year),
        county.statisticsYear,
      );
    case "growth":
      return yearLines(
        "growth",
        county.growth.map(({ fiscalYear }) => fiscalYear),
        county.fiscalYear,
      );
    case "monitoring":
      return monitoredSubjects.map((subject) => ({ path: `monitoring.${subject}`, label: labelOf("subject", subject), column: null }));
    case "survey":
      return (["all", "parents"] as const).map((group) => ({
        path: `survey.${group}`,
        label: labelOf("surveyGroup", group),
        column: null,
      }));
  }
};

const step = (at: unknown, key: string): unknown => (isGroup(at) && Object.hasOwn(at, key) ? at[key] : null);

/** The entry of a list with this year or subject. */
const entryOf = (county: County, base: string, key: string): unknown => {
  const [list, by] = [step(county, base), listKeys[base]];
  return Array.isArray(list) && by !== undefined ? list.find((entry: unknown) => String(step(entry, by)) === key) : undefined;
};

/** The stored value at a path of the grid; null for what is not reported. */
export const countyValueAt = (county: County, path: string): EntryValue => {
  const [base = "", key = "", ...rest] = path.split(".");
  const found = Object.hasOwn(listKeys, base)
    ? rest.reduce<unknown>(step, entryOf(county, base, key))
    : path.split(".").reduce<unknown>(step, county);
  return typeof found === "string" || typeof found === "number" || typeof found === "boolean" ? found : null;
};

/** Figures of a sheet, line by line: of the same lines the year before when `of` is that year's county. */
export const countyRows = (view: CountyView, county: County, of: County = county): EntryFigures["now"] =>
  lineRows(countyLines(view, county)).map((row) =>
    entryColumns(view).map((column) => {
      const path = entryPath(column, row);
      return path === null ? null : countyValueAt(of, path);
    }),
  );

/** Paths whose figure changed since the year before by more than a yearly figure does. */
export const countyJumps = (view: CountyView, county: County, was: County): readonly string[] =>
  lineRows(countyLines(view, county)).flatMap((row) =>
    entryColumns(view).flatMap((column) => {
      const path = entryPath(column, row);
      const [before, now] = path === null ? [null, null] : [countyValueAt(was, path), countyValueAt(county, path)];
      const jumped =
        typeof before === "number" && typeof now === "number" && before > 0 && Math.abs(now / before - 1) > likelyCountyLimits.growth;
      return path !== null && jumped ? [path] : [];
    }),
  );

export interface CountyPlace {
  readonly view: CountyView;
  readonly column: EntryColumn;
}

const countyKeys: Readonly<Partial<Record<CountyView, readonly string[]>>> = { monitoring: monitoredSubjects, survey: ["all", "parents"] };
const listPath = /^(births|growth|monitoring|survey)\.(\w+)\.(\w+)$/u;

/** Sheet and column of a figure of the county; null for paths that the grid does not hold. */
export const countyPlace = (path: string): CountyPlace | null => {
  for (const view of ["countyFacts", "reported"] as const) {
    const column = itemLines(view).find((line) => line.path === path)?.column;
    if (column != null) return { view, column };
  }
  const [, base = "", key = "", field = ""] = listPath.exec(path) ?? [];
  const view = countyViews.find((one) => one === base);
  if (view === undefined) return null;
  const known = view === "births" || view === "growth" ? /^\d{4}$/u.test(key) : countyKeys[view]?.includes(key) === true;
  const column = entryColumns(view).find((one) => one.key === field);
  return column === undefined || !known ? null : { view, column };
};

/** Puts a value into a copy of the county; an entry of a list of which nothing is left goes, one that is new comes. */
const put = (county: Group, path: string, value: EntryValue): void => {
  const [base = "", key = "", field = ""] = path.split(".");
  const [by, list] = [listKeys[base], county[base]];
  if (by === undefined || !Array.isArray(list)) {
    const keys = path.split(".");
    const group = keys.slice(0, -1).reduce<unknown>(step, county);
    if (isGroup(group)) group[keys.at(-1) ?? ""] = value;
    return;
  }
  const found: unknown = list.find((entry: unknown) => String(step(entry, by)) === key);
  const figures = entryColumns(base === "births" || base === "monitoring" ? base : "growth").map((column) => column.key);
  const entry: Group = isGroup(found)
    ? found
    : { [by]: by === "subject" ? key : Number(key), ...Object.fromEntries(figures.map((one) => [one, null])) };
  entry[field] = value;
  const rest = list.filter((one: unknown) => one !== found);
  county[base] = figures.every((one) => entry[one] === null) ? rest : [...rest, entry];
};

/** A county with other values at some paths; the path that it cannot hold where it is no county any more. */
export const withCountyValues = (
  county: County,
  values: readonly { readonly path: string; readonly value: EntryValue }[],
): { readonly county: County; readonly at: null } | { readonly county: null; readonly at: string } => {
  const copy = structuredClone<Group>(county);
  for (const { path, value } of values) put(copy, path, value);
  const parsed = countySchema.safeParse(copy);
  return parsed.success
    ? { county: parsed.data, at: null }
    : { county: null, at: parsed.error.issues[0]?.path.map(String).join(".") ?? "" };
};

/** The path of the grid for one of the dataset, where entries of lists stand by their places; as it is for all others. */
export const namedPath = (county: County, path: string): string => {
  const inner = path.startsWith("county.") ? path.slice("county.".length) : path;
  const [base = "", index = "", ...rest] = inner.split(".");
  const by = listKeys[base];
  if (by === undefined || !/^\d{1,3}$/u.test(index)) return inner;
  return [base, String(step(step(step(county, base), index), by)), ...rest].join(".");
};

const placed = (county: County, base: string): ReadonlyMap<string, number> => {
  const [list, by] = [step(county, base), listKeys[base]];
  return new Map(Array.isArray(list) && by !== undefined ? list.map((entry: unknown, index) => [String(step(entry, by)), index]) : []);
};

/** Where the county's figures came from, after typed cells: entries of lists are found at their new places. */
export const movedSource = (source: SchoolSource, before: County, after: County, typed: readonly string[], mark: string): SchoolSource => {
  const moved = new Map(
    Object.entries(source).filter(([key]) => !Object.keys(listKeys).some((base) => key.replace(/^=/u, "").startsWith(`${base}.`))),
  );
  for (const base of Object.keys(listKeys)) {
    const places = placed(after, base);
    for (const [name, index] of placed(before, base)) {
      const [from, to] = [`${base}.${index}`, places.get(name)];
      if (to === undefined) continue;
      for (const [key, cell] of Object.entries(source)) {
        const plain = key.replace(/^=/u, "");
        if (plain === from || plain.startsWith(`${from}.`)) moved.set(key.replace(from, `${base}.${to}`), cell);
      }
    }
  }
  for (const path of typed) {
    const [base = "", name = "", ...rest] = path.split(".");
    const to = placed(after, base).get(name);
    if (listKeys[base] === undefined) moved.set(`=${path}`, mark);
    else if (to !== undefined) moved.set(`=${[base, to, ...rest].join(".")}`, mark);
  }
  return Object.fromEntries(moved);
};
