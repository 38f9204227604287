import type { ScenarioDocument } from "@server/planning/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import type { FromWorker, SimulationAnswer, ToWorker, Versions } from "./simulation-protocol";

export interface Simulation {
  readonly answer: SimulationAnswer | null;
  /** Milliseconds in the worker. */
  readonly ms: number | null;
  /** A newer question is being computed: what is shown is of an earlier edit. */
  readonly computing: boolean;
  readonly failed: boolean;
  readonly versions: { readonly browser: Versions; readonly server: Versions } | null;
  /** Sends a further message to the engines; answers that are not projections go to `onMessage`. */
  readonly post: (message: ToWorker) => void;
}

interface Question {
  readonly document: ScenarioDocument;
  readonly year: number | null;
}

/**
 * Answers the newest document in a worker. One question is under way at most; while it is, only the newest
 * edit waits. Answers arrive in order, so that an older one never replaces a newer one.
 */
export const useSimulation = (
  address: string,
  document: ScenarioDocument,
  year: number | null,
  onMessage: (message: FromWorker) => void,
): Simulation => {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const busy = useRef(true);
  const waiting = useRef<Question | null>(null);
  const listener = useRef(onMessage);
  listener.current = onMessage;
  const [state, setState] = useState<Omit<Simulation, "post">>({ answer: null, ms: null, computing: true, failed: false, versions: null });

  const post = useCallback((message: ToWorker) => worker.current?.postMessage(message), []);
  const askNext = useCallback(() => {
    const question = waiting.current;
    if (busy.current || question === null || worker.current === null) return;
    waiting.current = null;
    busy.current = true;
    asked.current += 1;
    post({ kind: "project", sequence: asked.current, ...question });
  }, [post]);

  useEffect(() => {
    const engine = new Worker(new URL("./simulation.worker.ts", import.meta.url), { type: "module" });
    worker.current = engine;
    busy.current = true;
    engine.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "loaded") {
        busy.current = false;
        setState((before) => ({ ...before, versions: { browser: data.browser, server: data.server } }));
      } else if (data.kind === "answer") {
        busy.current = false;
        setState((before) => ({ ...before, answer: data.answer, ms: data.ms, computing: waiting.current !== null, failed: false }));
      } else if (data.kind === "failed" && (data.sequence ?? 0) >= 0) {
        busy.current = data.sequence === null;
        setState((before) => ({ ...before, computing: false, failed: true }));
      }
      listener.current(data);
      askNext();
    };
    engine.onerror = () => setState((before) => ({ ...before, computing: false, failed: true }));
    engine.postMessage({ kind: "load", address } satisfies ToWorker);
    return () => {
      engine.terminate();
      worker.current = null;
    };
  }, [address, askNext]);

  useEffect(() => {
    waiting.current = { document, year };
    setState((before) => (before.computing ? before : { ...before, computing: true }));
    askNext();
  }, [document, year, askNext]);

  return { ...state, post };
};
