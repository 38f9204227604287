import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ContenderName } from "./child";
import { type Answer, countyVerdicts } from "./contender";
import { limits } from "./contenders/sql";
import { goals, longestW1 } from "./goals";
import { installPeers } from "./peers";
import { sizes, type WorkloadName } from "./workload";

/*
 * The kernel against its peers, every contender in its own process, all warm, rounds taken in turn. Ratios of
 * medians are printed beside the goals; times belong to the machine. Ends with exit code 1 when two contenders
 * disagree. NumPy is no npm package: it is not measured here.
 */
const plan: readonly { readonly workload: WorkloadName; readonly rounds: number; readonly contenders: readonly ContenderName[] }[] = [
  {
    workload: "W1",
    rounds: 25,
    contenders: ["kernel", "typescript", "row-objects", "polars", "duckdb", "postgres", "hyperformula"],
  },
  { workload: "W3", rounds: 9, contenders: ["kernel", "typescript", "row-objects", "polars", "duckdb", "postgres"] },
  { workload: "W4", rounds: 5, contenders: ["kernel", "typescript", "polars", "duckdb"] },
];

interface Reply {
  readonly milliseconds?: number;
  readonly megabytes?: number;
  readonly answer?: Answer;
}

/** Milliseconds a repetition. */
interface Timed {
  readonly median: number;
  readonly least: number;
  readonly megabytes: number;
}

const ask = async (child: ChildProcess, question: "warm" | "run" | "answer"): Promise<Reply> => {
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

/** The rounds of one workload; answers compared, processes ended. */
const timesOf = async (workload: WorkloadName, names: readonly ContenderName[], rounds: number): Promise<Map<ContenderName, Timed>> => {
  const children = new Map<ContenderName, ChildProcess>();
  for (const name of names) children.set(name, await start(name, workload));
  for (const child of children.values()) await ask(child, "warm");
  const times = new Map<ContenderName, number[]>(names.map((name) => [name, []]));
  const memory = new Map<ContenderName, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, child] of children) {
      const { milliseconds = Number.NaN, megabytes = Number.NaN } = await ask(child, "run");
      times.get(name)?.push(milliseconds);
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
  return new Map(
    names.map((name) => {
      const samples = times.get(name) ?? [];
      return [name, { median: median(samples), least: Math.min(...samples), megabytes: memory.get(name) ?? Number.NaN }];
    }),
  );
};

const verdict = (met: boolean): string => (met ? "met" : "NOT MET");

const line = (name: string, { median: took, least, megabytes }: Timed, own: Timed, goal: number | undefined): string => {
  const ratio = took / own.median;
  const held = goal === undefined ? "" : `   goal ${goal} x: ${verdict(ratio >= goal)}`;
  return `  ${name.padEnd(18)}${ratio.toFixed(1).padStart(9)} x${(least / own.least).toFixed(1).padStart(9)} x${took.toFixed(3).padStart(12)} ms${(Number.isNaN(megabytes) ? "" : `${megabytes.toFixed(0)} MB`).padStart(9)}${held}`;
};

const peersThere = installPeers();
if (!peersThere) write("The peers could not be installed here: only the project's own forms and Postgres are compared.");
const withoutPeers: readonly ContenderName[] = ["kernel", "typescript", "row-objects", "postgres"];
/** A county's sheet, recalculated on its own: a province is so many of them. */
let sheet: Timed | undefined;
for (const { workload, rounds, contenders } of plan) {
  const names = contenders.filter((name) => peersThere || withoutPeers.includes(name));
  const times = await timesOf(workload, names, rounds);
  const own = times.get("kernel");
  assert.ok(own !== undefined);
  const { counties } = sizes[workload];
  write(
    `${workload}: kernel ${own.median.toFixed(4)} ms, at best ${own.least.toFixed(4)} (${rounds} rounds; ratios of medians, of minima)`,
  );
  for (const [name, timed] of times) write(line(name, timed, own, goals[workload][name]));
  if (workload === "W1") {
    sheet = times.get("hyperformula");
    write(`  one county re-evaluated: goal ${longestW1.goal} ms: ${verdict(own.median < longestW1.goal)}`);
  } else if (sheet !== undefined) {
    const province = { median: sheet.median * counties, least: sheet.least * counties, megabytes: Number.NaN };
    write(line(`W1 sheet x ${counties}`, province, own, goals[workload].hyperformula));
  }
}
write("Goals against NumPy are not held here: it is no npm package.");
