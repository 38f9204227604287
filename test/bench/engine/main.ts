import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ContenderName } from "./child";
import { type Answer, countyVerdicts } from "./contender";
import { limits } from "./contenders/sql";
import { installPeers } from "./peers";
import type { WorkloadName } from "./workload";

/*
 * The kernel against its peers, every contender in its own process, rounds taken in turn. Ratios of
 * medians are printed; times belong to the machine. Ends with exit code 1 when two contenders disagree.
 */
const plan: readonly { readonly workload: WorkloadName; readonly rounds: number; readonly contenders: readonly ContenderName[] }[] = [
  { workload: "W1", rounds: 40, contenders: ["kernel", "row-objects", "polars", "duckdb", "hyperformula"] },
  { workload: "W3", rounds: 9, contenders: ["kernel", "row-objects", "polars", "duckdb"] },
  { workload: "W4", rounds: 5, contenders: ["kernel", "polars", "duckdb"] },
];

interface Reply {
  readonly milliseconds?: number;
  readonly megabytes?: number;
  readonly answer?: Answer;
}

const ask = async (child: ChildProcess, question: "run" | "answer"): Promise<Reply> => {
  const reply = once(child, "message");
  child.send(question);
  return (await reply)[0] as Reply;
};

const start = async (name: ContenderName, workload: WorkloadName): Promise<ChildProcess> => {
  const child = fork(fileURLToPath(new URL("child.ts", import.meta.url)), [name, workload], {
    execArgv: ["--import", "tsx", "--max-old-space-size=8192"],
    serialization: "advanced",
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`${name} ended before its time`)));
  await Promise.race([once(child, "message"), ended]);
  ended.catch(() => undefined);
  return child;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const agree = (name: string, answer: Answer, reference: Answer): void => {
  assert.deepEqual(answer.failing, reference.failing, `${name} fails other sections`);
  assert.deepEqual(countyVerdicts(answer, limits), countyVerdicts(reference, limits), `${name} judges counties otherwise`);
  answer.cv.forEach((cv, index) => {
    assert.ok(Math.abs(cv - (reference.cv[index] ?? Number.NaN)) < 1e-9, `${name} has another CV at ${index}`);
  });
};

const write = (line: string): boolean => process.stdout.write(`${line}\n`);

const peersThere = installPeers();
if (!peersThere) write("The peers could not be installed here: only the row-object form is compared.");
for (const { workload, rounds, contenders } of plan) {
  const names = contenders.filter((name) => peersThere || name === "kernel" || name === "row-objects");
  const children = new Map<ContenderName, ChildProcess>();
  for (const name of names) children.set(name, await start(name, workload));
  const times = new Map<ContenderName, number[]>(names.map((name) => [name, []]));
  const memory = new Map<ContenderName, number>();
  const warmUp = 3;
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, child] of children) {
      const { milliseconds = Number.NaN, megabytes = Number.NaN } = await ask(child, "run");
      if (round >= 0) times.get(name)?.push(milliseconds);
      memory.set(name, megabytes);
    }
  }
  let reference: Answer | undefined;
  for (const [name, child] of children) {
    const { answer } = await ask(child, "answer");
    assert.ok(answer !== undefined, `${name} gives no answer`);
    if (reference === undefined) reference = answer;
    else agree(name, answer, reference);
    child.disconnect();
  }
  const own = median(times.get("kernel") ?? []);
  write(`${workload}: kernel ${own.toFixed(3)} ms (median of ${rounds})`);
  for (const name of names) {
    const took = median(times.get(name) ?? []);
    write(
      `  ${name.padEnd(14)}${(took / own).toFixed(1).padStart(9)} x${took.toFixed(2).padStart(12)} ms${(memory.get(name) ?? 0).toFixed(0).padStart(7)} MB`,
    );
  }
}
