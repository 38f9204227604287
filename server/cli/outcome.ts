import type { Locale } from "@server/http/context";
import type { AppError, FieldIssue } from "@server/kernel/errors";
import type { CellIssue } from "@server/statistics/contract";

export const formats = ["json", "table"] as const;
export type Format = (typeof formats)[number];

/** In which form a command answers, and in which language it gives reasons there. */
export interface Speech {
  readonly format: Format;
  /** Chinese unless given; JSON holds keys and figures whatever the language. */
  readonly language?: Locale;
}

/**
 * 0 judged, whatever the verdict; 1 a fault of the program; 2 input that cannot be used; 3 interrupted, the best so far
 * was written; 4 another answer than the receipt tells of; 130 ended at once.
 */
export const exitCodes = { done: 0, internal: 1, unusable: 2, interrupted: 3, different: 4, killed: 130 } as const;

/** One reason why input cannot be used, or one warning. `message` is a key of the message catalogues, or what a schema says of a JSON document. */
export interface Complaint {
  readonly severity: "error" | "warning";
  /** `教师!H14` in a workbook, a dotted path in JSON, the name of a file or option, or empty. */
  readonly where: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a command leaves: text for stdout, or the reasons why there is none. */
export type Outcome =
  | { readonly kind: "done"; readonly stdout: string; readonly warnings: readonly Complaint[]; readonly exitCode: number }
  | { readonly kind: "unusable"; readonly complaints: readonly Complaint[] };

export const done = (stdout: string, warnings: readonly Complaint[] = [], exitCode: number = exitCodes.done): Outcome => ({
  kind: "done",
  stdout,
  warnings,
  exitCode,
});
export const unusable = (complaints: readonly Complaint[]): Outcome => ({ kind: "unusable", complaints });

/** An error about a file, option or path. */
export const complaint = (where: string, message: string, params: Complaint["params"] = {}): Complaint => ({
  severity: "error",
  where,
  message,
  params,
});

/** Complaints of the workbook reader and the logic checks. */
export const cellComplaint = ({ severity, sheet, row, cell, message, params }: CellIssue): Complaint => ({
  severity,
  where: cell === null ? (row === null ? sheet : `${sheet}!${row}`) : `${sheet}!${cell}`,
  message,
  params,
});

/** What is wrong with which field. */
export const issueComplaints = (issues: readonly FieldIssue[]): readonly Complaint[] =>
  issues.map(({ path, message, params }) => complaint(path, message, params ?? {}));

/** An error of a service, with its field issues when it has some. */
export const errorComplaints = (error: AppError, where = ""): readonly Complaint[] =>
  error.issues === undefined || error.issues.length === 0
    ? [complaint(where, `errors.${error.code}`, error.params ?? {})]
    : issueComplaints(error.issues);

/** The sentence of a message with its figures; null where the catalogues hold none. */
export type Say = (message: string, params: Complaint["params"]) => string | null;

/** Complaints as one JSON document. */
export const complaintJson = (complaints: readonly Complaint[]): string => `${JSON.stringify({ complaints })}\n`;

/** Complaints as one line each, in words; what has none is said with its figures beside it. */
export const complaintLines = (complaints: readonly Complaint[], say: Say): string =>
  complaints
    .map(({ severity, where, message, params }) => {
      const figures = Object.entries(params).map(([name, value]) => `${name}=${value}`);
      const said = say(message, params) ?? [message, ...figures].join(" ");
      return `${severity}: ${where === "" ? "" : `${where} `}${said}\n`;
    })
    .join("");
