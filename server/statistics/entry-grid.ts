import { type SchoolType, type Stage, stagesOfType } from "./contract";
import type { CodeListKey } from "./workbook/code-lists";
import type { CellKind } from "./workbook/columns";

/** The grid of returns (填报表): which figure of which school stands in which cell. Pure, and the same for server and page. */

/** `all`: the figures that the resource indicators ask for, beside each other, stage by stage as in 表Ⅱ; the others are sheets of the workbook. */
export const entryViews = [
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
export type EntryView = (typeof entryViews)[number];

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

export interface EntryRow extends EntrySchool {
  /** Null where the view does not tell parts apart. */
  readonly part: EntryPart | null;
  readonly first: boolean;
}

/** What the dataset holds in a cell. */
export type EntryValue = string | number | boolean | null;

/** Dotted dataset path of a cell; null where the school reports no such figure in this row. */
export const entryPath = (
  { base, key, belongs }: Pick<EntryColumn, "base" | "key" | "belongs">,
  { part, first, type }: Pick<EntryRow, "part" | "first" | "type">,
): string | null => {
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
  partsOf(view, school.type).map((part, index) => ({ ...school, part, first: index === 0 }));
