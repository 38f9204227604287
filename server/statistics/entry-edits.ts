import { byText, canonicalDataset, noTeachers } from "./canonical";
import { type CountyDataset, type School, schoolSchema } from "./contract";
import type { EntryEdit, EntryProblem } from "./entry-contract";
import { countyPlace, countyValueAt, withCountyValues } from "./entry-county";
import { countyCode, type EntryColumn, type EntryValue } from "./entry-grid";
import { entryPlace } from "./entry-layout";
import { readEntry } from "./entry-value";
import { classSizeBands } from "./facts-contract";

/** Typed cells laid over a dataset. Pure; what a text means is said by the columns of the workbook. */

type Group = { [key: string]: unknown };
const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null;

/** The stored value at a dotted path; null for what is not reported or not there. */
export const valueAt = (school: School, path: string): EntryValue => {
  let at: unknown = school;
  for (const key of path.split(".")) {
    if (!isGroup(at) || !Object.hasOwn(at, key)) return null;
    at = at[key];
  }
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean" ? at : null;
};

/** A group of which nothing is reported, where a school has none yet. */
const emptyGroup = (path: string): unknown => {
  if (path.startsWith("teachers.")) return noTeachers();
  const length = path.startsWith("classSizes.") ? classSizeBands.length : path.endsWith("primaryByGrade") ? 6 : 3;
  return Array.from({ length }, () => null);
};

const put = (school: Group, path: string, value: EntryValue): void => {
  const keys = path.split(".");
  let at = school;
  for (const [index, key] of keys.slice(0, -1).entries()) {
    if (!isGroup(at[key])) at[key] = emptyGroup(keys.slice(0, index + 1).join("."));
    const inner = at[key];
    if (!isGroup(inner)) return;
    at = inner;
  }
  at[keys.at(-1) ?? ""] = value;
};

export interface EntryPatch {
  readonly edit: EntryEdit;
  readonly before: EntryValue;
  readonly after: EntryValue;
}

export interface Edited {
  /** In canonical form; without the edits that cannot be read. */
  readonly dataset: CountyDataset;
  readonly patches: readonly EntryPatch[];
  /** Edits whose cell holds another value than the hand had seen. */
  readonly conflicts: readonly EntryPatch[];
  readonly problems: readonly EntryProblem[];
}

const problemOf = (
  { code, path }: EntryEdit,
  school: string,
  column: EntryColumn | null,
  message: string,
  params: EntryProblem["params"],
): EntryProblem => ({
  code,
  path,
  view: code === countyCode ? (countyPlace(path)?.view ?? null) : (column?.sheet ?? null),
  message: `checks.${message}`,
  // The sentences of the workbook name sheet and cell; here the cell is the school's.
  params: { sheet: column?.sheetName ?? "", cell: school, heading: column?.heading ?? path, ...params },
});

/** The column of a typed cell and what stands there; null for a cell that the grid does not hold. */
const cellOf = (
  { county }: CountyDataset,
  school: School | undefined,
  { code, path }: EntryEdit,
): { readonly column: EntryColumn; readonly before: EntryValue } | null => {
  if (code === countyCode) {
    const column = countyPlace(path)?.column;
    return column === undefined ? null : { column, before: countyValueAt(county, path) };
  }
  const place = entryPlace(path);
  return school === undefined || place?.exact !== true ? null : { column: place.column, before: valueAt(school, path) };
};

/** A dataset with typed cells in the place of its own. The last edit of a cell counts. */
export const applyEdits = (dataset: CountyDataset, edits: readonly EntryEdit[]): Edited => {
  const schools = new Map(dataset.schools.map((school) => [school.code, school]));
  const touched = new Map<string, Group>();
  const [patches, conflicts, problems]: [EntryPatch[], EntryPatch[], EntryProblem[]] = [[], [], []];
  const last = new Map(edits.map((edit) => [`${edit.code} ${edit.path}`, edit]));
  for (const edit of last.values()) {
    const school = schools.get(edit.code);
    const name = edit.code === countyCode ? dataset.county.name : (school?.name ?? edit.code);
    const cell = cellOf(dataset, school, edit);
    if (cell === null) {
      problems.push(problemOf(edit, name, entryPlace(edit.path)?.column ?? null, "unknownCell", { code: edit.code }));
      continue;
    }
    const { column, before } = cell;
    const read = readEntry(edit.text, column);
    if (!read.ok) {
      problems.push(problemOf(edit, name, column, read.problem, read.params));
      continue;
    }
    if (before === read.value) continue;
    const patch = { edit, before, after: read.value };
    if (before !== edit.was) {
      conflicts.push(patch);
      continue;
    }
    patches.push(patch);
    if (school === undefined) continue;
    const copy = touched.get(edit.code) ?? structuredClone<Group>(school);
    put(copy, edit.path, read.value);
    touched.set(edit.code, copy);
  }
  const ofCounty = patches.filter(({ edit }) => edit.code === countyCode);
  const county = withCountyValues(
    dataset.county,
    ofCounty.map(({ edit, after }) => ({ path: edit.path, value: after })),
  );
  const [first] = ofCounty;
  if (county.county === null && first !== undefined)
    problems.push(
      problemOf(first.edit, dataset.county.name, countyPlace(first.edit.path)?.column ?? null, "invalidSchool", {
        code: dataset.county.code,
        at: county.at,
      }),
    );
  const changed: School[] = [];
  for (const [code, facts] of touched) {
    const parsed = schoolSchema.safeParse(facts);
    const path = parsed.success ? "" : (parsed.error.issues[0]?.path.join(".") ?? "");
    if (parsed.success) changed.push(parsed.data);
    else {
      const edit = edits.find((one) => one.code === code && one.path === path) ?? edits.find((one) => one.code === code);
      if (edit !== undefined)
        problems.push(
          problemOf(edit, schools.get(code)?.name ?? code, entryPlace(edit.path)?.column ?? null, "invalidSchool", { code, at: path }),
        );
    }
  }
  const byCode = new Map(changed.map((school) => [school.code, school]));
  return {
    dataset: canonicalDataset({
      ...dataset,
      county: county.county ?? dataset.county,
      schools: dataset.schools.map((school) => byCode.get(school.code) ?? school),
    }),
    patches,
    conflicts,
    problems: problems.sort((a, b) => byText(a.code, b.code) || byText(a.path, b.path)),
  };
};
