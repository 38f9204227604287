import type { TenantTx, WithTenant } from "@db/tenant";
import {
  beat,
  type Claim,
  claimRun,
  endRun,
  finishClaim,
  type JobDefinition,
  type JobsLog,
  type JobTimings,
  keepBest,
  openRun,
  reasonOf,
  releaseClaim,
  systemUserId,
  type WorkerDb,
  writeProgress,
} from "@server/jobs";
import type { ErrorCode } from "@server/kernel/errors";
import type { ChildLimits } from "./child-protocol";
import { startBeating } from "./heartbeat";
import { createProgressWriter } from "./progress";
import { type ComputeEntry, runInChild } from "./run-child";

export interface RunnerDeps {
  readonly db: WorkerDb;
  readonly withTenant: WithTenant;
  readonly definitions: readonly JobDefinition[];
  readonly compute: ComputeEntry;
  readonly limits: ChildLimits;
  readonly timings: JobTimings;
  readonly log: JobsLog;
  /** How a claim is kept and ended; the fenced ones unless a test shows what happens without. */
  readonly fencing?: Fencing;
}

export interface Fencing {
  readonly beat: typeof beat;
  readonly finish: typeof finishClaim;
}

export interface Runner {
  /** Carries one run as far as it goes; never rejects. A run that somebody else has, or nobody asked for, is left alone. */
  run(runId: string): Promise<void>;
  /** Takes no new runs, waits `graceMs` for those under way, then gives the rest back to the queue. */
  stop(graceMs: number): Promise<void>;
}

type Outcome =
  | { readonly kind: "done"; readonly save: (tx: TenantTx) => Promise<void> }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly reason: string }
  | { readonly kind: "crashed"; readonly reason: string }
  | { readonly kind: "stopped"; readonly best?: unknown };

/** Why a run under way is stopped from outside. */
export type StopReason = "cancelled" | "lost" | "shutdown";

const loadTimeoutMs = 60_000;
const fenced: Fencing = { beat, finish: finishClaim };

class LateResult extends Error {}

/** Builds the part of a worker that carries out single runs: claim, load, compute in a child, save under the fence. */
export const createRunner = (deps: RunnerDeps): Runner => {
  const { db, withTenant, timings, log } = deps;
  const fencing = deps.fencing ?? fenced;
  const underWay = new Map<Promise<void>, AbortController>();
  let accepting = true;

  const attempt = async (claim: Claim, signal: AbortSignal): Promise<Outcome> => {
    const opened = await withTenant({ orgId: claim.tenantId, userId: systemUserId }, (tx) => openRun(tx, claim));
    if (!opened) return { kind: "failed", code: "run_failed", reason: "the run row is gone" };
    const definition = deps.definitions.find((candidate) => candidate.kind === opened.kind);
    const input = definition?.inputSchema.safeParse(opened.input);
    if (!definition || !input?.success) return { kind: "failed", code: "run_failed", reason: "kind or input is unknown" };
    const context = { orgId: claim.tenantId, userId: opened.createdBy, timeoutMs: loadTimeoutMs };
    const payload = await withTenant(context, (tx) => definition.load(tx, input.data));

    let fraction = 0;
    const writer = createProgressWriter(async ({ progress, best }) => {
      fraction = progress?.fraction ?? fraction;
      const words = progress?.words;
      await withTenant(context, (tx) =>
        writeProgress(tx, claim, { step: "computing", progress: fraction, ...(words === undefined ? {} : { words }), best }),
      );
    });
    writer.report({ progress: { fraction: 0 } });
    const outcome = await runInChild(
      deps.compute,
      { kind: opened.kind, payload },
      {
        limits: definition.limits ?? deps.limits,
        signal,
        stopWithinMs: definition.stopWithinMs ?? 0,
        onNews: writer.report,
      },
    );
    await writer.settled();
    if (outcome.kind !== "output") return outcome;
    await withTenant(context, (tx) => writeProgress(tx, claim, { step: "saving", progress: 1 }));
    return { kind: "done", save: (tx) => definition.save(tx, claim.runId, outcome.output) };
  };

  /** Ends the run in one transaction with what belongs to its end; a lost claim rolls all of it back. */
  const end = (claim: Claim, state: "done" | "failed" | "cancelled", code: ErrorCode | null, save?: (tx: TenantTx) => Promise<void>) =>
    withTenant({ orgId: claim.tenantId, userId: systemUserId, timeoutMs: loadTimeoutMs }, async (tx) => {
      if (!(await fencing.finish(tx, claim, state))) throw new LateResult();
      await save?.(tx);
      await endRun(tx, claim, code);
    });
  const release = (claim: Claim, options: Parameters<typeof releaseClaim>[2]) =>
    withTenant({ orgId: claim.tenantId, userId: systemUserId }, (tx) => releaseClaim(tx, claim, options));

  const settle = async (claim: Claim, outcome: Outcome, stopped: StopReason | null): Promise<void> => {
    if (outcome.kind === "done") return end(claim, "done", null, outcome.save);
    if (outcome.kind === "failed") return end(claim, "failed", outcome.code);
    if (stopped === "cancelled") {
      const best = outcome.kind === "stopped" ? outcome.best : undefined;
      return end(claim, "cancelled", null, best === undefined ? undefined : (tx) => keepBest(tx, claim, best));
    }
    if (stopped === "lost") return;
    if (outcome.kind === "crashed" && claim.attempts >= timings.maxAttempts) return end(claim, "failed", "run_attempts_exhausted");
    await release(claim, { uncounted: stopped === "shutdown", resend: "at_once" });
  };

  const carryOut = async (claim: Claim, control: AbortController): Promise<void> => {
    let stopped: StopReason | null = null;
    const stop = (reason: StopReason) => {
      stopped ??= reason;
      control.abort(reason);
    };
    control.signal.addEventListener("abort", () => {
      stopped ??= "shutdown";
    });
    const heart = startBeating(() => fencing.beat(db, claim), timings, stop);
    const fields = { runId: claim.runId, fence: claim.fence, attempt: claim.attempts };
    try {
      if (claim.cancelRequested) stop("cancelled");
      const outcome: Outcome = control.signal.aborted ? { kind: "stopped" } : await attempt(claim, control.signal);
      await settle(claim, outcome, stopped);
      log.info(
        { ...fields, outcome: outcome.kind, stopped, ...("reason" in outcome ? { reason: outcome.reason } : {}) },
        "run left the worker",
      );
    } catch (error) {
      if (error instanceof LateResult) return log.warn(fields, "late result refused: another fence rules");
      // The database or the machine, not the run: its fate is open, so it is tried again after a while.
      log.error({ ...fields, reason: reasonOf(error) }, "run interrupted");
      await release(claim, { uncounted: false, resend: "later" }).catch(() => false);
    } finally {
      heart.stop();
    }
  };

  return {
    run: async (runId) => {
      if (!accepting) return;
      const control = new AbortController();
      const work = (async () => {
        const claim = await claimRun(db, runId, timings.staleAfter).catch((error: unknown) => {
          log.warn({ runId, reason: reasonOf(error) }, "claim failed");
          return null;
        });
        if (claim) await carryOut(claim, control);
      })();
      underWay.set(work, control);
      await work.finally(() => underWay.delete(work));
    },
    stop: async (graceMs) => {
      accepting = false;
      const all = Promise.allSettled(underWay.keys());
      const grace = new AbortController();
      await Promise.race([
        all,
        new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          grace.signal.addEventListener("abort", () => clearTimeout(timer));
        }),
      ]);
      grace.abort();
      for (const control of underWay.values()) control.abort("shutdown");
      await all;
    },
  };
};
