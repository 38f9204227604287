import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { z } from "zod";
import type { Comparison } from "./draws";

/*
 * W2: a county of 100 schools, ten years, many draws, in turn in one process, built as the product is built: in columns;
 * by our own stepping with a full assessment of every year, as pages show it; and in row objects, that is the second
 * reading of the projection with the same drawn numbers, judged in plain objects. Processor time is counted,
 * so that other work on the machine matters less; two threads are also timed by the clock, as is the province. Ratios are printed;
 * times belong to the machine. What limits the figures is said in server/planning/README.md. Ends with exit code 1
 * when two ways judge a year differently.
 */
const draws = 1000;
const goals = { timesRowObjects: 40, provinceSeconds: 30 } as const;
const provinceCounties = 120;

const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const held = (isMet: boolean): string => (isMet ? "met" : "not met");
/** What stands between the figure and its goal, or would if it had to be lower still. */
const limits = {
  draws: "a draw draws five numbers a school and year, steps its grades and staff and judges it; no function takes more than a tenth",
  levers: "a rotation quota chooses who goes where one teacher at a time, and hundreds of loans come and go: two fifths of all",
  province: "as for one county; both threads at work slow each other by a third, and a question takes 5 to 30 ms before its first draw",
} as const;

const built = join(import.meta.dirname, "..", "..", "..", "build");
await mkdir(built, { recursive: true });
const folder = await mkdtemp(join(built, "bench-"));
const bundle = join(folder, "draws.mjs");
const ask = async <T>(schema: z.ZodType<T>, ...question: readonly string[]): Promise<T> => {
  const { stdout } = await promisify(execFile)(process.execPath, [bundle, ...question]);
  return schema.parse(JSON.parse(stdout));
};
const comparison: z.ZodType<Comparison> = z.object({
  own: z.number(),
  assessed: z.number(),
  rows: z.number().nullable(),
  sections: z.number(),
  years: z.number(),
  levers: z.number(),
});
const clock = z.object({ seconds: z.number() });

try {
  await build({
    entryPoints: [join(import.meta.dirname, "draws.ts")],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const one = await ask(clock, "wall", "0", String(draws));
  const halves = await Promise.all([0, 1].map((half) => ask(clock, "wall", String((half * draws) / 2), String(draws / 2))));
  const both = Math.max(...halves.map(({ seconds }) => seconds));
  write(
    `${draws} draws by the clock: one thread ${one.seconds.toFixed(2)} s, two ${both.toFixed(2)} s: ${(one.seconds / both).toFixed(2)} x`,
  );
  for (const kind of ["plain", "levers"]) {
    const { own, assessed, rows, sections, years, levers } = await ask(comparison, kind);
    write(`W2, ${sections} sections, ${years} years, ${levers} levers: ${own.toFixed(2)} ms a draw (processor time of one thread)`);
    write(
      `  ${((own * 1e6) / (sections * years)).toFixed(0)} ns a unit, year and draw; ${draws} draws: ${((own * draws) / 1000).toFixed(1)} s`,
    );
    write(`  own stepping with a full assessment a year ÷ this: ${(assessed / own).toFixed(1)} on one thread`);
    if (rows === null) {
      write(`  no goal is set with levers; limit: ${limits.levers}`);
      continue;
    }
    const ratio = (rows * draws) / (both * 1000);
    write(
      `  row objects ÷ this: ${(rows / own).toFixed(1)} on one thread, ${ratio.toFixed(1)} on two by the clock; they judge the resource`,
    );
    write("  part only, seven indicators and their coefficients, without the 25 items that are judged here as well");
    write(`  goal: ${goals.timesRowObjects} on two threads: ${held(ratio >= goals.timesRowObjects)}; limit: ${limits.draws}`);
  }
  const half = provinceCounties / 2;
  const shares = await Promise.all([0, 1].map((share) => ask(clock, "province", String(share * half), String(half), String(draws))));
  const seconds = Math.max(...shares.map((share) => share.seconds));
  write(`province of ${provinceCounties} counties x ${draws} draws on two threads: ${seconds.toFixed(1)} s by the clock,`);
  write(`  ${((seconds * 1000) / (half * draws)).toFixed(2)} ms a draw on each of them`);
  write(`  goal: below ${goals.provinceSeconds} s: ${held(seconds < goals.provinceSeconds)}; limit: ${limits.province}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
