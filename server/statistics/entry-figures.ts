import type { CountyDataset, School } from "./contract";
import type { EntryFigures, EntryForm } from "./entry-contract";
import { countyLines, countyValueAt } from "./entry-county";
import { valueAt } from "./entry-edits";
import {
  countyCode,
  countyViews,
  type EntryRow,
  type EntryValue,
  type EntryView,
  entryPath,
  entryRows,
  lineRows,
  schoolViews,
} from "./entry-grid";
import { entryColumns } from "./entry-layout";
import { isJump } from "./year-checks";

/** Figures of a school in a view, row by row. */
export const rowsOf = (view: EntryView, school: School): EntryFigures["now"] =>
  entryRows(view, school).map((row) =>
    entryColumns(view).map((column) => {
      const path = entryPath(column, row);
      return path === null ? null : valueAt(school, path);
    }),
  );

/** Paths whose figure jumped since the year before, `was` being the same school then. */
export const jumpsOf = (view: EntryView, school: School, was: School): readonly string[] =>
  entryRows(view, school).flatMap((row) =>
    entryColumns(view).flatMap((column) => {
      const path = entryPath(column, row);
      const [before, now] = path === null ? [null, null] : [valueAt(was, path), valueAt(school, path)];
      return path !== null && typeof before === "number" && typeof now === "number" && isJump(path, before, now) ? [path] : [];
    }),
  );

const sheetOf = (view: EntryView, rows: readonly EntryRow[], read: (path: string) => EntryValue): EntryForm["sheets"] => {
  const filled = rows.map((row) => ({
    part: row.part,
    line: row.line?.column === null ? row.line : null,
    cells: entryColumns(view).flatMap((column) => {
      const path = entryPath(column, row);
      return path === null ? [] : [{ column: row.line?.column ?? column, path, value: read(path) }];
    }),
  }));
  // Items of the county are cells of one card, as the figures of a school's sheet are.
  const items = rows.every(({ line }) => line !== null && line.column !== null);
  const cards = items ? [{ part: null, line: null, cells: filled.flatMap(({ cells }) => cells) }] : filled;
  const some = cards.filter(({ cells }) => cells.length > 0);
  return some.length === 0 ? [] : [{ view, rows: some }];
};

/** All sheets of a school, with the cells that it reports. */
export const entryForm = (school: School): Pick<EntryForm, "school" | "sheets"> => {
  const { code, name, township, type } = school;
  const sheets = schoolViews.flatMap((view) =>
    view === "all" ? [] : sheetOf(view, entryRows(view, { code, name, township, type }), (path) => valueAt(school, path)),
  );
  return { school: { code, name }, sheets };
};

/** All sheets of the county's own return. */
export const countyForm = (county: CountyDataset["county"]): Pick<EntryForm, "school" | "sheets"> => ({
  school: { code: countyCode, name: county.name },
  sheets: countyViews.flatMap((view) => sheetOf(view, lineRows(countyLines(view, county)), (path) => countyValueAt(county, path))),
});
