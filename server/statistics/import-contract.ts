import type { CellIssue } from "./issue-contract";

/** What an import shows and asks before anything is stored. */

export const importedFileKinds = [
  "countyWorkbook",
  "csvSheet",
  "schoolReturn",
  "countyReturn",
  "statisticsExport",
  "schoolList",
  "unknown",
] as const;
/** A file of an upload and what its content was taken for. */
export interface ImportedFile {
  readonly name: string;
  readonly kind: (typeof importedFileKinds)[number];
  /** Name of the school, the county or the sheet, or the stage; empty when there is nothing to say. */
  readonly about: string;
  readonly schools: number;
}

/** What a commit would do to the stored data of that year. */
export interface ImportPreview {
  readonly uploadId: string;
  readonly fileName: string;
  readonly statisticsYear: number;
  readonly fiscalYear: number;
  readonly insert: number;
  readonly update: number;
  readonly ignore: number;
  readonly remove: number;
  /** By school code, at most 1000; the counts are of all. Changes of births and county data come first, under the county's code. */
  readonly changes: readonly SchoolChange[];
  readonly warnings: readonly PreviewWarning[];
  readonly files: readonly ImportedFile[];
  /** Schools of the warnings that the newest stored data know. */
  readonly storedCodes: readonly string[];
}

/** What is wrong with an upload of which nothing was stored. */
export interface UploadRejection {
  readonly files: readonly string[];
  readonly issues: readonly CellIssue[];
  /** Schools of the issues that the newest stored data know. */
  readonly storedCodes: readonly string[];
}

export interface SchoolChange {
  readonly kind: "insert" | "update" | "remove";
  readonly schoolCode: string;
  readonly schoolName: string;
  /** Changed fields as dotted dataset paths, with old and new value; empty for insert and remove. */
  readonly fields: readonly { readonly path: string; readonly before: string; readonly after: string }[];
}

/** The reason for which a soft check (软校验) was let pass, and who gave it. */
export interface Acceptance {
  /** Stable id of the check: what it says and the figures that raised it, not where they stand. */
  readonly checkId: string;
  readonly message: string;
  readonly params: CellIssue["params"];
  readonly reason: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string;
}

/** A soft check of an upload; `accepted` when the same check with the same figures was accepted for the stored data. */
export interface PreviewWarning extends CellIssue {
  readonly checkId: string;
  readonly accepted: Pick<Acceptance, "reason" | "acceptedBy" | "acceptedAt"> | null;
}

/** Reasons by check id or by kind of check (its message): one reason of a kind serves all open checks of it. */
export type AcceptanceReasons = Readonly<Record<string, string>>;

/** Shortest and longest reason, characters. */
export const reasonLength = { min: 2, max: 500 } as const;

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface UploadRequest {
  readonly files: readonly UploadedFile[];
  /** Statistics year for official forms that do not state theirs; null: the newest stored year. */
  readonly statisticsYear: number | null;
}

/** The words of the answer in the reader's language. */
export interface AnswerWords {
  /** Heading of the error column. */
  readonly column: string;
  /** Name of the sheet that lists all complaints. */
  readonly list: string;
  readonly headings: readonly [string, string, string, string, string];
  readonly error: string;
  readonly warning: string;
  /** Put before the extension of the file's name. */
  readonly suffix: string;
}

export type UploadOutcome =
  | { readonly kind: "preview"; readonly preview: ImportPreview }
  | { readonly kind: "rejected"; readonly fileName: string; readonly issues: readonly CellIssue[]; readonly answerId: string };
