import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smallCounty } from "@db/seeds/small-county";
import { attribute } from "@server/cli/commands/attribute";
import { backtest } from "@server/cli/commands/backtest";
import { montecarlo } from "@server/cli/commands/montecarlo";
import { optimise } from "@server/cli/commands/optimise";
import { seek } from "@server/cli/commands/seek";
import { simulate } from "@server/cli/commands/simulate";
import { complaintLines, type Outcome } from "@server/cli/outcome";
import { receiptFileSchema } from "@server/cli/receipts";
import { wordsIn } from "@server/cli/words";
import { attributionSchema, backtestSchema, type Lever, planAnswerSchema, scenarioDocumentSchema } from "@server/planning/contract";
import { contentHash } from "@server/platform/hash";
import { build, hire, lever, scenario } from "@test/cases/planning/county";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const county = smallCounty();
const startYear = county.county.statisticsYear;
const year = startYear + 1;
const [first, second] = county.schools.map(({ code }) => code);
if (first === undefined || second === undefined) throw new Error("the small county has lost its schools");
const levers = [build({ startYear, schoolCode: first }), hire({ startYear })];
const earlier = {
  ...county,
  county: { ...county.county, statisticsYear: startYear - 1, fiscalYear: county.county.fiscalYear - 1 },
  schools: county.schools.map((school) => ({ ...school, history: school.history.filter((one) => one.year < startYear - 1) })),
};

const judging = { ruleset: "quality-2017", format: "json" } as const;
const table = { ...judging, format: "table" } as const;
const silent = (): void => {};
const alone = { onProgress: silent, startPart: () => Promise.reject(new Error("one thread needs no further process")) };
const stdout = (outcome: Outcome): string => (outcome.kind === "done" ? outcome.stdout : JSON.stringify(outcome.complaints));
const refused = (outcome: Outcome) => (outcome.kind === "unusable" ? outcome.complaints : []);

let folder: string;
const path = (name: string): string => join(folder, name);
const write = async (name: string, content: unknown): Promise<string> => {
  await writeFile(path(name), JSON.stringify(content));
  return path(name);
};
const scenarioFile = (name: string, own: readonly Lever[]): Promise<string> => write(name, scenario({ horizonYears: 2, levers: [...own] }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hengce-planning-"));
  await write("county.json", county);
  await write("earlier.json", earlier);
  await scenarioFile("scenario.json", levers);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("attribute", () => {
  const asked = (options: Partial<Parameters<typeof attribute>[2]>, onProgress: Parameters<typeof attribute>[3] = silent) =>
    attribute(path("county.json"), path("scenario.json"), { ...judging, year: [String(year)], ...options }, onProgress);

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
    const wrong = refused(await asked({ pairs: "2", figures: ["prices"] }));
    expect(wrong.map(({ where }) => where)).toEqual(["--figures", "--pairs"]);
    expect(refused(await asked({ year: [String(year), "2099"] }))).toMatchObject([
      { where: "--year", message: "planning.issues.yearNotProjected", params: { year: 2099, firstYear: year, lastYear: startYear + 2 } },
    ]);
  });
});

describe("optimise", () => {
  const asked = async (request: object, options: Parameters<typeof optimise>[3] = judging, tell: (line: string) => void = silent) =>
    optimise(path("county.json"), path("scenario.json"), await write("request.json", request), options, tell);

  it("answers in the published form, tells every better plan on the way, and shows years and kinds as a table", async () => {
    const told: string[] = [];
    const request = { targetYear: startYear + 2, gap: 0.05, effort: 3 };
    const answer = planAnswerSchema.parse(JSON.parse(stdout(await asked(request, judging, (line) => told.push(line)))));
    expect(answer.plan?.years.at(-1)?.verdict).toBe("met");
    expect(told).toHaveLength(answer.incumbents.length);
    expect(told[0]).toMatch(/^\d+\.\d s {2}greedy {2}\d+\.\d\d 万元, bound \?, gap \?$/);
    const text = stdout(await asked(request, table));
    expect(text).toMatch(/year +verdict +capital 万元 +yearly 万元 +with kept 万元 +posts\n/);
    expect(text).toMatch(/\nkind +schools +quantity +cost 万元\n/);
  });

  it("says in words why there is no plan and what would make one, in either language", async () => {
    const request = { targetYear: startYear + 2, gap: 0.05, effort: 2, totalBudgetWan: 1, ask: { frontier: true } };
    const chinese = stdout(await asked(request, table));
    expect(chinese).toMatch(/\nway out: 总预算由 1\.0 万元提高到 /);
    expect(chinese).toMatch(new RegExp(`\nlacking: ${startYear + 2} .*差`));
    expect(chinese).toMatch(new RegExp(`\nby ${year}: no plan \\(infeasible\\)\n`));
    const english = await wordsIn("en");
    expect(english.plan({ key: "moreTotalBudget", params: { fromWan: 1, toWan: 12.34 } }, county)).toBe(
      "Raise the total budget from 1.0 to 12.3 × 10k yuan",
    );
  });

  it("refuses years that are not projected, impossible mergers, and a request that cannot be read, with the file", async () => {
    const milestones = [{ year: startYear, share: 0.5 }];
    const wrong = refused(await asked({ targetYear: 2040, milestones, mergers: [{ schoolCode: first, toCode: "9" }] }));
    expect(wrong.map(({ where, message }) => `${where} ${message}`)).toEqual([
      "targetYear planning.issues.yearNotProjected",
      "milestones.0.year planning.issues.yearNotProjected",
      "mergers planning.issues.unknownSchool",
    ]);
    expect(refused(await asked({}))).toMatchObject([{ where: "targetYear", params: { file: path("request.json") } }]);
  });
});

