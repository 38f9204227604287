import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { smallCounty } from "@db/seeds/small-county";
import { assess } from "@server/cli/commands/assess";
import { simulate } from "@server/cli/commands/simulate";
import { template } from "@server/cli/commands/template";
import { schemaFiles } from "@server/cli/schemas";
import { countyAssessmentSchema } from "@server/compliance/contract";
import { projectionSchema, writtenProjectionSchema } from "@server/planning/contract";
import { writeCountyWorkbook } from "@server/statistics";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a process of its own, with nothing of our environment but the path. */
const hengce = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "server/cli/main.ts", ...args], {
      cwd: root,
      env: { NODE_ENV: "test", PATH: process.env["PATH"], ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(complaints).toString() }));
  });

let folder: string;
const path = (name: string): string => join(folder, name);
const write = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(path(name), content);
  return path(name);
};

/** The small county with one figure of its first school replaced. */
const countyWith = (field: string, value: unknown): string => {
  const county = smallCounty();
  const [first, ...others] = county.schools;
  return JSON.stringify({ ...county, schools: [{ ...first, facilities: { ...first?.facilities, [field]: value } }, ...others] });
};

const judging = { ruleset: "quality-2017", format: "json" } as const;

/** The JSON examples of the documentation, in order: dataset, scenario. */
const documented = async (): Promise<readonly string[]> => {
  const text = await readFile(join(root, "docs/schema/README.md"), "utf8");
  return [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, example]) => example ?? "");
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hengce-cli-"));
  await write("county.json", JSON.stringify(smallCounty()));
  await write("county.xlsx", await writeCountyWorkbook(smallCounty()));
  const [dataset = "", scenario = ""] = await documented();
  await write("documented-county.json", dataset);
  await write("documented-scenario.json", scenario);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("assess", () => {
  it("answers the same to the workbook and the dataset, nothing but the assessment, with exit code 0 for a county that fails", async () => {
    const [fromJson, fromWorkbook] = await Promise.all([hengce(["assess", path("county.json")]), hengce(["assess", path("county.xlsx")])]);
    expect([fromJson.code, fromWorkbook.code]).toEqual([0, 0]);
    expect(fromWorkbook.stdout).toBe(fromJson.stdout);
    expect(fromJson.stderr).toBe("");
    const assessment = countyAssessmentSchema.parse(JSON.parse(fromJson.stdout));
    expect(assessment.verdict).toBe("not_met");
    expect(assessment.inclusion.map(({ decision }) => decision)).toContain("split");
  });

  it("tells a workbook by its content, whatever its name", async () => {
    const renamed = await write("no-extension", await readFile(path("county.xlsx")));
    const { code, stdout } = await hengce(["assess", renamed, "--format", "table"]);
    expect(code).toBe(0);
    expect(stdout).toContain("青溪县 (990199) 2026, rule set quality-2017");
    expect(stdout).toMatch(/城关第一小学 .*not_met/);
  });

  it("judges the documented example: a missing figure is not evaluable", async () => {
    const outcome = await assess(path("documented-county.json"), judging);
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome.complaints));
    const assessment = countyAssessmentSchema.parse(JSON.parse(outcome.stdout));
    expect(assessment.stages.junior.sections[0]?.indicators.R2).toEqual({
      value: null,
      state: "not_evaluable",
      borderline: false,
      numerator: null,
      pupils: 120,
      standard: 1,
      floor: 0.85,
      shortfall: null,
      needed: null,
      missing: ["teachers.junior.backbone"],
      relief: null,
    });
  });

  it("refuses input that contradicts itself with exit code 2, the reasons on stderr and an empty stdout", async () => {
    const answer = await hengce(["assess", await write("gym.json", countyWith("gymAreaM2", 900_000))]);
    expect([answer.code, answer.stdout]).toEqual([2, ""]);
    const { complaints } = JSON.parse(answer.stderr);
    expect(complaints[0]).toMatchObject({ severity: "error", where: "校舍设备", message: "checks.gymAboveTeachingArea" });
    expect(JSON.stringify(complaints[0].params)).toContain("城关第一小学");
  });

  it.each([
    ["a file that is not there", async () => path("nowhere.json"), /nowhere\.json/],
    ["neither workbook nor JSON", () => write("text.json", "学校,学生\n"), /text\.json/],
    ["a zip that is no workbook", () => write("broken.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)), /^$/],
    ["another encoding", () => write("gbk.json", Uint8Array.of(0x22, 0xc7, 0xe0, 0xcf, 0xaa, 0x22)), /gbk\.json/],
    ["a negative count", () => write("negative.json", countyWith("multimediaRooms", -1)), /^schools\.0\.facilities\.multimediaRooms$/],
    ["text for a number", () => write("texted.json", countyWith("multimediaRooms", "九")), /^schools\.0\.facilities\.multimediaRooms$/],
  ])("cannot use %s, and says where", async (_, make, where) => {
    const outcome = await assess(await make(), judging);
    expect(outcome.kind === "unusable" ? outcome.complaints.map((complaint) => complaint.where) : []).toContainEqual(
      expect.stringMatching(where),
    );
  });

  it("refuses an unknown rule set and an unknown format", async () => {
    const [ruleSet, format] = await Promise.all([
      hengce(["assess", path("county.json"), "--ruleset", "quality-1999", "--format", "table"]),
      hengce(["assess", path("county.json"), "--format", "pdf"]),
    ]);
    expect([ruleSet.code, ruleSet.stdout, ruleSet.stderr]).toEqual([
      2,
      "",
      "error: --ruleset 没有规则集 quality-1999，可用：quality-2017, quality-2019, basic-2012\n",
    ]);
    expect([format.code, format.stdout]).toEqual([2, ""]);
    expect(format.stderr).toBe("error: 选项的值不能用：--format <format> pdf。可用：json, table\n");
  });
});

