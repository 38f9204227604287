import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { ComputeWatch, RunWords } from "@server/jobs/contract";
import { type ChildMessage, childLimitsSchema, childLimitsVariable, childTaskSchema } from "./child-protocol";

/** Answers a payload, which is all that it knows; tells `watch` how it goes. */
export type ComputeFunction = (payload: unknown, watch: ComputeWatch) => unknown;

const reportEveryMs = 100;
const askEveryMs = 100;
const beyondHeapMb = 512;

/**
 * Runs beside the computing, which blocks the main thread: ends the process when its parent is gone, when
 * it takes more memory than allowed outside the JavaScript heap, or longer than a frozen parent can notice.
 */
const watchdog = `
  const { workerData } = require("node:worker_threads");
  const end = () => process.kill(process.pid, "SIGKILL");
  setTimeout(end, workerData.wallMs);
  setInterval(() => {
    if (process.ppid !== workerData.parent || process.memoryUsage.rss() > workerData.bytes) end();
  }, 250);
`;

/** Makes this process a computing child: takes one task, answers it, ends. */
export const serveCompute = (functions: Readonly<Record<string, ComputeFunction>>): void => {
  const send = (message: ChildMessage, sent?: () => void) => {
    process.send?.(message, undefined, undefined, sent);
  };
  const end = () => process.exit(0);

  const limits = childLimitsSchema.parse(JSON.parse(process.env[childLimitsVariable] ?? "null"));
  const guard = new Worker(watchdog, {
    eval: true,
    execArgv: [],
    env: {},
    workerData: { parent: process.ppid, bytes: (limits.memoryMb + beyondHeapMb) * 2 ** 20, wallMs: limits.wallMs + 2_000 },
  });
  guard.unref();

  // Ctrl-C reaches the whole process group; whether this run goes on is the parent's decision.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {});
  process.once("disconnect", end);
  process.once("message", (message) => void answer(message));

  const answer = async (message: unknown): Promise<void> => {
    const task = childTaskSchema.parse(message);
    const compute = functions[task.kind];
    if (!compute) return send({ type: "failed", reason: `no computation of kind ${task.kind}` }, end);
    let reported = performance.now();
    let said: string | undefined;
    let asked = Number.NEGATIVE_INFINITY;
    let stopped = false;
    const stopRequested = (): boolean => {
      const now = performance.now();
      if (!stopped && now - asked >= askEveryMs) {
        asked = now;
        stopped = existsSync(task.stopFile);
      }
      return stopped;
    };
    const report = (fraction: number, words?: RunWords) => {
      const now = performance.now();
      const text = words === undefined ? said : JSON.stringify(words);
      // News in words must not be lost; the fraction alone may.
      if (text === said && now - reported < reportEveryMs) return;
      reported = now;
      said = text;
      send({ type: "progress", fraction, words });
    };
    try {
      const output = await compute(task.payload, { report, keep: (best) => send({ type: "best", output: best }), stopRequested });
      send({ type: "output", output }, end);
    } catch (error) {
      send({ type: "failed", reason: error instanceof Error ? error.message : String(error) }, end);
    }
  };
  send({ type: "ready" });
};
