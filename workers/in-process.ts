import { tenantTransactions } from "@db/tenant";
import { createInProcessQueue, defaultTimings, type JobsLog, type WorkerDb } from "@server/jobs";
import { defaultLimits } from "./limits";
import { productDefinitions } from "./processors/definitions";
import type { ComputeEntry } from "./run-child";
import { type RunningWorker, startWorker } from "./worker";

export interface InProcessWorkerOptions {
  /** At least 4 connections. */
  readonly db: WorkerDb;
  readonly compute: ComputeEntry;
  readonly log: JobsLog;
  /** Runs computed at once. */
  readonly concurrency?: number;
}

/** The worker inside the web process, for installations without Redis: same relay, claims and children, another queue. */
export const createInProcessWorker = ({ db, compute, log, concurrency = 2 }: InProcessWorkerOptions): RunningWorker =>
  startWorker({
    db,
    withTenant: tenantTransactions(db),
    queue: createInProcessQueue(concurrency),
    definitions: productDefinitions,
    compute,
    limits: defaultLimits,
    timings: defaultTimings,
    log,
  });
