import type { Contender } from "./contender";
import { prepare as duckdb } from "./contenders/duckdb";
import { prepare as hyperformula } from "./contenders/hyperformula";
import { prepare as kernel } from "./contenders/kernel";
import { prepare as polars } from "./contenders/polars";
import { prepare as rowObjects } from "./contenders/row-objects";
import { type WorkloadName, workload } from "./workload";

/** One contender in a process of its own: loads its form of the workload, then answers `run` and `answer`. */
const contenders = { kernel, "row-objects": rowObjects, polars, duckdb, hyperformula } as const;
export type ContenderName = keyof typeof contenders;

const [, , name, size] = process.argv;
const contender: Contender = await contenders[name as ContenderName](workload(size as WorkloadName));

process.on("message", (question) => {
  const reply = async (): Promise<void> => {
    if (question === "answer") {
      process.send?.({ answer: await contender.answer() });
      return;
    }
    const start = performance.now();
    await contender.run();
    process.send?.({ milliseconds: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024 });
  };
  reply().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
process.send?.({ ready: true });
