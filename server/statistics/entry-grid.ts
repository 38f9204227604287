import { type SchoolType, type Stage, stagesOfType } from "./contract";
import type { CodeListKey } from "./workbook/code-lists";
import type { CellKind } from "./workbook/columns";
import type { countySourceKey } from "./workbook/layout";

/** The grid of returns (填报表): which figure of which school stands in which cell. Pure, and the same for server and page. */

/** `all`: the figures that the resource indicators ask for, beside each other, stage by stage as in 表Ⅱ; the others are sheets of the workbook. */
export const schoolViews = [
  "all",
  "schools",
  "pupils",
  "classes",
  "teachers",
  "facilities",
  "classSizes",
  "rooms",
  "conditions",
  "staff",
  "money",
  "quality",
  "retention",
  "basic",
  "totals",
] as const;
/** Sheets of the county's own return (县级填报表). 申明 and 否决 are not among them: who answers for a statement signs it. */
export const countyViews = ["countyFacts", "births", "monitoring", "survey", "growth", "reported"] as const;
export type CountyView = (typeof countyViews)[number];
export const entryViews = [...schoolViews, ...countyViews] as const;
export type EntryView = (typeof entryViews)[number];
export const isCountyView = (view: EntryView): view is CountyView => countyViews.some((one) => one === view);

/** Stands for the county where a cell names its school. */
export const countyCode = "@county" satisfies typeof countySourceKey;

/** Part of a school that a row is about: 小学部, 初中部, or all where the return does not tell the stages apart. */
export type EntryPart = Stage | "unsplit";

/** How a column's figures hang on the rows of a school. */
export type EntryBelongs =
  /** Once a school: on its first row. */
  | "school"
  /** Only on the row of that stage. */
  | Stage
  /** On the row of every part, each with its own figure. */
  | "part";

export interface EntryColumn {
  /** `sheet:key`, unique in a view. */
  readonly id: string;
  readonly sheet: EntryView;
  /** Name of the sheet in the workbook. */
  readonly sheetName: string;
  /** Path of the facts that the key is below; empty for the school itself. */
  readonly base: string;
  readonly key: string;
  readonly heading: string;
  readonly unit: string | null;
  readonly belongs: EntryBelongs;
  readonly cell: CellKind;
  /** May not be emptied. */
  readonly required: boolean;
  /** Texts of a drop-down, as the workbook writes them. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly list: CodeListKey | null;
}

export interface EntrySchool {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly type: SchoolType;
}

/** A line of the county's return: an item, a group that was asked, a subject or a year. */
export interface EntryLine {
  /** Path in the county: of the figure where the line is an item, else of what the columns' keys are below. */
  readonly path: string;
  /** As the workbook writes it. */
  readonly label: string;
  /** What may stand in the line where each line says it itself; null where the columns do. */
  readonly column: EntryColumn | null;
}

export interface EntryRow {
  readonly code: string;
  readonly name: string;
  /** Null for the county. */
  readonly type: SchoolType | null;
  /** Null where the view does not tell parts apart. */
  readonly part: EntryPart | null;
  readonly first: boolean;
  /** Of the county's return; null for a school. */
  readonly line: EntryLine | null;
}

/** What the dataset holds in a cell. */
export type EntryValue = string | number | boolean | null;

/** Dotted dataset path of a cell; null where the school reports no such figure in this row. */
export const entryPath = (
  { base, key, belongs }: Pick<EntryColumn, "base" | "key" | "belongs">,
  { part, first, type, line }: Pick<EntryRow, "part" | "first" | "type" | "line">,
): string | null => {
  if (line !== null) return line.column === null ? `${line.path}.${key}` : line.path;
  if (type === null) return null;
  const whole = base === "" ? key : `${base}.${key}`;
  if (belongs === "part") return part === null ? null : `${base}.${part}.${key}`;
  if (belongs === "school") return first ? whole : null;
  return stagesOfType[type].includes(belongs) && (part === null || part === belongs) ? whole : null;
};

/** Types of several stages, whose returns may leave the classes by size untold by stage. */
const mixed: readonly SchoolType[] = ["nine_year", "twelve_year"];

const partsOf = (view: EntryView, type: SchoolType): readonly (EntryPart | null)[] => {
  const stages: readonly Stage[] = stagesOfType[type];
  if (view === "all") return stages.length === 0 ? [null] : stages;
  if (view === "teachers") return stages;
  if (view === "classSizes") return mixed.includes(type) ? [...stages, "unsplit"] : stages;
  return [null];
};

/** Rows of a school in a view: one, or one a stage. None where the school has nothing to report there. */
export const entryRows = (view: EntryView, school: EntrySchool): readonly EntryRow[] =>
  partsOf(view, school.type).map((part, index) => ({
    code: school.code,
    name: school.name,
    type: school.type,
    part,
    first: index === 0,
    line: null,
  }));

/** Rows of the county's return. */
export const lineRows = (lines: readonly EntryLine[]): readonly EntryRow[] =>
  lines.map((line) => ({ code: countyCode, name: line.label, type: null, part: null, first: false, line }));
