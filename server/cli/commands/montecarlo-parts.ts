import { fork } from "node:child_process";
import type { MonteCarloPart } from "@server/planning/engine/index";

/** Starts a process for the draws `from` up to `to`; it tells how many are done and answers its part. */
export type PartProcess = (from: number, to: number, onCount: (done: number) => void) => Promise<MonteCarloPart>;

/** Draws in as many equal parts as there are threads; draws are the same however they are parted. */
export const partsOf = (
  draws: number,
  threads: number,
  start: PartProcess,
  onProgress: (done: number, total: number) => void,
): Promise<readonly MonteCarloPart[]> => {
  const parts = Math.min(threads, draws);
  const counts = new Array<number>(parts).fill(0);
  return Promise.all(
    counts.map((_, index) =>
      start(Math.floor((index * draws) / parts), Math.floor(((index + 1) * draws) / parts), (count) => {
        counts[index] = count;
        onProgress(
          counts.reduce((sum, done) => sum + done, 0),
          draws,
        );
      }),
    ),
  );
};

/** This very command again, with `--part`, in a process of its own. What it complains of goes to our stderr. */
export const ownProcess: PartProcess = (from, to, onCount) =>
  new Promise((resolve, reject) => {
    const [, program = "", ...args] = process.argv;
    const child = fork(program, [...args, "--part", `${from}:${to}`], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let part: MonteCarloPart | undefined;
    child.on("message", (message: { readonly count?: number; readonly part?: MonteCarloPart }) => {
      if (message.count !== undefined) onCount(message.count);
      if (message.part !== undefined) part = message.part;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (part === undefined) reject(new Error(`the draws ${from} to ${to} ended with code ${code}`));
      else resolve(part);
    });
  });
