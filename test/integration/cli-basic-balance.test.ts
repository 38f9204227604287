import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assess } from "@server/cli/commands/assess";
import { basicAssessmentSchema } from "@server/compliance/basic-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basicCounty } from "../cases/compliance/basic/build";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "basic-"));
  file = join(folder, "county.json");
  await writeFile(file, JSON.stringify(basicCounty({})));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (options: { readonly format?: "json" | "table"; readonly set?: readonly string[]; readonly against?: string }) =>
  assess(file, { ruleset: "basic-2012", format: "json", ...options });

describe("assess --ruleset basic-2012", () => {
  it("answers the judgement as JSON of the published schema", async () => {
    const outcome = await run({});
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
    expect(basicAssessmentSchema.parse(JSON.parse(outcome.stdout))).toMatchObject({
      verdict: "incomplete",
      ruleSet: { id: "basic-2012", version: "1" },
    });
  });

  it("tries other values and says so in the version", async () => {
    const outcome = await run({ set: ["basic.standards.use=shown", "basic.score.minimum=99"] });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      verdict: "not_met",
      score: { value: 92, minimum: 99, verdict: "not_met" },
      ruleSet: { version: '1+(basic.score.minimum=99,basic.standards.use="shown")' },
    });
  });

  it("judges by an example of provincial standards that is named", async () => {
    const outcome = await run({ set: ["basic.standards.pack=example-points-89"], format: "table" });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
    expect(outcome.stdout).toContain("school standards: met (example-points-89, judged)");
  });

  it.each([
    ["an unknown key, with the keys that are near", "basic.score.minimun=80", "no such parameter", "basic.score.minimum"],
    ["a value that is none of the key", "basic.score.minimum=101", "is no value of this parameter", ""],
  ])("refuses %s", async (_, set, message, near) => {
    const outcome = await run({ set: [set] });
    if (outcome.kind !== "unusable") throw new Error("it is refused");
    expect(outcome.complaints[0]).toMatchObject({ where: "--set", message });
    expect(String(outcome.complaints[0]?.params.near ?? "")).toContain(near);
  });

  it("refuses to be compared with another rule set", async () => {
    expect(await run({ against: "quality-2017" })).toMatchObject({ kind: "unusable", complaints: [{ where: "--against" }] });
  });
});
