import { type EntryBelongs, type EntryColumn, type EntryPart, type EntryView, entryViews } from "./entry-grid";
import { type CodeList, codeLists } from "./workbook/code-lists";
import { type ColumnLayout, isEntry, type SheetKey, sheets } from "./workbook/layout";

/** Columns and rows of the grid of returns. They are those of the county workbook: a copied range of one fits the other. */

type EntrySheet = Exclude<EntryView, "all">;
const entrySheets = entryViews.filter((view): view is EntrySheet => view !== "all") satisfies readonly SheetKey[];

const sheetsOf = (view: EntryView): readonly EntrySheet[] =>
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

const columnOf = (sheet: EntrySheet, { key, heading, unit, cell }: ColumnLayout): EntryColumn => {
  const { rows } = sheets[sheet];
  const list = cell.kind === "choice" ? cell.list : null;
  const items: CodeList["items"] = list === null ? [] : codeLists[list].items;
  return {
    id: `${sheet}:${key}`,
    sheet,
    sheetName: sheets[sheet].name,
    base: "base" in rows ? rows.base : "",
    key,
    heading,
    unit,
    belongs: belongsOf(sheet, key),
    cell,
    required: sheet === "schools" && required.has(key),
    choices: items.map(({ value, label }) => ({ value, label })),
    list,
  };
};

const columns = new Map<EntryView, readonly EntryColumn[]>(
  entryViews.map((view) => [
    view,
    sheetsOf(view).flatMap((sheet) =>
      sheets[sheet].columns.filter((entry) => isEntry(entry) && !fixed.has(entry.key)).map((entry) => columnOf(sheet, entry)),
    ),
  ]),
);

/** Columns of a view, in the order of the workbook. */
export const entryColumns = (view: EntryView): readonly EntryColumn[] => columns.get(view) ?? [];

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