describe("simulate", () => {
  it("projects the documented county under the documented scenario", async () => {
    const { code, stdout, stderr } = await hengce(["simulate", path("documented-county.json"), path("documented-scenario.json")]);
    expect(code).toBe(0);
    expect(JSON.parse(stderr).complaints).toMatchObject([{ severity: "warning", message: "checks.missingValues" }]);
    const projection = projectionSchema.parse(JSON.parse(stdout));
    expect(projection.years).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
    expect(projection.cost[0]?.totalWan).toBe(43);
  });

  it("shows one line a year as a table", async () => {
    const outcome = await simulate(
      path("documented-county.json"),
      path("documented-scenario.json"),
      { ...judging, format: "table" },
      () => {},
    );
    expect(outcome.kind === "done" ? outcome.stdout : "").toMatch(/\n2028 +not_/);
  });

  it("writes the county of each year when asked, counts its years, and judges by layered rules", async () => {
    const [county, scenario] = [path("documented-county.json"), path("documented-scenario.json")];
    const heard: number[] = [];
    const outcome = await simulate(county, scenario, { ...judging, datasets: true }, (done, total) => heard.push(done / total));
    const { datasets, years } = writtenProjectionSchema.parse(JSON.parse(outcome.kind === "done" ? outcome.stdout : "null"));
    expect(datasets?.map((dataset) => dataset.county.statisticsYear)).toEqual(years);
    expect(heard.at(-1)).toBe(1);
    expect((await simulate(county, scenario, { ...judging, format: "table", datasets: true }, () => {})).kind).toBe("unusable");
    expect((await simulate(county, scenario, { ...judging, set: ["nothing=1"] }, () => {})).kind).toBe("unusable");
  });

  it("cannot use a lever on a school that is not in the data, and names its path", async () => {
    const scenario = JSON.parse(await readFile(path("documented-scenario.json"), "utf8"));
    scenario.levers[0].schoolCode = "9901990099";
    const outcome = await simulate(path("documented-county.json"), await write("lost.json", JSON.stringify(scenario)), judging, () => {});
    expect(outcome.kind === "unusable" ? outcome.complaints[0]?.where : null).toBe("levers.0.schoolCode");
  });
});

describe("template", () => {
  it("writes a workbook, and never over a file that is there", async () => {
    const options = { countyCode: "990199", countyName: "青溪县", year: "2026" };
    const written = await template(path("empty.xlsx"), options);
    expect(written).toEqual({ kind: "done", stdout: `${path("empty.xlsx")}\n`, warnings: [], exitCode: 0 });
    expect((await template(path("empty.xlsx"), options)).kind).toBe("unusable");
    expect((await template(path("other.xlsx"), { ...options, countyCode: "99" })).kind).toBe("unusable");
  });
});

describe("the published schemas", () => {
  it("are those of the code", async () => {
    for (const [name, text] of schemaFiles()) {
      expect(await readFile(join(root, "docs/schema", name), "utf8"), `${name}: run npm run schema`).toBe(text);
    }
  });
});

describe("a new installation", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it("has no accounts until an organisation and its administrator are created; the start password is shown once", async () => {
    const env = { DATABASE_URL: database.urls.app };
    const organisation = await hengce(["create-organisation", "--kind", "province", "--code", "99", "--name", "云屏省"], env);
    expect([organisation.code, organisation.stderr]).toEqual([0, ""]);
    const args = ["create-administrator", "--organisation", "99", "--email", "Admin@Example.invalid", "--name", "管理员"];
    const created = await hengce(args, env);
    expect(created.code).toBe(0);
    expect(created.stdout).toMatch(/^admin@example\.invalid\nstart password \(shown only now\): \S{12,}\n$/);
    const again = await hengce([...args, "--language", "en"], env);
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toMatch(/^error: admin@example\.invalid The data changed while you were working\./);
    const users = await database.ownerSql`select email, password_hash as hash from auth.app_user`;
    expect(users.map(({ email }) => email)).toEqual(["admin@example.invalid"]);
    expect(users[0]?.["hash"]).toMatch(/^\$argon2id\$/);
  });

  it("says which variable is missing instead of failing inside", async () => {
    const answer = await hengce(["migrate"]);
    expect([answer.code, answer.stdout]).toEqual([2, ""]);
    expect(answer.stderr).toContain("DATABASE_URL");
  });

  it("is brought up to date by migrate, also when it already is", async () => {
    const env = { DATABASE_URL: database.urls.app, MIGRATION_DATABASE_URL: database.urls.admin };
    expect(await hengce(["migrate"], env)).toEqual({ code: 0, stdout: "migrated\n", stderr: "" });
    const check = postgres(database.urls.admin, { max: 1 });
    const [row] = await check`select count(*)::int as policies from pg_policies where schemaname = 'county'`;
    await check.end();
    expect(row?.["policies"]).toBeGreaterThan(5);
  });
});
