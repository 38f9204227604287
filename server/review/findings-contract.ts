import type { Actor, OrganisationKind } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import { isoDay } from "./contract";
import type { FindingMove, FindingState } from "./finding-steps";

export interface FindingStep {
  readonly seq: number;
  readonly level: OrganisationKind;
  readonly state: FindingState;
  readonly note: string;
  readonly evidence: { readonly id: string; readonly name: string } | null;
  readonly by: string;
  readonly at: string;
}

/** One line of the ledger (整改台账). */
export interface Finding {
  readonly id: string;
  readonly county: { readonly id: string; readonly name: string; readonly code: string };
  readonly statisticsYear: number;
  readonly raisedAt: string;
  readonly raisedBy: string;
  readonly level: OrganisationKind;
  /** Indicator, item or veto: R1–R7, G1–G15, Q1–Q9, X1, V1 …; "other" for the rest. */
  readonly item: string;
  readonly clause: string;
  readonly school: { readonly code: string; readonly name: string } | null;
  readonly title: string;
  readonly measure: string;
  readonly responsibleUnit: string;
  readonly deadline: string;
  readonly state: FindingState;
  readonly overdue: boolean;
  readonly may: readonly FindingMove[];
  /** Newest first. */
  readonly steps: readonly FindingStep[];
}

export const newFindingSchema = z.strictObject({
  countyId: z.uuid(),
  statisticsYear: z.number().int().min(1990).max(2100),
  item: z.string().trim().min(1).max(40),
  clause: z.string().trim().max(200).default(""),
  schoolCode: z.string().trim().max(40).default(""),
  schoolName: z.string().trim().max(120).default(""),
  title: z.string().trim().min(2).max(300),
  measure: z.string().trim().max(1000).default(""),
  responsibleUnit: z.string().trim().max(120).default(""),
  deadline: isoDay,
});
export type NewFinding = z.infer<typeof newFindingSchema>;

export const findingMoveSchema = z.strictObject({
  findingId: z.uuid(),
  note: z.string().trim().max(1000).default(""),
  evidenceId: z.uuid().nullable().default(null),
});
export type FindingMoveRequest = z.infer<typeof findingMoveSchema>;

/** A failing verdict of the standing snapshot, ready to be taken into the ledger. */
export interface Failure {
  readonly item: string;
  readonly school: { readonly code: string; readonly name: string } | null;
  readonly stage: "primary" | "junior" | null;
  /** Value and limit where the verdict rests on a figure. */
  readonly value: number | null;
  readonly limit: number | null;
  /** There is a line of the ledger for it already. */
  readonly taken: boolean;
}

export interface FindingsService {
  /** Of the reader's own county or of all below; overdue first, then by day. */
  list(actor: Actor, statisticsYear: number | null, today: string): Promise<Result<readonly Finding[], AppError>>;
  /** A county takes a failing verdict of its standing snapshot; a reviewer raises anything. */
  raise(actor: Actor, finding: NewFinding, today: string): Promise<Result<Finding, AppError>>;
  move(actor: Actor, move: FindingMove, request: FindingMoveRequest, today: string): Promise<Result<Finding, AppError>>;
  /** What fails in the standing snapshot of a year. */
  failures(actor: Actor, countyId: string, statisticsYear: number): Promise<Result<readonly Failure[], AppError>>;
}
