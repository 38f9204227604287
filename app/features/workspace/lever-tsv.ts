import {
  type Lever,
  type LeverDefaults,
  type LeverField,
  type LeverType,
  leverForms,
  leverSchema,
  leverTypes,
  type ScenarioDocument,
  type ScenarioSchool,
} from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { readNumber } from "~/components/digits";
import { type LeverCandidate, newLever } from "~/features/planning/lever-form";
import { figureOf, schoolsOf, sizeField } from "./lever-figures";

/** Columns of levers in a spreadsheet, in this order. */
export const tsvColumns = [
  "type",
  "school",
  "schoolCode",
  "to",
  "stage",
  "size",
  "startYear",
  "leadYears",
  "enabled",
  "fundingSource",
  "responsibleUnit",
  "note",
  "unitCapitalYuan",
  "unitYearlyYuan",
] as const;
export type TsvColumn = (typeof tsvColumns)[number];

/** Words of the reader's language, so that a sheet reads as the page does. */
export interface TsvWords {
  readonly header: (column: TsvColumn) => string;
  readonly type: (type: LeverType) => string;
  readonly stage: (stage: Stage) => string;
  readonly yes: string;
  readonly no: string;
}

export interface TsvContext {
  readonly document: ScenarioDocument;
  readonly baseYear: number;
  readonly defaults: LeverDefaults;
  readonly schools: readonly ScenarioSchool[];
}

const stageOf = (lever: Lever): Stage | null =>
  lever.type === "hire_teachers" ? lever.target.stage : "stage" in lever ? lever.stage : null;

const cell = (text: string | number): string => String(text).replace(/[\t\r\n]+/g, " ");

/** Levers as rows that a spreadsheet takes from the clipboard; shares are written in percent. */
export const writeLevers = (levers: readonly Lever[], words: TsvWords, schoolName: (code: string) => string): string => {
  const row = (lever: Lever): string => {
    const [code = "", to = ""] = schoolsOf(lever);
    const field = sizeField(lever.type);
    const size = figureOf(lever, field.name);
    const stage = stageOf(lever);
    const values: Readonly<Record<TsvColumn, string | number>> = {
      type: words.type(lever.type),
      school: code === "" ? "" : schoolName(code),
      schoolCode: code,
      to,
      stage: stage === null ? "" : words.stage(stage),
      size: size === null ? "" : Number((field.share === true ? size * 100 : size).toFixed(6)),
      startYear: lever.startYear,
      leadYears: lever.leadYears,
      enabled: lever.enabled ? words.yes : words.no,
      fundingSource: lever.fundingSource,
      responsibleUnit: lever.responsibleUnit,
      note: lever.note,
      unitCapitalYuan: lever.unitCapitalYuan,
      unitYearlyYuan: lever.unitYearlyYuan,
    };
    return tsvColumns.map((column) => cell(values[column])).join("\t");
  };
  return [tsvColumns.map((column) => words.header(column)).join("\t"), ...levers.map(row)].join("\n");
};

/** A row that became a lever, or why it did not: `problem` is a key under `workspace:paste.problem.`. */
export type PastedRow =
  | { readonly line: number; readonly lever: LeverCandidate }
  | { readonly line: number; readonly problem: "type" | "school" | "to" | "figure" };

type Cells = Readonly<Partial<Record<TsvColumn, string>>>;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

const findSchool = (schools: readonly ScenarioSchool[], asked: readonly string[]): ScenarioSchool | null => {
  for (const text of asked) {
    const found = text === "" ? undefined : schools.find(({ code, name }) => plain(code) === plain(text) || plain(name) === plain(text));
    if (found !== undefined) return found;
  }
  return null;
};

