import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smallCounty } from "@db/seeds/small-county";
import { attribute } from "@server/cli/commands/attribute";
import type { Outcome } from "@server/cli/outcome";
import { attributionSchema } from "@server/planning/contract";
import { build, hire, scenario } from "@test/cases/planning/county";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const county = smallCounty();
const startYear = county.county.statisticsYear;
const year = startYear + 1;
const judging = { ruleset: "quality-2017", format: "json", year: [String(year)] } as const;
const silent = (): void => {};
const stdout = (outcome: Outcome): string => (outcome.kind === "done" ? outcome.stdout : JSON.stringify(outcome.complaints));

describe("attribute", () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const levers = [build({ startYear, schoolCode: county.schools[0]?.code ?? "" }), hire({ startYear })];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hengce-attribute-"));
    await writeFile(path("county.json"), JSON.stringify(county));
    await writeFile(path("scenario.json"), JSON.stringify(scenario({ horizonYears: 2, levers })));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const asked = (options: Partial<Parameters<typeof attribute>[2]>, onProgress: Parameters<typeof attribute>[3] = silent) =>
    attribute(path("county.json"), path("scenario.json"), { ...judging, ...options }, onProgress);

  it("answers in the published form and tells of its progress", async () => {
    const heard: number[] = [];
    const answer = attributionSchema.parse(JSON.parse(stdout(await asked({}, (done, total) => heard.push(done / total)))));
    expect(answer).toMatchObject({ years: [year], method: "exact", coalitions: 4, idle: [] });
    expect(answer.residual).toBeLessThan(1e-9);
    expect(heard).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it("shows a column for each lever, and intervals where orders were sampled", async () => {
    expect(stdout(await asked({ format: "table" }))).toMatch(/year +figure +without +with +difference +hire +build\n/);
    expect(stdout(await asked({ format: "table", exactUpTo: "0", pairs: "8" }))).toMatch(/cost +0\.0000 .* ± 0\.0000/);
  });

  it("says which option cannot be used", async () => {
    const outcome = await asked({ pairs: "2", figures: ["prices"] });
    expect(outcome.kind === "unusable" ? outcome.complaints.map(({ where }) => where) : []).toEqual(["--figures", "--pairs"]);
  });
});
