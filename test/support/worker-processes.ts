import { type ChildProcess, fork } from "node:child_process";
import { type BundledEntry, bundle } from "./bundle";
import { until } from "./until";
import type { WorkerProcessSettings } from "./worker-process-settings";

export interface WorkerProcess {
  readonly pid: number;
  /** True once a log line holds the text. */
  said(text: string): boolean;
  /** Sends a signal; for one that ends the process, resolves when it has ended. */
  signal(name: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT"): Promise<void>;
  /** Exit code, null while alive or when killed by a signal. */
  exitCode(): number | null;
}

export interface WorkerProcesses {
  start(settings: WorkerProcessSettings): Promise<WorkerProcess>;
  /** Ends all that still run. */
  stopAll(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts workers as processes of their own, so that they can be killed, frozen and woken. */
export const workerProcesses = async (): Promise<WorkerProcesses> => {
  const entry: BundledEntry = await bundle(new URL("./worker-process.ts", import.meta.url));
  const alive = new Set<ChildProcess>();

  const ended = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else child.once("exit", () => resolve());
    });
  return {
    start: async (settings) => {
      let output = "";
      const child = fork(entry.entry, {
        execArgv: [],
        env: { NODE_ENV: "test", TEST_WORKER: JSON.stringify(settings) },
        stdio: ["ignore", "pipe", "inherit", "ipc"],
      });
      alive.add(child);
      child.stdout?.on("data", (chunk: Buffer) => {
        output += chunk.toString("utf8");
      });
      await until("a worker process takes runs", () => output.includes("taking runs"));
      return {
        pid: child.pid ?? -1,
        said: (text) => output.includes(text),
        signal: async (name) => {
          child.kill(name);
          if (name === "SIGKILL" || name === "SIGTERM") await ended(child);
        },
        exitCode: () => child.exitCode,
      };
    },
    stopAll: async () => {
      const all = [...alive];
      alive.clear();
      for (const child of all) child.kill("SIGKILL");
      await Promise.all(all.map(ended));
    },
    remove: entry.remove,
  };
};