/** Fields that say where a lever acts, as its form has them. */
const placed = (
  type: LeverType,
  school: ScenarioSchool | null,
  to: ScenarioSchool | null,
  stage: Stage | null,
): Record<string, unknown> => {
  const of = stage ?? school?.stages[0] ?? "primary";
  const fieldsOf = (field: LeverField): Record<string, unknown> => {
    const named = field.name === "toCode" ? to : school;
    switch (field.kind) {
      case "school":
        return named === null || field.optional === true ? {} : { [field.name]: named.code };
      case "stage":
        return { stage: of };
      case "targets":
        return to === null ? {} : { targets: [{ schoolCode: to.code, share: 1 }] };
      case "placement":
        return {
          target: school === null ? { mode: "largest_deficit", stage: of } : { mode: "school", schoolCode: school.code, stage: of },
        };
      default:
        return {};
    }
  };
  return Object.assign({}, ...leverForms[type].fields.map(fieldsOf));
};

const readRow = (cells: Cells, words: TsvWords, context: TsvContext): LeverCandidate | "type" | "school" | "to" | "figure" => {
  const text = (column: TsvColumn): string => (cells[column] ?? "").trim();
  const type = leverTypes.find((one) => plain(words.type(one)) === plain(text("type")) || one === text("type"));
  if (type === undefined) return "type";
  const named = [text("schoolCode"), text("school")];
  const school = findSchool(context.schools, named);
  if (school === null && named.some((one) => one !== "") && type !== "open_school") return "school";
  const to = findSchool(context.schools, [text("to")]);
  if (to === null && text("to") !== "") return "to";
  const stage = stages.find((one) => one === text("stage") || plain(words.stage(one)) === plain(text("stage"))) ?? null;
  const field = sizeField(type);
  const figures = {
    size: readNumber(text("size").replace(/[%％]$/, "")),
    startYear: readNumber(text("startYear")),
    leadYears: readNumber(text("leadYears")),
    unitCapitalYuan: readNumber(text("unitCapitalYuan")),
    unitYearlyYuan: readNumber(text("unitYearlyYuan")),
  };
  if (Object.values(figures).includes(undefined)) return "figure";
  const size = figures.size === null || figures.size === undefined ? null : field.share === true ? figures.size / 100 : figures.size;
  const candidate = {
    ...newLever(type, context.document, context.baseYear, context.defaults, context.schools, school?.code ?? null),
    ...placed(type, school, to, stage),
    ...(size === null ? {} : { [field.name]: Number(size.toFixed(6)) }),
    ...(figures.startYear === null ? {} : { startYear: figures.startYear }),
    ...(figures.leadYears === null ? {} : { leadYears: figures.leadYears }),
    unitCapitalYuan: figures.unitCapitalYuan ?? 0,
    unitYearlyYuan: figures.unitYearlyYuan ?? 0,
    enabled: plain(text("enabled")) !== plain(words.no),
    fundingSource: text("fundingSource"),
    responsibleUnit: text("responsibleUnit"),
    note: text("note"),
  };
  return leverSchema.safeParse(candidate).success ? candidate : "figure";
};

/** Rows from a spreadsheet: with the page's header in any order of columns, or without one in ours. */
export const readLevers = (text: string, words: TsvWords, context: TsvContext): readonly PastedRow[] => {
  const rows = text
    .replace(/\r/g, "")
    .split("\n")
    .map((line, index) => ({ line: index + 1, cells: line.split("\t") }))
    .filter(({ cells }) => cells.some((one) => one.trim() !== ""));
  const titles = new Map(tsvColumns.map((column) => [plain(words.header(column)), column]));
  const head = rows[0]?.cells.map((one) => titles.get(plain(one)));
  const headed = head?.includes("type") === true;
  const columns: readonly (TsvColumn | undefined)[] = headed && head !== undefined ? head : tsvColumns;
  return (headed ? rows.slice(1) : rows).map(({ line, cells }): PastedRow => {
    const named = Object.fromEntries(cells.flatMap((value, place) => (columns[place] === undefined ? [] : [[columns[place], value]])));
    const read = readRow(named, words, context);
    return typeof read === "string" ? { line, problem: read } : { line, lever: read };
  });
};
