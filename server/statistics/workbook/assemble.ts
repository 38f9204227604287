import {
  type CountyDataset,
  countySchema,
  type School,
  type SchoolSource,
  type Stage,
  schoolSchema,
  stages,
  stagesOfType,
  typesWithSenior,
} from "../contract";
import type { IssueList } from "./issues";
import { cellAddress, headingText, type SheetKey, sheets, sourceKeys } from "./layout";
import type { Table, TableRow } from "./table";

export type Tables = Readonly<Record<SheetKey, Table>>;

export interface Assembled {
  readonly dataset: CountyDataset;
  readonly sources: Readonly<Record<string, SchoolSource>>;
}

const primaryKeys = [0, 1, 2, 3, 4, 5].map((grade) => `primaryByGrade.${grade}`);
const juniorKeys = [0, 1, 2].map((grade) => `juniorByGrade.${grade}`);

/** First row of each school in a sheet; `keyOf` tells rows of one school apart. Complains of unknown and repeated ones. */
const rowsBySchool = (
  sheet: Exclude<SheetKey, "county" | "schools">,
  tables: Tables,
  known: ReadonlySet<string>,
  keyColumn: "stage" | "year" | null,
): ReadonlyMap<string, ReadonlyMap<string, TableRow>> => {
  const found = new Map<string, Map<string, TableRow>>();
  for (const row of tables[sheet].rows) {
    const code = row.get("code");
    const key = keyColumn === null ? "" : row.get(keyColumn);
    if (code === null) {
      if (!row.bad("code")) row.complain("required", "code");
    } else if (!known.has(String(code))) {
      row.complain("unknownSchool", "code", { code });
    } else if (keyColumn !== null && key === null) {
      if (!row.bad(keyColumn)) row.complain("required", keyColumn);
    } else {
      const rows = found.get(String(code)) ?? new Map<string, TableRow>();
      if (rows.has(String(key))) row.complain("duplicateRow", keyColumn ?? "code", { code });
      else rows.set(String(key), row);
      found.set(String(code), rows);
    }
  }
  return found;
};

const gradeCells = (row: TableRow | undefined, keys: readonly string[], taught: boolean): (string | number | null)[] | null => {
  const cells = keys.map((key) => row?.get(key) ?? null);
  return taught || cells.some((cell) => cell !== null) ? cells : null;
};

const grades = (row: TableRow | undefined, taught: readonly Stage[]) => ({
  primaryByGrade: gradeCells(row, primaryKeys, taught.includes("primary")),
  juniorByGrade: gradeCells(row, juniorKeys, taught.includes("junior")),
});

const fields = (
  sheet: "teachers" | "facilities",
  row: TableRow | undefined,
  without: readonly string[],
): Record<string, string | number | null> =>
  Object.fromEntries(
    sheets[sheet].columns
      .filter(({ key, cell }) => !without.includes(key) && cell.kind !== "total" && cell.kind !== "schoolName")
      .map(({ key }) => [key, row?.get(key) ?? null]),
  );

