import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** One process for good: a number alone may be given to another program after a crash or a restart. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

const linuxStart = (pid: number): string | null => {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state] = fields;
  // A zombie has ended; it only waits for its parent to notice.
  return state === "Z" || state === "X" ? null : (fields[19] ?? null);
};

/** When a live process started, in the system's own words; null when there is no such process. */
export const processStart = (pid: number): string | null => {
  try {
    if (process.platform === "linux") return linuxStart(pid);
    return (
      execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null
    );
  } catch {
    return null;
  }
};

/** This process, to be written down for whoever comes next. */
export const ownIdentity = (): ProcessIdentity => ({ pid: process.pid, startedAt: processStart(process.pid) ?? "" });

/** True while the very process that was written down still runs. */
export const isAlive = (identity: ProcessIdentity): boolean => processStart(identity.pid) === identity.startedAt;

/** Sends a signal; false when the process is already gone. */
export const signal = (pid: number, name: NodeJS.Signals): boolean => {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
};

/** Waits until the process has ended; false when `withinMs` pass first. */
export const ended = async (pid: number, withinMs: number): Promise<boolean> => {
  const deadline = performance.now() + withinMs;
  while (processStart(pid) !== null) {
    if (performance.now() > deadline) return false;
    await delay(25);
  }
  return true;
};
