import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assess } from "@server/cli/commands/assess";
import { explain } from "@server/cli/commands/explain";
import { basicAssessmentSchema } from "@server/compliance/basic-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basicCounty, pairWith } from "../cases/compliance/basic/build";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "basic-"));
  file = join(folder, "county.json");
  await writeFile(file, JSON.stringify(basicCounty({})));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (options: Partial<Parameters<typeof assess>[1]>) => assess(file, { ruleset: "basic-2012", format: "json", ...options });

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
    ["an unknown key, with the keys that are near", "basic.score.minimun=80", "commands.unknownKeyNear", "basic.score.minimum"],
    ["a value that is none of the key", "basic.score.minimum=101", "commands.invalidValue", ""],
  ])("refuses %s", async (_, set, message, near) => {
    const outcome = await run({ set: [set] });
    if (outcome.kind !== "unusable") throw new Error("it is refused");
    expect(outcome.complaints[0]).toMatchObject({ where: `--set ${set.split("=")[0]}`, message });
    expect(String(outcome.complaints[0]?.params.near ?? "")).toContain(near);
  });

  it("puts a province's layer on the rules, on the day that is asked for", async () => {
    const path = join(folder, "layer.json");
    const entry = {
      key: "basic.composite.limit.junior",
      value: 0.5,
      source: { document: "某省教督〔2024〕1号", article: "第三条" },
      certainty: "certain",
      validFrom: "2026-09-01",
      validTo: null,
    };
    const layer = { format: "hengce.rule-layer/1", id: "north", version: "1", level: "province", title: { "zh-CN": "甲省", en: "North" } };
    await writeFile(path, JSON.stringify({ ...layer, entries: [entry] }));
    const limitOn = async (date: string) => {
      const outcome = await run({ layer: [path], date });
      if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
      return basicAssessmentSchema.parse(JSON.parse(outcome.stdout)).stages.junior.composite.limit;
    };
    expect([await limitOn("2026-08-31"), await limitOn("2026-09-01")]).toEqual([0.55, 0.5]);
  });

  it.each(["primary:B3", "junior:composite"])("answers why %s is what it is", async (balance) => {
    const uneven = join(folder, "uneven.json");
    const schools = [...pairWith("primary", Array<number>(8).fill(0.6)), ...pairWith("junior", Array<number>(8).fill(0.2))];
    await writeFile(uneven, JSON.stringify(basicCounty({ schools })));
    const outcome = await explain(uneven, { ruleset: "basic-2012", balance });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
    const { subject, formula, contributors, drivers } = JSON.parse(outcome.stdout);
    expect(`${subject.stage}:${subject.indicator}`).toBe(balance);
    expect(formula.values.value).toBeCloseTo(balance.startsWith("primary") ? 0.6 : 0.2, 9);
    const shares = [...contributors, ...drivers].map(({ share }: { share: number }) => Math.abs(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("refuses to explain a section or an item of it, and what it does not know", async () => {
    for (const options of [{ section: "A001:primary" }, { item: "G1" }, { balance: "primary:R4" }]) {
      expect((await explain(file, { ruleset: "basic-2012", ...options })).kind).toBe("unusable");
    }
  });

  it("refuses to be compared with another rule set", async () => {
    expect(await run({ against: "quality-2017" })).toMatchObject({ kind: "unusable", complaints: [{ where: "--against" }] });
  });
});
