import PQueue from "p-queue";
import type { RunHandler, RunQueue } from "./queue";

/** The queue inside one process, for installations without Redis. What waits here is lost with the process; the outbox and the reconciler bring it back. */
export const createInProcessQueue = (concurrency: number): RunQueue => {
  const queue = new PQueue({ concurrency, autoStart: false });
  const waiting = new Set<string>();
  let handler: RunHandler | null = null;
  return {
    send: async ({ runId }) => {
      if (waiting.has(runId)) return;
      waiting.add(runId);
      // Not awaited: sending ends when the message is in the queue.
      void queue.add(async () => {
        waiting.delete(runId);
        await handler?.({ runId });
      });
    },
    consume: (given) => {
      handler = given;
      queue.start();
    },
    pause: async () => queue.pause(),
    close: async () => {
      queue.pause();
      queue.clear();
      waiting.clear();
    },
  };
};