describe("backtest", () => {
  it("holds the later year against the projection of the earlier one, whatever their order", async () => {
    const answer = backtestSchema.parse(JSON.parse(stdout(await backtest([path("county.json"), path("earlier.json")], judging))));
    expect([answer.baseYear, answer.years.map((one) => one.year)]).toEqual([startYear - 1, [startYear]]);
    const text = stdout(await backtest([path("earlier.json"), path("county.json")], table));
    expect(text).toMatch(new RegExp(`\n${startYear} +primary +-?\\d+\\.\\d % `));
  });

  it("replays a scenario's assumptions instead of the defaults, and says which of them the past year cannot have", async () => {
    const files = [path("county.json"), path("earlier.json")];
    const teachers = async (options: Parameters<typeof backtest>[1]) =>
      backtestSchema.parse(JSON.parse(stdout(await backtest(files, options)))).years[0]?.stages.primary.teachers.projected ?? 0;
    const { assumptions, ...rest } = scenarioDocumentSchema.parse(JSON.parse(await readFile(path("scenario.json"), "utf8")));
    const assuming = async (change: Partial<typeof assumptions>) => ({
      ...judging,
      scenario: await write("assumed.json", { ...rest, assumptions: { ...assumptions, ...change } }),
    });
    expect(await teachers(await assuming({ teacherAttrition: 0.2, teacherReplacement: 0 }))).toBeLessThan(await teachers(judging));
    const foreign = await assuming({ entrantShares: "zones", zoneShares: [{ schoolCode: "0000", share: 0.5 }] });
    expect(refused(await backtest(files, foreign)).map(({ message }) => message)).toEqual(["planning.issues.unknownSchool"]);
  });

  it("needs two years", async () => {
    expect(refused(await backtest([path("county.json")], judging))[0]?.where).toBe("files");
    expect(refused(await backtest([path("county.json"), path("county.json")], judging))[0]?.where).toBe("files");
  });

  it("refuses files of different counties, and says which file is of which", async () => {
    const other = { ...earlier, county: { ...earlier.county, code: "990999", name: "他县" } };
    const file = await write("other.json", other);
    const complaints = refused(await backtest([path("county.json"), file], judging));
    expect(complaints).toMatchObject([
      { where: file, message: "commands.otherCounty", params: { code: "990999", first: county.county.code } },
    ]);
    expect(complaintLines(complaints, (await wordsIn()).sentence)).toContain(`他县（990999）的数据，第一个文件是${county.county.name}`);
  });
});