const teacherGroup = (row: TableRow | undefined, taught: boolean): Record<string, string | number | null> | null => {
  const group = fields("teachers", row, ["code", "stage"]);
  return taught || Object.values(group).some((cell) => cell !== null) ? group : null;
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

const readCounty = (table: Table, issues: IssueList): CountyDataset["county"] | null => {
  const [head] = table.rows;
  if (head === undefined) {
    issues.file("error", "noCounty", sheets.county.name);
    return null;
  }
  for (const key of ["code", "name", "statisticsYear", "fiscalYear"]) {
    if (head.get(key) === null && !head.bad(key)) head.complain("required", key);
  }
  for (const row of table.rows.slice(1)) {
    const code = row.get("code");
    if (code !== null && code !== head.get("code")) row.complain("secondCounty", "code", { code });
  }
  const births = table.rows.flatMap((row) => {
    const [year, count] = [row.get("birthYear"), row.get("births")];
    if (year === null && count !== null && !row.bad("birthYear")) row.complain("required", "birthYear");
    return year === null || count === null ? [] : [{ year, births: count }];
  });
  const code = head.get("code");
  if (typeof code === "string" && !/^\d{6}$/u.test(code)) head.complain("badCountyCode", "code", { value: code });
  const parsed = countySchema.safeParse({
    code,
    name: head.get("name"),
    statisticsYear: head.get("statisticsYear"),
    fiscalYear: head.get("fiscalYear"),
    births,
  });
  if (!parsed.success && !issues.hasErrors()) issues.file("error", "invalidCounty", sheets.county.name);
  return parsed.success ? parsed.data : null;
};

interface Attached {
  readonly pupils: TableRow | undefined;
  readonly classes: TableRow | undefined;
  readonly facilities: TableRow | undefined;
  readonly teachers: ReadonlyMap<string, TableRow>;
  readonly history: readonly TableRow[];
}

const candidate = (row: TableRow, type: School["type"], { pupils, classes, facilities, teachers, history }: Attached): unknown => {
  const taught = stagesOfType[type];
  return {
    code: row.get("code"),
    name: row.get("name"),
    type,
    ownerCode: Number(row.get("ownerCode")),
    township: row.get("township"),
    locality: row.get("locality"),
    builtYear: row.get("builtYear"),
    countsAsSchool: row.get("countsAsSchool") === "yes",
    parentCode: row.get("parentCode"),
    pupils: { ...grades(pupils, taught), senior: pupils?.get("senior") ?? null },
    classes: grades(classes, taught),
    teachers: Object.fromEntries(stages.map((stage) => [stage, teacherGroup(teachers.get(stage), taught.includes(stage))])),
    facilities: fields("facilities", facilities, ["code"]),
    history: history.map((past) => ({ year: past.get("year"), ...grades(past, taught) })),
  };
};

const sourceOf = (row: TableRow, { pupils, classes, facilities, teachers, history }: Attached, moved: SchoolSource): SchoolSource => ({
  [sourceKeys.schools]: row.number,
  ...(pupils ? { [sourceKeys.pupils]: pupils.number } : {}),
  ...(classes ? { [sourceKeys.classes]: classes.number } : {}),
  ...(facilities ? { [sourceKeys.facilities]: facilities.number } : {}),
  ...Object.fromEntries(
    stages.flatMap((stage) => {
      const found = teachers.get(stage);
      return found ? [[sourceKeys.teachers(stage), found.number]] : [];
    }),
  ),
  ...Object.fromEntries(history.map((past, index) => [sourceKeys.history(index), past.number])),
  ...moved,
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
  const county = readCounty(tables.county, issues);
  const rows = identified(tables.schools);
  if (tables.schools.rows.length === 0) issues.file("error", "noSchools", sheets.schools.name);
  // Rows of a school whose identity has an error are not called unknown on top.
  const known = new Set(tables.schools.rows.flatMap((row) => row.get("code") ?? []).map(String));
  const single = (sheet: "pupils" | "classes" | "facilities") => rowsBySchool(sheet, tables, known, null);
  const [pupils, classes, facilities] = [single("pupils"), single("classes"), single("facilities")];
  const teachers = rowsBySchool("teachers", tables, known, "stage");
  const history = rowsBySchool("history", tables, known, "year");
  const moved: SchoolSource = Object.assign({}, ...Object.values(tables).map((table) => table.moved));
  const schools: School[] = [];
  const sources = new Map<string, SchoolSource>();
  const joined: (readonly [School, Attached])[] = [];
  for (const row of rows) {
    const code = String(row.get("code"));
    const type = schoolSchema.shape.type.safeParse(row.get("type"));
    if (!type.success) continue;
    const attached: Attached = {
      pupils: pupils.get(code)?.get(""),
      classes: classes.get(code)?.get(""),
      facilities: facilities.get(code)?.get(""),
      teachers: teachers.get(code) ?? new Map(),
      history: [...(history.get(code)?.values() ?? [])].sort((a, b) => Number(a.get("year")) - Number(b.get("year"))),
    };
    const source = sourceOf(row, attached, moved);
    const parsed = schoolSchema.safeParse(candidate(row, type.data, attached));
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
  return { dataset: { format: "hengce.county-dataset/1", county, schools }, sources: Object.fromEntries(sources) };
};
