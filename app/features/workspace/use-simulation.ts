import type { ScenarioDocument } from "@server/planning/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { withNews } from "./difference";
import { type EngineWorker, startEngines } from "./engine-worker";
import type { FromWorker, SimulationAnswer, ToWorker, Versions } from "./simulation-protocol";

/** Nobody reads "computing" in less, and what flickers distracts. */
const saidAfterMs = 300;

interface Question {
  readonly document: ScenarioDocument;
  readonly year: number | null;
}

interface Answered {
  readonly answer: SimulationAnswer | null;
  /** What the answer is to. */
  readonly question: Question | null;
  /** Milliseconds in the worker. */
  readonly ms: number | null;
  /** The reader has been waiting for a while: what is shown is of an earlier edit. */
  readonly computing: boolean;
  readonly failed: boolean;
  readonly versions: { readonly browser: Versions; readonly server: Versions } | null;
}

export interface Simulation extends Answered {
  /** Asks what a document comes to, looked at in a year; asked at the edit itself, the engines compute while React draws. */
  readonly ask: (document: ScenarioDocument, year: number | null) => void;
  /** Sends a further message to the engines; answers that are not projections go to `onMessage`. */
  readonly post: (message: ToWorker) => void;
}

const nothing: Answered = { answer: null, question: null, ms: null, computing: true, failed: false, versions: null };

/**
 * Answers the newest document in a worker. One question is under way at most; while it is, only the newest
 * edit waits. Answers arrive in order, so that an older one never replaces a newer one.
 */
export const useSimulation = (address: string, onMessage: (message: FromWorker) => void): Simulation => {
  const engines = useRef<EngineWorker | null>(null);
  const sequence = useRef(0);
  const newest = useRef<Question | null>(null);
  const waiting = useRef<Question | null>(null);
  /** Null while the engines have nothing to do. */
  const underWay = useRef<Question | null>(null);
  const stage = useRef<"loading" | "ready" | "failed">("loading");
  const patience = useRef<ReturnType<typeof setTimeout>>(undefined);
  const listener = useRef(onMessage);
  listener.current = onMessage;
  const [state, setState] = useState<Answered>(nothing);
  const held = useRef<SimulationAnswer | null>(null);

  const post = useCallback((message: ToWorker) => engines.current?.post(message), []);
  const askNext = useCallback(() => {
    clearTimeout(patience.current);
    if (stage.current === "failed" || (waiting.current === null && underWay.current === null)) return;
    patience.current = setTimeout(() => setState((before) => ({ ...before, computing: true })), saidAfterMs);
    if (stage.current !== "ready" || underWay.current !== null || waiting.current === null) return;
    underWay.current = waiting.current;
    waiting.current = null;
    sequence.current += 1;
    post({ kind: "project", sequence: sequence.current, ...underWay.current });
  }, [post]);
  const ask = useCallback(
    (document: ScenarioDocument, year: number | null) => {
      if (newest.current?.document === document && newest.current.year === year) return;
      newest.current = { document, year };
      waiting.current = newest.current;
      askNext();
    },
    [askNext],
  );

  useEffect(() => {
    held.current = null;
    stage.current = "loading";
    underWay.current = null;
    waiting.current = newest.current;
    const hear = (data: FromWorker): void => {
      const question = underWay.current;
      if (data.kind === "loaded") {
        stage.current = "ready";
        setState((before) => ({ ...before, versions: { browser: data.browser, server: data.server } }));
      } else if (data.kind === "answer") {
        underWay.current = null;
        askNext();
        // Drawn at once: React would put it off until after the frame.
        const answer = withNews(held.current, data.news);
        held.current = answer;
        flushSync(() => setState((before) => ({ ...before, answer, question, ms: data.ms, computing: false, failed: false })));
        return;
      } else if (data.kind === "failed" && (data.sequence ?? 0) >= 0) {
        underWay.current = null;
        if (data.sequence === null) stage.current = "failed";
        setState((before) => ({ ...before, computing: false, failed: true }));
      }
      listener.current(data);
      askNext();
    };
    const fail = (): void => {
      stage.current = "failed";
      clearTimeout(patience.current);
      setState((before) => ({ ...before, computing: false, failed: true }));
    };
    const started = startEngines(address, hear, fail);
    engines.current = started;
    return () => {
      clearTimeout(patience.current);
      started.end();
      engines.current = null;
    };
  }, [address, askNext]);

  return { ...state, ask, post };
};