describe("levers that are impossible", () => {
  const impossible: readonly (readonly [string, readonly Lever[], string, RegExp, RegExp])[] = [
    [
      "more teachers than exist",
      [lever("rotate_teachers", { startYear, fromCode: first, toCode: second, stage: "primary", teachers: 5000, termYears: 1 })],
      "levers.0.teachers",
      /要求 5000，届时实有/,
      /5000 asked for/,
    ],
    [
      "equipment below zero",
      [lever("transfer_equipment", { startYear, fromCode: first, toCode: second, valueWan: 100_000, multimediaRooms: 0, costWan: 0 })],
      "levers.0.valueWan",
      /要求 100000，届时实有/,
      /100000 asked for/,
    ],
    [
      "a closed school",
      [
        lever("close_school", { startYear, schoolCode: second, targets: [{ schoolCode: first, share: 1 }] }),
        build({ startYear, schoolCode: second }),
      ],
      "levers.1.schoolCode",
      new RegExp(`在 ${year} 年已撤并`),
      new RegExp(`is closed by ${year}`),
    ],
    [
      "a date before the base year",
      [build({ startYear: startYear - 3, schoolCode: first })],
      "levers.0.startYear",
      /早于基年/,
      /base year/,
    ],
  ];

  it.each(impossible)("are refused by every command that runs a scenario, with the reason in words: %s", async (_, own, where, zh, en) => {
    const [file, document] = [path("county.json"), await scenarioFile("impossible.json", own)];
    const request = await write("request.json", { targetYear: startYear + 2 });
    const goal = { leverId: "build", field: "rooms", year, goal: { kind: "county", part: "resource" } };
    const outcomes = [
      await simulate(file, document, table, silent),
      await attribute(file, document, table, silent),
      await montecarlo(file, document, table, alone),
      await optimise(file, document, request, table, silent),
      await seek(file, document, await write("goal.json", goal), table),
    ];
    for (const outcome of outcomes) expect(refused(outcome).map((one) => one.where)).toEqual([where]);
    const [complaints] = outcomes.map(refused);
    expect(complaintLines(complaints ?? [], (await wordsIn()).sentence)).toMatch(zh);
    expect(complaintLines(complaints ?? [], (await wordsIn("en")).sentence)).toMatch(en);
  });

  it("are told by their keys where the catalogues hold no sentence", async () => {
    const { sentence } = await wordsIn();
    const complaint = { severity: "error", where: "files", message: "no such file", params: { file: "a.json" } } as const;
    expect(complaintLines([complaint], sentence)).toBe("error: files no such file file=a.json\n");
  });
});

describe("simulate", () => {
  it("says in words what the planner must know", async () => {
    const text = stdout(await simulate(path("county.json"), path("scenario.json"), table, silent));
    expect(text).toMatch(new RegExp(`\nnotice: ${year} .*按均衡原则分配。 \\[hire\\]\n`));
  });
});

describe("receipts", () => {
  const asked = (options: object, scenarioName = "scenario.json") =>
    simulate(path("county.json"), path(scenarioName), { ...judging, ...options }, silent);

  it("are written beside the answer, and hold for the same question however often it is asked", async () => {
    await asked({ receipt: path("receipt.json") });
    const receipt = receiptFileSchema.parse(JSON.parse(await readFile(path("receipt.json"), "utf8")));
    expect(receipt).toMatchObject({ kind: "projection", datasetHash: contentHash(county), ruleSet: { id: "quality-2017" } });
    expect(await asked({ check: path("receipt.json") })).toMatchObject({ exitCode: 0, warnings: [] });
    expect(await asked({ check: path("receipt.json"), format: "table" })).toMatchObject({ exitCode: 0 });
  });

  it("name what is another, and the answer is told all the same", async () => {
    await asked({ receipt: path("receipt.json") });
    await scenarioFile("other.json", []);
    const other = await asked({ check: path("receipt.json") }, "other.json");
    expect(other).toMatchObject({ kind: "done", exitCode: 4 });
    expect(other.kind === "done" ? other.warnings.map(({ where }) => where) : []).toEqual(["--check scenarioHash", "--check resultHash"]);
    expect(await asked({ receipt: path("no/folder.json") })).toMatchObject({ kind: "done", exitCode: 2 });
  });

  it("tell the seed of what is drawn and the years that are compared", async () => {
    await montecarlo(path("county.json"), path("scenario.json"), { ...judging, draws: "4", seed: "7", receipt: path("drawn.json") }, alone);
    expect(JSON.parse(await readFile(path("drawn.json"), "utf8"))).toMatchObject({ kind: "montecarlo", seed: 7 });
    await backtest([path("county.json"), path("earlier.json")], { ...judging, receipt: path("replayed.json") });
    const replayed = receiptFileSchema.parse(JSON.parse(await readFile(path("replayed.json"), "utf8")));
    expect(replayed).toMatchObject({ kind: "backtest", furtherHashes: [contentHash(county)] });
    expect(await backtest([path("earlier.json"), path("county.json")], { ...judging, check: path("replayed.json") })).toMatchObject({
      exitCode: 0,
    });
  });
});
