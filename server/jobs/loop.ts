import type { JobsLog } from "./queue";

export interface Loop {
  /** Ends the loop; resolves when the round under way is over. */
  stop(): Promise<void>;
}

/** Repeats `work` with a pause between rounds. A round that fails is logged and the next one tries again. */
export const startLoop = (name: string, pauseMs: number, work: () => Promise<unknown>, log: JobsLog): Loop => {
  const ended = new AbortController();
  const pause = () =>
    new Promise<void>((resolve) => {
      if (ended.signal.aborted) return resolve();
      const timer = setTimeout(done, pauseMs);
      function done() {
        clearTimeout(timer);
        ended.signal.removeEventListener("abort", done);
        resolve();
      }
      ended.signal.addEventListener("abort", done, { once: true });
    });
  let failing = false;
  const rounds = async () => {
    while (!ended.signal.aborted) {
      try {
        await work();
        if (failing) log.info({ loop: name }, "works again");
        failing = false;
      } catch (error) {
        // An outage fails every round; its first line says all.
        if (!failing) log.warn({ loop: name, reason: reasonOf(error) }, "round failed, trying on");
        failing = true;
      }
      await pause();
    }
  };
  const running = rounds();
  return {
    stop: () => {
      ended.abort();
      return running;
    },
  };
};

/** The short text of an unknown thrown value, for logs. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
