import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { smallCounty } from "@db/seeds/small-county";
import { type MonteCarloOptions, montecarlo } from "@server/cli/commands/montecarlo";
import type { Outcome } from "@server/cli/outcome";
import { monteCarloSchema } from "@server/planning/contract";
import { build, hire, scenario } from "@test/cases/planning/county";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const county = smallCounty();
const startYear = county.county.statisticsYear;
const stdout = (outcome: Outcome): string => (outcome.kind === "done" ? outcome.stdout : JSON.stringify(outcome.complaints));
const complaints = (outcome: Outcome) => (outcome.kind === "unusable" ? outcome.complaints.map(({ where }) => where) : []);

describe("montecarlo", () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const levers = [build({ startYear, schoolCode: county.schools[0]?.code ?? "" }), hire({ startYear })];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hengce-montecarlo-"));
    await writeFile(path("county.json"), JSON.stringify(county));
    await writeFile(path("scenario.json"), JSON.stringify(scenario({ horizonYears: 2, levers })));
    await writeFile(path("settings.json"), JSON.stringify({ draws: 2, seed: 5, entrants: { low: 0.9, likely: 1, high: 1.1 } }));
    await writeFile(path("upside-down.json"), JSON.stringify({ entrants: { low: 1.1, likely: 1, high: 0.9 } }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const heard: number[] = [];
  const asked = (options: Partial<MonteCarloOptions>) =>
    montecarlo(
      path("county.json"),
      path("scenario.json"),
      { ruleset: "quality-2017", format: "json", draws: "3", ...options },
      {
        onProgress: (done, total) => heard.push(done / total),
        startPart: () => Promise.reject(new Error("one thread needs no further process")),
      },
    );

  it("answers in the published form and tells of its progress", async () => {
    heard.length = 0;
    const answer = monteCarloSchema.parse(JSON.parse(stdout(await asked({ seed: "7", year: String(startYear + 1) }))));
    expect(answer.settings).toMatchObject({ draws: 3, seed: 7, targetYear: startYear + 1 });
    expect(answer.tornado.targetYear).toBe(startYear + 1);
    expect(answer.resource.map(({ draws }) => draws)).toEqual([3, 3, 3]);
    expect(heard).toEqual([1 / 3, 2 / 3, 1]);
  });

  it("takes ranges from a file, and what is said beside it goes before", async () => {
    const { settings } = monteCarloSchema.parse(JSON.parse(stdout(await asked({ settings: path("settings.json") }))));
    expect(settings).toMatchObject({ draws: 3, seed: 5, entrants: { low: 0.9, likely: 1, high: 1.1 }, progression: { low: 0.985 } });
  });

  it("shows a line a year and what each input does", async () => {
    const text = stdout(await asked({ format: "table", set: ["CV.limit.primary=0.9"] }));
    expect(text).toMatch(/year +7 indicators % +all 32 %/);
    expect(text).toMatch(/3 draws, seed/);
    // One draw is the lowest of three, one the highest; no price is paid with the entrants.
    expect(text).toMatch(/^entrants +(?:\S+ \(\S+ to \S+\) +){2}-?\d+\.\d +-?\d\.\d{4} +-?\d\.\d{4} +/m);
  });

  it("says which option or file cannot be used", async () => {
    expect(complaints(await asked({ draws: "0" }))).toEqual(["--draws"]);
    expect(complaints(await asked({ threads: "half" }))).toEqual(["--threads"]);
    expect(complaints(await asked({ set: ["nothing"] }))).toEqual(["--set"]);
    expect(complaints(await asked({ settings: path("upside-down.json") }))).toHaveLength(1);
  });

  it("gives the same bytes from one process and from two", async () => {
    const own = stdout(await asked({}));
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const args = ["montecarlo", path("county.json"), path("scenario.json"), "--draws", "3", "--threads", "2"];
    const answered = await new Promise<string>((resolve, reject) => {
      const child = spawn(process.execPath, ["--import", "tsx", "server/cli/main.ts", ...args], {
        cwd: root,
        env: { NODE_ENV: "test", PATH: process.env["PATH"] },
        stdio: ["ignore", "pipe", "ignore"],
      });
      const out: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
      child.on("error", reject);
      child.on("close", () => resolve(Buffer.concat(out).toString()));
    });
    expect(answered).toBe(own);
  }, 60_000);
});
