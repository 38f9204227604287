import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planAnswerSchema } from "@server/planning/contract";
import { baseYear, scenario } from "@test/cases/planning/county";
import { brokenCounty } from "@test/planning-solver/counties";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const questions = {
  "county.json": brokenCounty(40, 104, "mild"),
  "scenario.json": scenario({ horizonYears: 2 }),
  // Far more than it takes until somebody interrupts it.
  "request.json": { targetYear: baseYear + 2, gap: 0, effort: 3600 },
};

describe("optimise on a terminal", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hengce-interrupt-"));
    for (const [name, content] of Object.entries(questions)) await writeFile(join(folder, name), JSON.stringify(content));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("writes the best plan so far when it is interrupted, says so, and ends with an exit code of its own", async () => {
    const files = Object.keys(questions).map((name) => join(folder, name));
    const child = spawn(process.execPath, ["--import", "tsx", "server/cli/main.ts", "optimise", ...files], {
      cwd: root,
      env: { NODE_ENV: "test", PATH: process.env["PATH"] },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      // The fast plan is the first that there is to keep.
      if (!told.includes("greedy") && chunk.includes("greedy")) child.kill("SIGINT");
      told += chunk.toString();
    });
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    const answer = planAnswerSchema.parse(JSON.parse(Buffer.concat(out).toString()));
    expect([code, answer.interrupted, answer.plan?.years.at(-1)?.verdict]).toEqual([3, "cancelled", "met"]);
    expect(told).toMatch(/^正在停止，随后写出目前最省的方案/m);
  }, 120_000);
});
