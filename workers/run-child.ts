import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunWords } from "@server/jobs/contract";
import type { ErrorCode } from "@server/kernel/errors";
import { type ChildLimits, type ChildTask, childLimitsVariable, childMessageSchema } from "./child-protocol";

/** The script a computing child runs, and the Node options it needs (TypeScript in development, built code in production). */
export interface ComputeEntry {
  readonly entry: URL;
  readonly execArgv: readonly string[];
}

export type ChildOutcome =
  | { readonly kind: "output"; readonly output: unknown }
  /** The same task would fail again. */
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly reason: string }
  /** Ended without an answer, for a reason that may be the machine's. */
  | { readonly kind: "crashed"; readonly reason: string }
  /** Ended because `signal` was aborted; `best` is what it handed over before, undefined when nothing. */
  | { readonly kind: "stopped"; readonly best?: unknown };

/** What the parent hears of a computing under way. */
export interface ChildNews {
  readonly progress?: { readonly fraction: number; readonly words?: RunWords | undefined };
  readonly best?: unknown;
}

export interface ChildOptions {
  readonly limits: ChildLimits;
  /** Aborted with the reason "cancelled", the child has `stopWithinMs` to hand over the best that it has. */
  readonly signal: AbortSignal;
  readonly stopWithinMs: number;
  readonly onNews: (news: ChildNews) => void;
}

const keptStderr = 4_000;
const lingerMs = 1_000;

/**
 * Computes one task in a process of its own and resolves when that process is gone. The child gets
 * neither the environment nor the database: nothing it does can reach further than its answer.
 */
export const runInChild = (
  compute: ComputeEntry,
  task: Omit<ChildTask, "stopFile">,
  { limits, signal, stopWithinMs, onNews }: ChildOptions,
): Promise<ChildOutcome> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: "stopped" });
    const child = fork(compute.entry, {
      execArgv: [...compute.execArgv, `--max-old-space-size=${limits.memoryMb}`],
      env: { NODE_ENV: process.env["NODE_ENV"], [childLimitsVariable]: JSON.stringify(limits) },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
    });
    const stopFile = join(tmpdir(), `hengce-stop-${randomUUID()}`);
    let answer: ChildOutcome | null = null;
    let stderr = "";
    let linger: NodeJS.Timeout | undefined;
    let best: unknown;
    let asked = false;
    const kill = () => child.kill("SIGKILL");
    // The first answer counts: a result that arrived before its child was killed is still a result.
    const settle = (outcome: ChildOutcome) => {
      answer ??= outcome;
    };
    const stopNow = () => {
      settle({ kind: "stopped", best });
      kill();
    };
    const stop = () => {
      if (signal.reason !== "cancelled" || stopWithinMs === 0) return stopNow();
      asked = true;
      // A child that cannot be asked is ended when its time is over.
      writeFile(stopFile, "").catch(() => {});
      linger = setTimeout(stopNow, stopWithinMs);
    };
    const wall = setTimeout(() => {
      settle({ kind: "failed", code: "run_timed_out", reason: `longer than ${limits.wallMs} ms` });
      kill();
    }, limits.wallMs);
    signal.addEventListener("abort", stop, { once: true });

    child.stderr?.on("data", (chunk: Buffer) => {
      stderr = (stderr + chunk.toString("utf8")).slice(-keptStderr);
    });
    child.on("message", (raw) => {
      const message = childMessageSchema.parse(raw);
      if (message.type === "ready") child.send({ ...task, stopFile }, () => {});
      else if (message.type === "progress") onNews({ progress: message });
      else if (message.type === "best") {
        best = message.output;
        onNews({ best });
      } else {
        if (asked) settle({ kind: "stopped", best: message.type === "output" ? message.output : best });
        else if (message.type === "output") settle({ kind: "output", output: message.output });
        else settle({ kind: "failed", code: "run_failed", reason: message.reason });
        clearTimeout(linger);
        linger = setTimeout(kill, lingerMs);
      }
    });
    const over = (outcome: ChildOutcome) => {
      clearTimeout(wall);
      clearTimeout(linger);
      signal.removeEventListener("abort", stop);
      if (asked) void rm(stopFile, { force: true }).catch(() => {});
      resolve(answer ?? (asked ? { kind: "stopped", best } : outcome));
    };
    child.once("error", (error) => over({ kind: "crashed", reason: error.message }));
    child.once("close", (code, killedBy) => over(deathOf(code, killedBy, stderr)));
  });

/** Why a child ended that nobody asked to end: SIGKILL is its watchdog or the kernel, both over memory. */
const deathOf = (code: number | null, killedBy: NodeJS.Signals | null, stderr: string): ChildOutcome => {
  if (killedBy === "SIGKILL" || /heap out of memory|Array buffer allocation failed/.test(stderr))
    return { kind: "failed", code: "run_out_of_memory", reason: "out of memory" };
  return { kind: "crashed", reason: `child ended with ${killedBy ?? `code ${code}`}: ${stderr.trim().split("\n").at(-1) ?? ""}` };
};
