import { type ChildProcess, spawn } from "node:child_process";
import type { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "./outcome";

/** Name of the hidden option with which a command is the child that `withOwnChild` starts. */
export const stopFileOption = "--stop-file";

const askEveryMs = 100;

/** Whether a child is to hand over what it has: it was asked to, or nobody is there any more to ask. */
export const stopRequestedBy = (stopFile: string): (() => boolean) => {
  const parent = process.ppid;
  let asked = Number.NEGATIVE_INFINITY;
  let stopped = false;
  return () => {
    const now = performance.now();
    if (!stopped && now - asked >= askEveryMs) {
      asked = now;
      stopped = existsSync(stopFile) || process.ppid !== parent;
    }
    return stopped;
  };
};

/** This very command again, told where a file says that it is to stop. */
export const ownCommand = (stopFile: string): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1), stopFileOption, stopFile], {
    stdio: ["ignore", "inherit", "inherit"],
    // A group of its own: Ctrl-C reaches this process alone, which decides what becomes of the search.
    detached: true,
  });

/**
 * Runs a command that computes without a pause, so that it hears no signal, in a process of its own, and hears them in
 * its place: the first interrupt asks for the best so far, the second one ends it. Answers the exit code.
 */
export const withOwnChild = async (
  start: (stopFile: string) => ChildProcess,
  signals: EventEmitter,
  onStop: () => void,
): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), "hengce-stop-"));
  const stopFile = join(folder, "stop");
  const child = start(stopFile);
  let interrupts = 0;
  const end = (): void => void child.kill("SIGKILL");
  const interrupt = (): void => {
    interrupts += 1;
    if (interrupts > 1) end();
    else {
      onStop();
      // A child that cannot be asked is ended.
      writeFile(stopFile, "").catch(end);
    }
  };
  signals.on("SIGINT", interrupt);
  signals.on("SIGTERM", end);
  signals.on("SIGHUP", end);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? exitCodes.killed));
    });
  } finally {
    signals.off("SIGINT", interrupt);
    signals.off("SIGTERM", end);
    signals.off("SIGHUP", end);
    await rm(folder, { recursive: true, force: true });
  }
};
