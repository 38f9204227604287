import {
  type CountyView,
  type EntryBelongs,
  type EntryColumn,
  type EntryLine,
  type EntryPart,
  type EntryView,
  entryViews,
  isCountyView,
} from "./entry-grid";
import { type CodeList, codeLists } from "./workbook/code-lists";
import { type ColumnLayout, isEntry, type SheetKey, sheets } from "./workbook/layout";

/** Columns and rows of the grid of returns. They are those of the county workbook: a copied range of one fits the other. */

type EntrySheet = Exclude<EntryView, "all" | CountyView>;
const entrySheets = entryViews.filter((view): view is EntrySheet => view !== "all" && !isCountyView(view)) satisfies readonly SheetKey[];

const sheetsOf = (view: Exclude<EntryView, CountyView>): readonly EntrySheet[] =>
  view === "all" ? ["pupils", "classes", "teachers", "facilities", "rooms", "money", "staff"] : [view];

/** Identity that a school cannot be without. */
const required = new Set(["name", "type", "ownerCode", "township", "locality", "countsAsSchool"]);
/** Not to be changed in the grid: whose row it is. */
const fixed = new Set(["code", "stage"]);

const belongsOf = (sheet: SheetKey, key: string): EntryBelongs => {
  if (sheets[sheet].rows.kind === "schoolBy") return "part";
  if (key.startsWith("primaryByGrade.")) return "primary";
  return key.startsWith("juniorByGrade.") ? "junior" : "school";
};

/** A column of a school's or the county's sheet; what is not said by its cell is that of a figure once a row. */
const columnOf = (
  sheet: EntryView,
  sheetName: string,
  { key, heading, unit, cell }: Pick<ColumnLayout, "key" | "heading" | "unit" | "cell">,
  more: Partial<Pick<EntryColumn, "base" | "belongs" | "required">> = {},
): EntryColumn => {
  const list = cell.kind === "choice" ? cell.list : null;
  const items: CodeList["items"] = list === null ? [] : codeLists[list].items;
  return {
    id: `${sheet}:${key}`,
    sheet,
    sheetName,
    base: "",
    key,
    heading,
    unit,
    belongs: "school",
    cell,
    required: false,
    choices: items.map(({ value, label }) => ({ value, label })),
    list,
    ...more,
  };
};

const schoolColumn = (sheet: EntrySheet, layout: ColumnLayout): EntryColumn => {
  const { rows, name } = sheets[sheet];
  return columnOf(sheet, name, layout, {
    base: "base" in rows ? rows.base : "",
    belongs: belongsOf(sheet, layout.key),
    required: sheet === "schools" && required.has(layout.key),
  });
};

/** What tells the lines of a sheet of the county apart: the head of the line, not a figure. */
const lineKeys = new Set(["subject", "group", "fiscalYear"]);

const countyColumns = (view: CountyView): readonly EntryColumn[] => {
  const { name, columns } = sheets[view === "births" ? "county" : view];
  const figures = columns.filter((entry) => (view === "births" ? entry.key === "births" : isEntry(entry) && !lineKeys.has(entry.key)));
  return figures.filter(({ key }) => key !== "item").map((entry) => columnOf(view, name, entry));
};

const columns = new Map<EntryView, readonly EntryColumn[]>(
  entryViews.map((view) => [
    view,
    isCountyView(view)
      ? countyColumns(view)
      : sheetsOf(view).flatMap((sheet) =>
          sheets[sheet].columns.filter((entry) => isEntry(entry) && !fixed.has(entry.key)).map((entry) => schoolColumn(sheet, entry)),
        ),
  ]),
);

/** Columns of a view, in the order of the workbook. */
export const entryColumns = (view: EntryView): readonly EntryColumn[] => columns.get(view) ?? [];

/** The lines of a sheet of items, each with what may stand in it. */
export const itemLines = (view: "countyFacts" | "reported"): readonly EntryLine[] => {
  const { rows, name } = sheets[view];
  if (rows.kind !== "items") return [];
  return rows.items.map(({ path, label, unit, cell }) => ({
    path,
    label,
    column: columnOf(view, name, { key: path, heading: label, unit, cell }),
  }));
};

const allColumns = entrySheets.flatMap((sheet) => entryColumns(sheet));

/** Sheet and column of the figure at `path`; of a group of figures, its first. Null for paths that the grid does not hold. */
export const entryPlace = (
  path: string,
): { readonly column: EntryColumn; readonly part: EntryPart | null; readonly exact: boolean } | null => {
  for (const column of allColumns) {
    const { base, key, belongs } = column;
    const parts = belongs === "part" ? (["primary", "junior", "unsplit"] as const) : [null];
    for (const part of parts) {
      const whole = [base, part ?? "", key].filter((piece) => piece !== "").join(".");
      if (whole === path || whole.startsWith(`${path}.`))
        return { column, part: part ?? (belongs === "school" || belongs === "part" ? null : belongs), exact: whole === path };
    }
  }
  return null;
};
