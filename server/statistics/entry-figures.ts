import type { School } from "./contract";
import type { EntryFigures, EntryForm } from "./entry-contract";
import { valueAt } from "./entry-edits";
import { type EntryView, entryPath, entryRows, entryViews } from "./entry-grid";
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

/** All sheets of a school, with the cells that it reports. */
export const entryForm = (school: School): Pick<EntryForm, "school" | "sheets"> => {
  const { code, name, township, type } = school;
  const sheets = entryViews.flatMap((view) => {
    if (view === "all") return [];
    const rows = entryRows(view, school).map((row) => ({
      part: row.part,
      cells: entryColumns(view).flatMap((column) => {
        const path = entryPath(column, row);
        return path === null ? [] : [{ column, path, value: valueAt(school, path) }];
      }),
    }));
    const some = rows.filter(({ cells }) => cells.length > 0);
    return some.length === 0 ? [] : [{ view, rows: some }];
  });
  return { school: { code, name, township, type }, sheets };
};
