import { type JobsLog, type JobTimings, type Loop, type RunQueue, reconcileOnce, relayOnce, startLoop } from "@server/jobs";
import { createRunner, type RunnerDeps } from "./runner";

export interface WorkerDeps extends RunnerDeps {
  readonly queue: RunQueue;
}

export interface RunningWorker {
  /**
   * Stops in good order: takes nothing new, gives runs under way `graceMs` to end, hands the others back
   * to the queue, closes the queue.
   */
  stop(graceMs: number): Promise<void>;
}

/** Starts relay, reconciler and runner on one queue; the same for every adapter. */
export const startWorker = (deps: WorkerDeps): RunningWorker => {
  const { db, queue, timings, log }: { db: WorkerDeps["db"]; queue: RunQueue; timings: JobTimings; log: JobsLog } = deps;
  const runner = createRunner(deps);
  queue.consume(({ runId }) => runner.run(runId));
  const loops: readonly Loop[] = [
    startLoop("relay", timings.relayEvery, () => relayOnce(db, queue, timings.perTenant), log),
    startLoop("reconciler", timings.reconcileEvery, () => reconcileOnce(deps), log),
  ];
  return {
    stop: async (graceMs) => {
      await queue.pause();
      await Promise.all([runner.stop(graceMs), ...loops.map((loop) => loop.stop())]);
      await queue.close();
    },
  };
};
