import { byLineage } from "../canonical-facts";
import {
  type CountyDataset,
  type School,
  type SchoolSource,
  type Stage,
  schoolSchema,
  stages,
  stagesOfType,
  typesWithSenior,
} from "../contract";
import { lineageEntrySchema } from "../facts-contract";
import { assembleCounty } from "./assemble-county";
import type { IssueList } from "./issues";
import { cellAddress, countySourceKey, type FurtherSheetKey, furtherSheetKeys, headingText, sheets, sourceKeyOf } from "./layout";
import { type RowsBySchool, rowsBySchool } from "./school-rows";
import type { Table, TableRow, Tables } from "./table";
import { type Facts, putAt, storedRow } from "./values";

export interface Assembled {
  readonly dataset: CountyDataset;
  /** By school code; the county's own under `countySourceKey`. */
  readonly sources: Readonly<Record<string, SchoolSource>>;
}

const primaryKeys = [0, 1, 2, 3, 4, 5].map((grade) => `primaryByGrade.${grade}`);
const juniorKeys = [0, 1, 2].map((grade) => `juniorByGrade.${grade}`);

const gradeCells = (row: TableRow | undefined, keys: readonly string[], taught: boolean): (string | number | null)[] | null => {
  const cells = keys.map((key) => row?.get(key) ?? null);
  return taught || cells.some((cell) => cell !== null) ? cells : null;
};

const grades = (row: TableRow | undefined, taught: readonly Stage[]) => ({
  primaryByGrade: gradeCells(row, primaryKeys, taught.includes("primary")),
  juniorByGrade: gradeCells(row, juniorKeys, taught.includes("junior")),
});

const teacherGroup = (row: TableRow | undefined) => {
  const group = storedRow("teachers", row);
  return Object.values(group).some((cell) => cell !== null) ? group : null;
};

const requiredIdentity = ["code", "name", "type", "ownerCode", "township", "locality", "countsAsSchool"];

/** Rows of 学校 whose identity is whole. */
const identified = (table: Table): readonly TableRow[] => {
  const seen = new Map<string, number>();
  return table.rows.filter((row) => {
    const missing = requiredIdentity.filter((key) => row.get(key) === null);
    for (const key of missing) if (!row.bad(key)) row.complain("required", key);
    const code = row.get("code");
    if (code === null) return false;
    const first = seen.get(String(code));
    if (first !== undefined) {
      row.complain("duplicateCode", "code", { code, first });
      return false;
    }
    seen.set(String(code), row.number);
    return missing.length === 0;
  });
};

interface Attached {
  readonly pupils: TableRow | undefined;
  readonly classes: TableRow | undefined;
  readonly facilities: TableRow | undefined;
  readonly teachers: ReadonlyMap<string, TableRow>;
  readonly history: readonly TableRow[];
}

/** Rows of the sheets that a workbook may leave out, by sheet. */
type FurtherRows = ReadonlyMap<FurtherSheetKey, RowsBySchool>;

const keyColumnsOf = (sheet: FurtherSheetKey): readonly string[] | null => {
  const { rows } = sheets[sheet];
  if (rows.kind === "school") return [];
  if (rows.kind === "schoolBy") return [rows.by];
  return rows.kind === "schoolList" ? ["year", "event", "fromCode"] : null;
};

/** The further facts of a school, with the rows they came from. */
const furtherFacts = (code: string, further: FurtherRows): { readonly facts: Facts; readonly source: SchoolSource } => {
  const facts: Facts = {};
  const source: Record<string, number> = {};
  for (const [sheet, bySchool] of further) {
    const { rows } = sheets[sheet];
    const found = [...(bySchool.get(code)?.values() ?? [])];
    if (rows.kind === "school") {
      for (const row of found) {
        source[sourceKeyOf(sheet, null)] = row.number;
        for (const [key, value] of Object.entries(storedRow(sheet, row)))
          putAt(facts, [...(rows.base === "" ? [] : [rows.base]), ...key.split(".")], value);
      }
    } else if (rows.kind === "schoolBy") {
      for (const row of found) {
        const part = String(row.get(rows.by));
        source[sourceKeyOf(sheet, part)] = row.number;
        putAt(facts, [rows.base, part], Object.values(storedRow(sheet, row)));
      }
    } else if (rows.kind === "schoolList") {
      const entries = found
        .map((row) => ({ row, entry: lineageEntrySchema.safeParse(storedRow(sheet, row)) }))
        .flatMap(({ row, entry }) => (entry.success ? [{ row, entry: entry.data }] : []))
        .sort((a, b) => byLineage(a.entry, b.entry));
      facts[rows.base] = entries.map(({ entry }) => entry);
      for (const [index, { row }] of entries.entries()) source[sourceKeyOf(sheet, index)] = row.number;
    }
  }
  return { facts, source };
};

