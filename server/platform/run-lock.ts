import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { ended, isAlive, ownIdentity, type ProcessIdentity, processStart, signal } from "./processes";

const identitySchema = z.object({ pid: z.number(), startedAt: z.string() });
const holderSchema = z.object({ holder: identitySchema, parent: identitySchema.nullable(), note: z.string() });
type Holder = z.infer<typeof holderSchema>;

export interface RunLock {
  /** Replaces what a second run is told. */
  readonly setNote: (note: string) => void;
  readonly release: () => void;
}

const read = (path: string): Holder | null => {
  if (!existsSync(path)) return null;
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
};

/** A live run whose starter is gone was left behind by a kill -9; it is asked to end, then made to. */
const endAbandoned = async ({ holder }: Holder): Promise<void> => {
  for (const [name, withinMs] of [
    ["SIGTERM", 40_000],
    ["SIGKILL", 5000],
  ] as const)
    if (!signal(holder.pid, name) || (await ended(holder.pid, withinMs))) return;
};

/**
 * One run at a time. Returns the lock, or the note of the run that holds it. A lock of a dead process is taken
 * over; so is one whose holder lost the process that started it (`parent`, null when that does not matter).
 */
export const takeRunLock = async (path: string, parent: ProcessIdentity | null, note: string): Promise<RunLock | string> => {
  mkdirSync(dirname(path), { recursive: true });
  const mine: Holder = { holder: ownIdentity(), parent, note };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return {
        setNote: (text) => writeFileSync(path, JSON.stringify({ ...mine, note: text })),
        release: () => rmSync(path, { force: true }),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = read(path);
    if (other && isAlive(other.holder)) {
      if (!other.parent || isAlive(other.parent)) return other.note;
      await endAbandoned(other);
    }
    rmSync(path, { force: true });
  }
  return note;
};

/** The process that started this one. */
export const parentIdentity = (): ProcessIdentity => ({ pid: process.ppid, startedAt: processStart(process.ppid) ?? "" });
