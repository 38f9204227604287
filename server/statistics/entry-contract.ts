import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import type { DatasetHead } from "./contract";
import type { EntryColumn, EntryLine, EntryPart, EntrySchool, EntryValue, EntryView } from "./entry-grid";
import type { PreviewWarning } from "./import-contract";

export {
  countyCode,
  countyViews,
  type EntryColumn,
  type EntryLine,
  type EntryPart,
  type EntryRow,
  type EntrySchool,
  type EntryValue,
  type EntryView,
  entryPath,
  entryRows,
  entryViews,
  isCountyView,
  lineRows,
  schoolViews,
} from "./entry-grid";
export { entryText, readEntry } from "./entry-value";

/** Schools whose figures one request brings. */
export const entryChunk = 60;
/** Most cells of one save: as many as a request may carry. */
const mostEdits = 8_000;

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

/** One typed cell: where, what was typed, and what stood there when the hand touched it. */
export const entryEditSchema = z.strictObject({
  code: z.string().max(20),
  path: z.string().max(80),
  text: z.string().max(300),
  was: value,
});
export type EntryEdit = z.infer<typeof entryEditSchema>;

/** Reasons for soft checks, by check id or by kind of check. */
export const entrySaveSchema = z.strictObject({
  statisticsYear: z.number().int(),
  edits: z.array(entryEditSchema).max(mostEdits),
  reasons: z.record(z.string().max(80), z.string().max(500)).default({}),
});
export type EntrySave = z.infer<typeof entrySaveSchema>;

/** A year's returns, ready to be read and edited; figures come in chunks. */
export interface EntryBook {
  readonly dataset: DatasetHead;
  /** Years of which data are stored, newest first. */
  readonly years: readonly number[];
  /** The year set beside it, null when nothing earlier is stored. */
  readonly earlierYear: number | null;
  readonly view: EntryView;
  readonly columns: readonly EntryColumn[];
  /** None in a view of the county's own return. */
  readonly schools: readonly EntrySchool[];
  /** Lines of the county's own return; none in a view of schools. */
  readonly lines: readonly EntryLine[];
  /** Why nobody may change the year now; null when it is open. */
  readonly closed: AppError | null;
}

/** Figures of one school, or of the county under `countyCode`, row by row in the order of `entryRows` or of the lines, column by column. */
export interface EntryFigures {
  readonly code: string;
  readonly now: readonly (readonly EntryValue[])[];
  /** Of the same school the year before, through its lineage; null when it has no single forerunner. */
  readonly before: readonly (readonly EntryValue[])[] | null;
  /** Paths whose figure jumped since the year before. */
  readonly jumps: readonly string[];
}

/** A typed cell that cannot be stored as it is; `message` is a catalogue key. */
export interface EntryProblem {
  readonly code: string;
  readonly path: string;
  /** The view that holds the cell; null for a cell that no view holds. */
  readonly view: EntryView | null;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Somebody stored another value after the hand had touched the cell. */
export interface EntryConflict {
  readonly code: string;
  readonly path: string;
  readonly theirs: EntryValue;
  readonly by: string;
  readonly at: string;
}

/** A cell of the grid. */
export interface EntryCell {
  readonly code: string;
  readonly path: string;
  readonly view: EntryView;
  readonly column: string;
  readonly part: EntryPart | null;
}

/** A logic check of the figures as edited. */
export interface EntryCheck extends PreviewWarning {
  /** Raised by the edits; false for what stood before them. */
  readonly fresh: boolean;
  /** The cell to look at; null where the grid does not hold the figure. */
  readonly at: EntryCell | null;
}

/** What the checks say of the returns as edited. Errors, problems and conflicts forbid saving; fresh soft checks want a reason. */
export interface EntryReview {
  readonly version: number;
  readonly changed: number;
  readonly problems: readonly EntryProblem[];
  readonly conflicts: readonly EntryConflict[];
  /** Errors first. */
  readonly checks: readonly EntryCheck[];
}

export type EntryOutcome =
  | { readonly kind: "saved"; readonly dataset: DatasetHead; readonly changed: number }
  | { readonly kind: "refused"; readonly review: EntryReview };

/** One change of a cell (单元格修改记录). */
export interface EntryChange {
  readonly version: number;
  readonly origin: DatasetHead["origin"];
  readonly by: string;
  readonly at: string;
  readonly fileName: string;
  readonly from: EntryValue;
  readonly to: EntryValue;
  /** Soft checks of the school that were accepted with this version. */
  readonly accepted: readonly {
    readonly message: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly reason: string;
    readonly acceptedBy: string;
  }[];
}

/** All returns of one school, or of the county itself, sheet by sheet, for a plain form. */
export interface EntryForm {
  readonly dataset: DatasetHead;
  readonly closed: AppError | null;
  readonly school: Pick<EntrySchool, "code" | "name">;
  readonly sheets: readonly {
    readonly view: EntryView;
    readonly rows: readonly {
      readonly part: EntryPart | null;
      /** Group, subject or year of the county's return; null where the cells say it themselves. */
      readonly line: EntryLine | null;
      readonly cells: readonly { readonly column: EntryColumn; readonly path: string; readonly value: EntryValue }[];
    }[];
  }[];
}

/** 填报: the grid of returns. Every saved edit is a new version of the year; nothing stored is ever changed. */
export interface EntryService {
  /** `statisticsYear` null: the newest. Null when the county has no data of it. */
  open(actor: Actor, statisticsYear: number | null, view: EntryView): Promise<Result<EntryBook | null, AppError>>;
  /** Figures of at most `entryChunk` schools by code, of a dataset of the county, from the `from`-th. */
  figures(actor: Actor, datasetId: string, view: EntryView, from: number): Promise<Result<readonly EntryFigures[], AppError>>;
  /** `statisticsYear` null: the newest. `code` of a school, or `countyCode`. */
  form(actor: Actor, statisticsYear: number | null, code: string): Promise<Result<EntryForm, AppError>>;
  /** What saving the edits would say; stores nothing. Without edits: the checks of the newest version as it stands. */
  check(actor: Actor, statisticsYear: number, edits: readonly EntryEdit[]): Promise<Result<EntryReview, AppError>>;
  /** Stores all edits as a new version, or none. Errors: `year_locked`, `year_under_review`, `no_dataset`. */
  save(actor: Actor, request: EntrySave): Promise<Result<EntryOutcome, AppError>>;
  /** Changes of one cell, newest first; its first value is a change from nothing. */
  history(actor: Actor, statisticsYear: number, code: string, path: string): Promise<Result<readonly EntryChange[], AppError>>;
  /** Keeps the reason for which a soft check of the newest version is let pass. Error `invalid_input` without one. */
  accept(actor: Actor, statisticsYear: number, checkId: string, reason: string): Promise<Result<null, AppError>>;
}
