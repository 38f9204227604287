import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smallCounty } from "@db/seeds/small-county";
import { assess } from "@server/cli/commands/assess";
import { explain } from "@server/cli/commands/explain";
import type { Outcome } from "@server/cli/outcome";
import { countyAssessmentSchema, type RuleLayer } from "@server/compliance/contract";
import { columnsOfDataset, explain as explainVerdict, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hengce-rules-"));
  file = join(folder, "county.json");
  await writeFile(file, JSON.stringify(smallCounty()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const columns = columnsOfDataset(smallCounty());
const judging = { ruleset: "quality-2017", format: "json" } as const;
const answer = (outcome: Outcome): unknown => {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
  return JSON.parse(outcome.stdout);
};
const complaints = (outcome: Outcome) => (outcome.kind === "unusable" ? outcome.complaints : []);

const layer: RuleLayer = {
  format: "hengce.rule-layer/1",
  id: "north",
  version: "2",
  level: "province",
  title: { "zh-CN": "北省规则", en: "Rules of the north" },
  entries: [
    {
      key: "R7.standard.primary",
      value: 3,
      source: { document: "省办法", article: "第二条" },
      certainty: "certain",
      validFrom: "2026-09-01",
      validTo: null,
    },
  ],
  extraVetoes: [],
  extraIndicators: [],
  note: "",
};
const layerFile = async (content: object): Promise<string> => {
  const path = join(folder, "layer.json");
  await writeFile(path, JSON.stringify(content));
  return path;
};

describe("assess by other rules", () => {
  it("tries values, which the version of the rules names", async () => {
    const tried = countyAssessmentSchema.parse(
      answer(await assess(file, { ...judging, set: ["R7.standard.primary=3", "inclusion.campuses=separate"] })),
    );
    expect(tried.ruleSet.version).toBe('2+(R7.standard.primary=3,inclusion.campuses="separate")');
    expect(tried.stages.primary.sections[0]?.indicators.R7.standard).toBe(3);
  });

  it("names the parameters that look like an unknown one", async () => {
    const found = complaints(await assess(file, { ...judging, set: ["R7.standart.primary=3"] }));
    expect(found[0]).toMatchObject({ where: "--set R7.standart.primary", message: "commands.unknownKeyNear" });
    expect(found[0]?.params["near"]).toContain("R7.standard.primary");
  });

  it.each([
    [["R7.standard.primary=lots"], "commands.invalidValue"],
    [["R7.standard.primary"], "commands.keyValue"],
  ])("refuses %s", async (set, message) => {
    expect(complaints(await assess(file, { ...judging, set })).map((one) => one.message)).toEqual([message]);
  });

  it("puts layers on the rules, on the day that is asked for", async () => {
    const path = await layerFile(layer);
    const on = async (date: string) =>
      countyAssessmentSchema.parse(answer(await assess(file, { ...judging, layer: [path], date }))).stages.primary.sections[0]?.indicators
        .R7.standard;
    expect([await on("2026-08-31"), await on("2026-09-01")]).toEqual([2.3, 3]);
  });

  it("says which value a layer would loosen", async () => {
    const loose = { ...layer, entries: layer.entries.map((entry) => ({ ...entry, value: 2 })) };
    expect(complaints(await assess(file, { ...judging, layer: [await layerFile(loose)] }))).toEqual([
      {
        severity: "error",
        where: "--layer north entries.0.value",
        message: "commands.loosens",
        params: { key: "R7.standard.primary", inForce: "2.3" },
      },
    ]);
  });

  it("refuses a day that is none and a rule set that it does not know", async () => {
    expect(complaints(await assess(file, { ...judging, date: "2026-02-30" }))[0]?.where).toBe("--date");
    expect(complaints(await assess(file, { ...judging, ruleset: "quality-1999" }))[0]?.params["known"]).toContain("quality-2019");
  });

  it("answers what another rule set would change, and only that", async () => {
    const difference = answer(await assess(file, { ...judging, against: "quality-2019" }));
    expect(difference).toMatchObject({
      a: { ruleSet: { id: "quality-2017" } },
      b: { ruleSet: { id: "quality-2019" } },
      values: expect.arrayContaining([{ key: "relief.R3.on", unit: "启用", a: false, b: true }]),
    });
    expect(answer(await assess(file, { ...judging, against: "quality-2017" }))).toMatchObject({
      values: [],
      sections: [],
      balances: [],
      items: [],
    });
  });
});

describe("explain", () => {
  const asked = { ruleset: "quality-2017" } as const;
  const failing = judgeCounty(columns, quality2017).stages.primary.sections.find(({ verdict }) => verdict === "not_met");
  const section = failing?.id ?? "";

  it("answers why a section has its value, as the engine does", async () => {
    const expected = explainVerdict(columns, quality2017, { kind: "section", stage: "primary", indicator: "R4", sectionId: section });
    expect(answer(await explain(file, { ...asked, section, indicator: "R4" }))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(expected?.schoolFlip?.steps.length).toBeGreaterThan(0);
  });

  it("answers why a CV is what it is", async () => {
    expect(answer(await explain(file, { ...asked, balance: "junior:R5" }))).toMatchObject({
      subject: { kind: "balance", stage: "junior", indicator: "R5" },
      formula: { key: "CV" },
    });
  });

  it("answers why an item is judged as it is", async () => {
    expect(answer(await explain(file, { ...asked, item: "G5" }))).toMatchObject({
      result: { id: "G5" },
      clause: { document: "教督〔2017〕6号" },
    });
  });

  it("answers what is stated of a veto and of eligibility, by which clause", async () => {
    expect(answer(await explain(file, { ...asked, item: "V2" }))).toMatchObject({
      clause: { document: "教督〔2017〕6号", article: "第十条" },
      result: { id: "V2" },
      inputs: [{ path: "vetoes.V2" }],
    });
    expect(answer(await explain(file, { ...asked, item: "E" }))).toMatchObject({
      clause: { article: "第五条" },
      result: { yearsRequired: 3 },
      inputs: [{ path: "facts.basicRecognitionYear" }, { path: "declarations.E.monitoring" }, { path: "declarations.E.problemsSolved" }],
    });
  });

  it.each([
    [{}, "commands.oneOf"],
    [{ item: "G5", balance: "primary:R4" }, "commands.oneOf"],
    [{ item: "G16" }, "commands.noItem"],
    [{ item: "V99" }, "commands.noItem"],
    [{ balance: "senior:R4" }, "commands.balanceForm"],
    [{ section: "X:primary" }, "commands.sectionForm"],
    [{ section: "X:primary", indicator: "R1" }, "commands.noSection"],
  ])("refuses %o", async (options, message) => {
    expect(complaints(await explain(file, { ...asked, ...options })).map((one) => one.message)).toEqual([message]);
  });
});
