import { askText } from "~/components/ask";
import type { FromWorker, ToWorker } from "./simulation-protocol";

export interface EngineWorker {
  readonly post: (message: ToWorker) => void;
  readonly end: () => void;
}

/** Starts the engines in a worker and brings them what they compute from: both are on their way at once. `fail`: the worker itself is broken. */
export const startEngines = (address: string, hear: (message: FromWorker) => void, fail: () => void): EngineWorker => {
  const worker = new Worker(new URL("./simulation.worker.ts", import.meta.url), { type: "module" });
  const over = new AbortController();
  const post = (message: ToWorker): void => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
  worker.onerror = fail;
  void askText(address, over.signal).then((base) => {
    if (!over.signal.aborted) post({ kind: "load", base });
  });
  return {
    post,
    end: () => {
      over.abort();
      worker.terminate();
    },
  };
};
