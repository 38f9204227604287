import type { Contender } from "./contender";
import { prepare as duckdb } from "./contenders/duckdb";
import { prepare as hyperformula } from "./contenders/hyperformula";
import { prepare as kernel, preparePlainly as typescript } from "./contenders/kernel";
import { prepare as polars } from "./contenders/polars";
import { prepare as postgres } from "./contenders/postgres";
import { prepare as rowObjects } from "./contenders/row-objects";
import { type WorkloadName, workload } from "./workload";

/**
 * One contender in a process of its own: loads its form of the workload, then answers `warm`, `run` and `answer`.
 * Warm means warm: it works for `warmMs` before the first round, and a round lasts `roundMs` or one repetition,
 * whichever is longer. The same for everybody.
 */
const contenders = { kernel, typescript, "row-objects": rowObjects, polars, duckdb, postgres, hyperformula } as const;
export type ContenderName = keyof typeof contenders;

const warmMs = 1500;
const roundMs = 25;

const [, , name, size] = process.argv;
const contender: Contender = await contenders[name as ContenderName](workload(size as WorkloadName));

/** Milliseconds a repetition. */
const repeated = async (atLeast: number): Promise<number> => {
  const start = performance.now();
  for (let repetitions = 1; ; repetitions++) {
    await contender.run();
    const took = performance.now() - start;
    if (took >= atLeast) return took / repetitions;
  }
};

process.on("message", (question) => {
  const reply = async (): Promise<void> => {
    if (question === "answer") process.send?.({ answer: await contender.answer() });
    else if (question === "warm") process.send?.({ milliseconds: await repeated(warmMs) });
    else process.send?.({ milliseconds: await repeated(roundMs), megabytes: process.resourceUsage().maxRSS / 1024 });
  };
  reply().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
process.on("disconnect", () => {
  contender.close?.().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
});
process.send?.({ ready: true });
