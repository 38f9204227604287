import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";

/** Largest evidence file, bytes. */
export const largestEvidence = 20 * 1024 * 1024;
/** Most files for one item of one year. */
export const mostFilesPerItem = 100;

/** 佐证材料: what a file can prove. `item`: an indicator (`G1` … `X1`), a veto, or `E` for eligibility. */
export const evidenceSubjectSchema = z.strictObject({
  statisticsYear: z.number().int().min(1990).max(2100),
  item: z.string().regex(/^[A-Z][0-9A-Z-]{0,11}$/u),
  schoolCode: z
    .string()
    .regex(/^[0-9A-Za-z]{4,20}$/)
    .nullable(),
});
export type EvidenceSubject = z.infer<typeof evidenceSubjectSchema>;

export interface EvidenceFile extends EvidenceSubject {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

/** Evidence files of a county; nobody else can read them. */
export interface EvidenceService {
  /** Files of a year, by item, newest first; `editable` false once the year is published: nothing can be taken back. */
  list(
    actor: Actor,
    statisticsYear: number,
  ): Promise<Result<{ readonly files: readonly EvidenceFile[]; readonly editable: boolean }, AppError>>;
  /** Errors: `evidence_too_large`, `evidence_type_refused` (content or extension), `evidence_full`. */
  add(
    actor: Actor,
    subject: EvidenceSubject,
    file: { readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<Result<EvidenceFile, AppError>>;
  read(actor: Actor, fileId: string): Promise<Result<{ readonly file: EvidenceFile; readonly bytes: Uint8Array }, AppError>>;
  /** Error `evidence_published` once the year is published. */
  remove(actor: Actor, fileId: string): Promise<Result<null, AppError>>;
}
