import type { Actor, OrganisationKind } from "@server/auth/contract";
import type { Eligibility } from "@server/compliance/items-contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import type { ReviewAction, ReviewState } from "./steps";

export { findingMoves } from "./finding-steps";
export { needsOf, type ReviewAction, type ReviewState, reviewActions } from "./steps";
export { type Deadline, daysBetween, deadlinesOf, type Timetable, timetableSchema } from "./timetable";

export const isoDay = z.iso.date();

/** One line of the log: who did what, when and why. Nobody changes or removes it. */
export interface ReviewStep {
  readonly seq: number;
  readonly level: OrganisationKind;
  readonly action: ReviewAction;
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly reason: string;
  /** ISO day by which a returned county answers. */
  readonly deadline: string | null;
  readonly publicationId: string | null;
  readonly orgName: string;
  readonly by: string;
  readonly at: string;
}

/** What a county hands in: the standing snapshot of the year. */
export interface ReviewSubject {
  readonly publicationId: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly datasetHash: string;
  readonly verdict: "met" | "not_met" | "not_evaluable";
  readonly failing: number;
  readonly notEvaluable: number;
  readonly eligibility: Eligibility | null;
}

/** One county and statistics year under review (县级自评 → 市级复核 → 省级评估). */
export interface Review {
  readonly county: { readonly id: string; readonly code: string; readonly name: string; readonly cityName: string | null };
  readonly statisticsYear: number;
  readonly state: ReviewState;
  /** Null when nothing stands published: nothing can be signed or checked. */
  readonly subject: ReviewSubject | null;
  /** False when another snapshot was published after the signature. */
  readonly signatureHolds: boolean;
  /** Steps that this reader may take now. */
  readonly may: readonly ReviewAction[];
  /** ISO day of the last return, while the county has it back. */
  readonly answerBy: string | null;
  /** Newest first. */
  readonly steps: readonly ReviewStep[];
  readonly openFindings: number;
  readonly overdueFindings: number;
}

export const reviewRequestSchema = z.strictObject({
  countyId: z.uuid(),
  statisticsYear: z.number().int().min(1990).max(2100),
  reason: z.string().trim().max(1000).default(""),
  deadline: isoDay.nullable().default(null),
});
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;

export interface ReviewQueue {
  readonly statisticsYear: number;
  readonly years: readonly number[];
  readonly today: string;
  /** Those that wait for the reader first, then by code. */
  readonly reviews: readonly Review[];
}

/** Reviews of the reader's own county, or of all counties below the reader. `today` is the reader's ISO day. */
export interface ReviewService {
  queue(actor: Actor, statisticsYear: number | null, today: string): Promise<Result<ReviewQueue, AppError>>;
  review(actor: Actor, countyId: string, statisticsYear: number, today: string): Promise<Result<Review, AppError>>;
  act(actor: Actor, action: ReviewAction, request: ReviewRequest, today: string): Promise<Result<Review, AppError>>;
  timetable(actor: Actor): Promise<Result<import("./timetable").Timetable, AppError>>;
  saveTimetable(actor: Actor, timetable: import("./timetable").Timetable): Promise<Result<import("./timetable").Timetable, AppError>>;
}
