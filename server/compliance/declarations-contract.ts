import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { declarationItemSchema } from "@server/statistics/facts-contract";
import { z } from "zod";

/** 一票否决事项: an id of the rule set or of a layer over it (`V1`, `V-LOCAL`). */
const vetoIdSchema = z.string().regex(/^[A-Z][0-9A-Z-]{0,11}$/u);

/** What can be declared: an item that no figure proves, or whether a veto has happened. */
export const declarableSchema = z.union([declarationItemSchema, vetoIdSchema]);

const yearSchema = z.number().int().min(1990).max(2100);

export const declareSchema = z.strictObject({
  statisticsYear: yearSchema,
  item: declarableSchema,
  value: z.boolean().nullable().describe("fulfilled, or for a veto: has happened; null takes the declaration back"),
  note: z.string().trim().max(1000),
});
export type DeclareInput = z.infer<typeof declareSchema>;

export const attestSchema = z.strictObject({
  statisticsYear: yearSchema,
  item: declarableSchema,
  version: z.number().int().min(1).describe("the version that the person has read"),
});
export type AttestInput = z.infer<typeof attestSchema>;

/** One version of a declaration. Attesting writes a version of its own, so that nothing is ever changed. */
export interface DeclarationVersion {
  readonly version: number;
  readonly value: boolean | null;
  readonly note: string;
  readonly preparedBy: string;
  readonly preparedAt: string;
  readonly attestedBy: string | null;
  readonly attestedAt: string | null;
}

/** 申明 of one item in one year. */
export interface Declaration {
  readonly item: string;
  /** The newest version, attested or not. */
  readonly newest: DeclarationVersion;
  /** The newest attested version: the one that judgements use; null while nobody has attested. */
  readonly inForce: DeclarationVersion | null;
  /** Newest first. */
  readonly history: readonly DeclarationVersion[];
}

/** Declarations of a county: prepared by planners, attested by a named approver. */
export interface DeclarationService {
  list(actor: Actor, statisticsYear: number): Promise<Result<readonly Declaration[], AppError>>;
  /** Writes the next version; it counts once it is attested. */
  prepare(actor: Actor, input: DeclareInput): Promise<Result<DeclarationVersion, AppError>>;
  /** Attests the newest version. Error `conflict` when another one is newer or it is attested already. */
  attest(actor: Actor, input: AttestInput): Promise<Result<DeclarationVersion, AppError>>;
}