const candidate = (row: TableRow, type: School["type"], { pupils, classes, facilities, teachers, history }: Attached): Facts => {
  const taught = stagesOfType[type];
  return {
    ...storedRow("schools", row),
    countsAsSchool: row.get("countsAsSchool") === "yes",
    pupils: { ...grades(pupils, taught), senior: pupils?.get("senior") ?? null },
    classes: grades(classes, taught),
    teachers: Object.fromEntries(stages.map((stage) => [stage, teacherGroup(teachers.get(stage))])),
    facilities: storedRow("facilities", facilities),
    history: history.map((past) => ({ year: past.get("year"), ...grades(past, taught) })),
  };
};

const sourceOf = (row: TableRow, { pupils, classes, facilities, teachers, history }: Attached): SchoolSource => ({
  schools: row.number,
  ...(pupils ? { pupils: pupils.number } : {}),
  ...(classes ? { classes: classes.number } : {}),
  ...(facilities ? { facilities: facilities.number } : {}),
  ...Object.fromEntries([...teachers].map(([stage, found]) => [sourceKeyOf("teachers", stage), found.number])),
  ...Object.fromEntries(history.map((past, index) => [sourceKeyOf("history", index), past.number])),
});

/** Sheets in which a school that teaches is expected to have a row. */
const expected = ["pupils", "classes", "facilities"] as const;

const warnOfMissingRows = (school: School, attached: Attached, issues: IssueList): void => {
  const taught = stagesOfType[school.type];
  const subject = { school: school.name, code: school.code };
  if (taught.length === 0 && !typesWithSenior.includes(school.type)) return;
  for (const sheet of taught.length === 0 ? (["pupils"] as const) : expected) {
    if (attached[sheet] === undefined) issues.file("warning", "rowMissing", sheets[sheet].name, subject);
  }
  if (taught.some((stage) => !attached.teachers.has(stage))) issues.file("warning", "rowMissing", sheets.teachers.name, subject);
};

/** Joins the tables into a dataset by school code; complains where they do not fit. Null when there is no dataset to speak of. */
export const assemble = (tables: Tables, issues: IssueList): Assembled | null => {
  const { core, further } = tables;
  const county = assembleCounty(tables, issues);
  const rows = identified(core.schools);
  if (core.schools.rows.length === 0) issues.file("error", "noSchools", sheets.schools.name);
  // Rows of a school whose identity has an error are not called unknown on top.
  const known = new Set(core.schools.rows.flatMap((row) => row.get("code") ?? []).map(String));
  const [pupils, classes, facilities] = [core.pupils, core.classes, core.facilities].map((table) => rowsBySchool(table, known, []));
  const teachers = rowsBySchool(core.teachers, known, ["stage"]);
  const history = rowsBySchool(core.history, known, ["year"]);
  const furtherRows: FurtherRows = new Map(
    furtherSheetKeys.flatMap((sheet) => {
      const keys = keyColumnsOf(sheet);
      return keys === null ? [] : [[sheet, rowsBySchool(further[sheet], known, keys)] as const];
    }),
  );
  const moved: SchoolSource = Object.assign({}, ...[...Object.values(core), ...Object.values(further)].map((table) => table.moved));
  const schools: School[] = [];
  const sources = new Map<string, SchoolSource>();
  const joined: (readonly [School, Attached])[] = [];
  for (const row of rows) {
    const code = String(row.get("code"));
    const type = schoolSchema.shape.type.safeParse(row.get("type"));
    if (!type.success) continue;
    const attached: Attached = {
      pupils: pupils?.get(code)?.get(""),
      classes: classes?.get(code)?.get(""),
      facilities: facilities?.get(code)?.get(""),
      teachers: teachers.get(code) ?? new Map(),
      history: [...(history.get(code)?.values() ?? [])].sort((a, b) => Number(a.get("year")) - Number(b.get("year"))),
    };
    const more = furtherFacts(code, furtherRows);
    const source = { ...sourceOf(row, attached), ...more.source, ...moved };
    const parsed = schoolSchema.safeParse({ ...more.facts, ...candidate(row, type.data, attached) });
    if (parsed.success) {
      schools.push(parsed.data);
      sources.set(code, source);
      joined.push([parsed.data, attached]);
    } else {
      const path = parsed.error.issues[0]?.path.join(".") ?? "";
      const field = sheets.schools.columns.find(({ key }) => key === path);
      row.complain("invalidSchool", "code", { code, at: cellAddress(source, path) ?? (field ? headingText(field) : path) });
    }
  }
  // A row that seems to be missing may be one that could not be read.
  if (!issues.hasErrors()) for (const [school, attached] of joined) warnOfMissingRows(school, attached, issues);
  if (county === null) return null;
  sources.set(countySourceKey, county.source);
  return { dataset: { format: "hengce.county-dataset/1", county: county.county, schools }, sources: Object.fromEntries(sources) };
};
