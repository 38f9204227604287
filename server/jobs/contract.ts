import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";

/** A run (运行) is one question to a worker. The message that travels holds its id only. */
export const runKinds = ["projection"] as const;
export type RunKind = (typeof runKinds)[number];

export const runStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];

/** The whole queue message. Tenant and actor come from the run row, never from here. */
export const runMessageSchema = z.strictObject({ runId: z.uuid() });
export type RunMessage = z.infer<typeof runMessageSchema>;

/** Steps shown in words while a run is under way. */
export const runSteps = ["waiting", "loading", "computing", "saving", "finished"] as const;
export type RunStep = (typeof runSteps)[number];

export interface RunView {
  readonly id: string;
  readonly kind: RunKind;
  readonly scenarioId: string | null;
  readonly subject: string;
  readonly state: RunState;
  readonly step: RunStep;
  /** 0–1. */
  readonly progress: number;
  /** Catalogue code of the failure, null unless failed. */
  readonly errorCode: string | null;
  readonly cancelRequested: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** What makes a result recomputable. */
export interface RunReceipt {
  readonly datasetHash: string;
  readonly scenarioHash: string;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly complianceEngine: string;
  readonly planningEngine: string;
  readonly computeMs: number;
  readonly resultHash: string;
}

/** Runs of the actor's organisation, for pages. */
export interface JobsService {
  /** Newest first. */
  list(actor: Actor, limit: number): Promise<Result<readonly RunView[], AppError>>;
  get(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
  /** Ends a queued run at once, asks a running one to stop. */
  cancel(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
  /** Queues a failed or cancelled run again. */
  retry(actor: Actor, runId: string): Promise<Result<RunView, AppError>>;
}
