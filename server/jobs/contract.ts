import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";

/**
 * A run (运行) is one question to a worker. The message that travels holds its id only. A new kind is a line here
 * and one in each list of workers/processors.
 */
export const runKinds = [
  "projection",
  "attribution",
  "backtest",
  "montecarlo",
  "plan",
  "recompute",
  "policy",
  "frontier",
  "allocation",
] as const;
export type RunKind = (typeof runKinds)[number];

export const runStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];

/** The whole queue message. Tenant and actor come from the run row, never from here. */
export const runMessageSchema = z.strictObject({ runId: z.uuid() });
export type RunMessage = z.infer<typeof runMessageSchema>;

/** Steps shown in words while a run is under way. */
export const runSteps = ["waiting", "loading", "computing", "saving", "finished"] as const;
export type RunStep = (typeof runSteps)[number];

/** Where a computing stands, in words: `key` is under `answers.progress.`. */
export const runWordsSchema = z.strictObject({ key: z.string().max(40), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type RunWords = z.infer<typeof runWordsSchema>;

/** What a computing tells while it works, and hears. */
export interface ComputeWatch {
  /** `fraction` of the work done, 0–1. */
  report(fraction: number, words?: RunWords): void;
  /** An answer that is good already, in the shape of the final one; the newest is kept when the run is cancelled. */
  keep(answer: unknown): void;
  /** True when the run is cancelled: the computing should hand over the best that it has, soon. */
  stopRequested(): boolean;
}

export interface RunView {
  readonly id: string;
  readonly kind: RunKind;
  readonly scenarioId: string | null;
  readonly subject: string;
  readonly state: RunState;
  readonly step: RunStep;
  /** 0–1. */
  readonly progress: number;
  readonly words: RunWords | null;
  /** There is an answer that is not final: the best so far of a run under way, or what a cancelled one left. */
  readonly hasBest: boolean;
  /** Catalogue code of the failure, null unless failed. */
  readonly errorCode: string | null;
  readonly cancelRequested: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** What ends a computing before it is through with its question: its own guard against the clock, or whoever asked. */
export const interruptions = ["clock", "cancelled"] as const;
export type Interruption = (typeof interruptions)[number];

/** What makes a result recomputable. */
export interface RunReceipt {
  readonly datasetHash: string;
  /** Of what was attested beside the data; left out for nothing. */
  readonly attestedHash?: string | undefined;
  /** Of further datasets that the question compares with. */
  readonly furtherHashes?: readonly string[] | undefined;
  readonly scenarioHash: string;
  /** The scenario's count of savings when it was first asked about; left out for what belongs to no scenario. */
  readonly scenarioVersion?: number | undefined;
  /** Of what was asked beside the scenario: draws, seed, budgets. */
  readonly settingsHash?: string | undefined;
  /** Of the drawn numbers, where any are drawn. */
  readonly seed?: number | undefined;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly complianceEngine: string;
  readonly planningEngine: string;
  readonly computeMs: number;
  /** Of the answer without what may differ from time to time, such as seconds taken. */
  readonly resultHash: string;
  /** Left out unless the answer is the best that there was when it was ended: the question, asked again, may have another. */
  readonly interrupted?: Interruption | undefined;
}

/** Runs of the actor's organisation, for pages. */
export interface JobsService {
  /** Those under way first, then newest first. */
  list(actor: Actor, limit: number): Promise<Result<readonly RunView[], AppError>>;
  get(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
  /** Ends a queued run at once, asks a running one to stop. */
  cancel(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
  /** Queues a failed or cancelled run again. */
  retry(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
}
