import { type ChildProcess, fork } from "node:child_process";
import { processStart, signal } from "./processes";

/** A process of ours that must not outlive us. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves once, with words for how it ended. */
  readonly exited: Promise<string>;
  /** SIGTERM, then SIGKILL when it has not ended after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  readonly script: URL;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  /** File descriptors for stdout and stderr; the parent's own unless given. */
  readonly output?: number;
}

/**
 * Starts a Node process tied to this one by an IPC channel: when this process dies by any means, the channel
 * closes and `endWithParent` in the child ends it. It has a process group of its own, so that Ctrl-C reaches
 * only the parent, which then stops its children in order.
 */
export const startChild = ({ name, script, args = [], env, execArgv = [], output }: ChildOptions): Child => {
  const stdio = output ?? "inherit";
  const child: ChildProcess = fork(script, [...args], {
    env,
    execArgv: [...execArgv],
    detached: true,
    stdio: ["ignore", stdio, stdio, "ipc"],
  });
  const exited = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not start: ${error.message}`));
    child.once("exit", (code, by) => resolve(by ? `ended by ${by}` : `ended with code ${code ?? "unknown"}`));
  });
  const pid = child.pid ?? -1;
  return {
    name,
    pid,
    exited,
    stop: async (graceMs = 30_000) => {
      if (pid < 0 || child.exitCode !== null || child.signalCode !== null) return;
      signal(pid, "SIGTERM");
      const timer = setTimeout(() => signal(pid, "SIGKILL"), graceMs);
      await exited;
      clearTimeout(timer);
    },
  };
};

/**
 * Ends this process in order (by its own SIGTERM handler) when the process that started it is gone, and by
 * force when that takes longer than `graceMs`. Does nothing in a process that was started by hand.
 */
export const endWithParent = (graceMs = 30_000): void => {
  if (!process.channel) return;
  const end = (): void => {
    setTimeout(() => process.exit(1), graceMs).unref();
    signal(process.pid, "SIGTERM");
  };
  process.once("disconnect", end);
  process.channel.unref();
  if (!process.connected || processStart(process.ppid) === null) end();
};

/**
 * Runs `stop` once on the first SIGINT, SIGTERM or SIGHUP and then exits. A terminal and npm may both pass on one
 * Ctrl-C, so a second signal counts only when it comes a second later: it exits at once.
 * Exit code: 0 when `stop` succeeded, else 1.
 */
export const stopOnSignal = (stop: (reason: NodeJS.Signals) => Promise<void>): void => {
  let since: number | null = null;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => {
      if (since !== null) {
        if (performance.now() - since > 1000) process.exit(1);
        return;
      }
      since = performance.now();
      stop(name).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
};
