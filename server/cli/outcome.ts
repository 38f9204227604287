import type { AppError } from "@server/kernel/errors";
import type { CellIssue } from "@server/statistics/contract";

export const formats = ["json", "table"] as const;
export type Format = (typeof formats)[number];

/** 0 judged, whatever the verdict; 1 a fault of the program; 2 input that cannot be used. */
export const exitCodes = { done: 0, internal: 1, unusable: 2 } as const;

/** One reason why input cannot be used, or one warning. `message` is a key of the message catalogues, or plain English for files and options. */
export interface Complaint {
  readonly severity: "error" | "warning";
  /** `教师!H14` in a workbook, a dotted path in JSON, the name of a file or option, or empty. */
  readonly where: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a command leaves: text for stdout, or the reasons why there is none. */
export type Outcome =
  | { readonly kind: "done"; readonly stdout: string; readonly warnings: readonly Complaint[] }
  | { readonly kind: "unusable"; readonly complaints: readonly Complaint[] };

export const done = (stdout: string, warnings: readonly Complaint[] = []): Outcome => ({ kind: "done", stdout, warnings });
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

/** An error of a service, with its field issues when it has some. */
export const errorComplaints = (error: AppError, where = ""): readonly Complaint[] =>
  error.issues === undefined || error.issues.length === 0
    ? [complaint(where, `errors.${error.code}`, error.params ?? {})]
    : error.issues.map((issue) => complaint(issue.path, issue.message, issue.params ?? {}));

const lineOf = ({ severity, where, message, params }: Complaint): string => {
  const details = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return [`${severity}:`, ...(where === "" ? [] : [where]), message, ...details].join(" ");
};

/** Complaints as stderr shows them: one JSON document, or one line each. Empty for none. */
export const complaintText = (complaints: readonly Complaint[], format: Format): string => {
  if (complaints.length === 0) return "";
  return format === "json" ? `${JSON.stringify({ complaints })}\n` : `${complaints.map(lineOf).join("\n")}\n`;
};
