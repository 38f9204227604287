import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { WorkbookFile } from "@server/statistics/contract";
import { z } from "zod";

/** What the log is about: the first part of an action (`data.commit`). */
export const auditTopics = [
  "data",
  "declaration",
  "evidence",
  "rules",
  "scenario",
  "run",
  "publication",
  "review",
  "finding",
  "policy",
  "member",
  "account",
] as const;

/** 操作日志: one line, written in the transaction of the act itself and never changed. */
export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly userName: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

export const auditQuerySchema = z.object({
  topic: z.enum(auditTopics).nullable().catch(null).default(null),
  /** Days, both inclusive. */
  from: z.iso.date().nullable().catch(null).default(null),
  to: z.iso.date().nullable().catch(null).default(null),
  offset: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Most lines of one export; a longer log is asked for by days. */
export const maxExportedLines = 50_000;

/** Headings of an export in the reader's language, and how an action is called there. */
export interface AuditWords {
  readonly fileName: string;
  readonly headings: readonly [at: string, who: string, action: string, subject: string, details: string];
  readonly action: (action: string) => string;
}

/** The log of the actor's own organisation. Every call authorises its actor itself. */
export interface AuditService {
  /** Newest first. */
  lines(actor: Actor, query: AuditQuery): Promise<Result<{ readonly total: number; readonly lines: readonly AuditLine[] }, AppError>>;
  /** The same as CSV (UTF-8 with a mark, so that WPS and Excel read it), all pages. */
  exported(actor: Actor, query: AuditQuery, words: AuditWords): Promise<Result<WorkbookFile, AppError>>;
}
