import { err, ok, type Result } from "@server/kernel/result";
import { canonicalDataset } from "../canonical";
import { inFiles } from "../check-report";
import { checkDataset } from "../checks";
import type { School, SchoolSource } from "../contract";
import type { ImportedFile } from "../import-contract";
import { isError } from "../workbook/issues";
import { countySourceKey } from "../workbook/layout";
import type { Book } from "./books";
import { withCampusParents } from "./campus-parents";
import { type Collected, collectCountyReturn, collectSchoolReturn, collectTable, nothingCollected, whereOf } from "./collect";
import { completeCounty } from "./complete-county";
import { completeSchool } from "./complete-school";
import { type ImportContext, type ImportRefusal, knownSchools, type ParsedImport } from "./context";
import { ImportIssues } from "./drafts";
import { readItemSheet } from "./item-sheet";
import { readSchoolTable } from "./school-table";

type FormKind = ImportedFile["kind"];

/** Reads one sheet into the collection; null when it is no form. */
const collectSheet = (
  collected: Collected,
  book: Book,
  index: number,
  codeByName: (name: string) => string | null,
  issues: ImportIssues,
): { readonly kind: FormKind; readonly about: string; readonly schools: number } | null => {
  const where = whereOf(book, index);
  const items = readItemSheet(book.xlsx.rows(index));
  if (items?.kind === "county") {
    collectCountyReturn(collected, items, where, issues);
    return { kind: "countyReturn", about: String(collected.county.get("name")?.value ?? ""), schools: 0 };
  }
  if (items !== null) {
    const code = collectSchoolReturn(collected, items, where, codeByName, issues);
    const name = code === null ? null : collected.schools.get(code)?.get("name")?.value;
    return { kind: "schoolReturn", about: String(name ?? code ?? ""), schools: code === null ? 0 : 1 };
  }
  const table = readSchoolTable(book.xlsx.rows(index), where.sheet);
  if (table === null) return null;
  const schools = collectTable(collected, table, where, issues);
  return { kind: table.hasFigures ? "statisticsExport" : "schoolList", about: table.stage ?? "", schools };
};

const noteUnused = (collected: Collected, unread: readonly string[], issues: ImportIssues): void => {
  for (const file of unread) issues.file("warning", "fileNotRecognised", file, "");
  for (const [item, count] of collected.unknown) issues.file("warning", "unknownItem", "", "", { item, count });
};

/** Most schools named in one sentence. */
const maxNamed = 10;

/** Schools of the stored data of the year that the upload does not mention: they stay. */
const untouched = (collected: Collected, { sameYear }: ImportContext, issues: ImportIssues): readonly School[] => {
  const left = sameYear?.schools.filter(({ code }) => !collected.schools.has(code)) ?? [];
  if (left.length > 0 && collected.schools.size > 0) {
    const schools = left
      .slice(0, maxNamed)
      .map(({ name }) => name)
      .join("、");
    issues.file("warning", "schoolsKept", "", "", { count: left.length, schools });
  }
  return left;
};

const complete = (
  collected: Collected,
  context: ImportContext,
  files: readonly ImportedFile[],
  issues: ImportIssues,
): Result<ParsedImport, ImportRefusal> => {
  const known = knownSchools(context);
  const stored = new Map((context.sameYear?.schools ?? []).map((school) => [school.code, school]));
  const schools: School[] = [...untouched(collected, context, issues)];
  const sources: Record<string, SchoolSource> = {};
  for (const [code, draft] of [...collected.schools].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const completed = completeSchool(code, { draft, stored: stored.get(code), known: known.get(code) }, issues);
    if (completed === null) continue;
    schools.push(completed.school);
    sources[code] = completed.source;
  }
  const county = completeCounty(collected.county, context, issues);
  if (schools.length === 0 && !issues.hasErrors) issues.file("error", "formsWithoutSchools", files[0]?.name ?? "", "");
  if (county === null || issues.hasErrors) return err(issues.all);
  sources[countySourceKey] = county.source;
  const named = withCampusParents(schools, new Set(collected.schools.keys()), issues);
  const dataset = canonicalDataset({ format: "hengce.county-dataset/1", county: county.county, schools: [...named] });
  const checks = inFiles(checkDataset(dataset, sources), files);
  const found = [...issues.all, ...checks];
  return checks.some(isError)
    ? err([...checks.filter(isError), ...found.filter((issue) => !isError(issue))])
    : ok({ dataset, sources, warnings: found, files });
};

/** Reads official returns, exports and lists of schools; null when no sheet of the upload is any of these. */
export const readForms = async (
  books: readonly Book[],
  others: readonly string[],
  contextOf: () => Promise<ImportContext>,
): Promise<Result<ParsedImport, ImportRefusal> | null> => {
  const collected = nothingCollected();
  const issues = new ImportIssues();
  const context = await contextOf();
  const names = new Map<string, string | null>();
  for (const { name, code } of knownSchools(context).values()) names.set(name, names.has(name) ? null : code);
  const files: ImportedFile[] = [];
  const unread = [...others];
  for (const book of books) {
    const forms = book.xlsx.sheetNames.flatMap((_, index) => {
      const form = collectSheet(collected, book, index, (name) => names.get(name) ?? null, issues);
      return form === null ? [] : [form];
    });
    const [first] = forms;
    if (first === undefined) unread.push(book.file);
    else {
      const about = forms.length === 1 ? first.about : "";
      files.push({ name: book.file, kind: first.kind, about, schools: forms.reduce((sum, { schools }) => sum + schools, 0) });
    }
  }
  if (files.length === 0) return null;
  for (const name of unread) files.push({ name, kind: "unknown", about: "", schools: 0 });
  noteUnused(collected, unread, issues);
  return complete(collected, context, files, issues);
};
