import { Worker } from "node:worker_threads";
import { type ChildMessage, childLimitsSchema, childLimitsVariable, childTaskSchema } from "./child-protocol";

/** A pure function of a payload; `report` takes the fraction done, 0–1. */
export type ComputeFunction = (payload: unknown, report: (fraction: number) => void) => unknown;

const reportEveryMs = 100;
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
  process.once("message", (message) => {
    const task = childTaskSchema.parse(message);
    const compute = functions[task.kind];
    if (!compute) return send({ type: "failed", reason: `no computation of kind ${task.kind}` }, end);
    let reported = performance.now();
    const report = (fraction: number) => {
      const now = performance.now();
      if (now - reported < reportEveryMs) return;
      reported = now;
      send({ type: "progress", fraction });
    };
    try {
      send({ type: "output", output: compute(task.payload, report) }, end);
    } catch (error) {
      send({ type: "failed", reason: error instanceof Error ? error.message : String(error) }, end);
    }
  });
  send({ type: "ready" });
};
