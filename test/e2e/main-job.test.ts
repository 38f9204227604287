import { readFile } from "node:fs/promises";
import { columnsOfDataset, defaultRuleSetId, judgeCounty, ruleSetById } from "@server/compliance";
import { wholeOf } from "@server/compliance/whole-contract";
import type { Locale } from "@server/http/context";
import { writeCountyWorkbook } from "@server/statistics";
import type { CountyDataset } from "@server/statistics/contract";
import { type RunningApp, startApp } from "@test/support/app";
import { startBrowser, type Visitor, violations, visit } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import ExcelJS from "exceljs";
import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { createWorld, password, type World } from "./world";

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;

beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  app = await startApp({ databaseUrl: database.urls.app, queue: "redis" });
});
afterEach(async () => {
  await app.stop();
  await database.close();
});
afterAll(async () => {
  await browser.close();
});

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const shown = (locator: Locator): Promise<void> => locator.waitFor({ state: "visible" });
const gone = (locator: Locator): Promise<void> => locator.waitFor({ state: "hidden" });

/** One person of the story, who also looks at each page with the eyes of axe. */
class Person {
  /** `contrast`: colours are the same in every language. */
  constructor(
    private readonly visitor: Visitor,
    private readonly contrast: boolean,
  ) {}

  static async arrives(locale: Locale, email: string): Promise<Person> {
    const visitor = await visit(browser, { origin: app.origin, locale });
    await visitor.page.goto("/sign-in");
    const person = new Person(visitor, locale === "zh-CN");
    await person.accessible();
    await visitor.signIn(email, password);
    return person;
  }

  get page() {
    return this.visitor.page;
  }
  t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return this.visitor.t(key, params);
  }
  text(key: string, params: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByText(this.t(key, params), { exact: true }).first();
  }
  button(key: string, params: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByRole("button", { name: this.t(key, params), exact: true });
  }
  link(key: string): Locator {
    return this.page.getByRole("link", { name: this.t(key), exact: true });
  }
  tab(group: string, key: string): Locator {
    return this.page.getByRole("navigation", { name: this.t(group) }).getByRole("link", { name: this.t(key) });
  }
  panel(): Locator {
    return this.page.getByRole("complementary", { name: this.t("compliance:why.title") });
  }
  /** By the navigation, as a user goes. */
  async goes(key: string, heading: string): Promise<void> {
    const unfold = this.page.getByRole("button", { name: this.t("common:action.menu"), exact: true });
    if (await unfold.isVisible()) await unfold.click();
    await this.page
      .getByRole("navigation", { name: this.t("common:nav.label") })
      .getByRole("link", { name: this.t(key), exact: true })
      .click();
    await shown(this.page.getByRole("heading", { level: 1, name: this.t(heading) }));
    await this.accessible();
  }
  async accessible(): Promise<void> {
    expect(await violations(this.page, { contrast: this.contrast })).toEqual([]);
  }
  async uploads(fileName: string, bytes: Uint8Array): Promise<void> {
    await this.page.getByLabel(this.t("data:import.choose")).setInputFiles({ name: fileName, mimeType: xlsx, buffer: Buffer.from(bytes) });
    await this.button("data:import.upload").click();
  }
  /** Presses a button that asks first, and says yes. */
  async confirms(button: Locator, key: string): Promise<void> {
    await button.click();
    const dialog = this.page.getByRole("alertdialog");
    await shown(dialog);
    await this.accessible();
    await dialog.getByRole("button", { name: this.t(key), exact: true }).click();
  }
  /** Nothing went wrong behind the pages; then leaves. */
  async leaves(): Promise<void> {
    expect(this.visitor.complaints).toEqual([]);
    await this.visitor.context.close();
  }
}

const judged = (dataset: CountyDataset) => {
  const ruleSet = ruleSetById(defaultRuleSetId);
  if (ruleSet === undefined) throw new Error(`no rule set ${defaultRuleSetId}`);
  return judgeCounty(columnsOfDataset(dataset), ruleSet);
};

const storedDatasets = async (): Promise<number> => {
  const [row] = await database.ownerSql<{ n: number }[]>`
    select count(*)::int as n from county.dataset where source_file_name like '青溪县%'`;
  return row?.n ?? Number.NaN;
};

const downloadsTemplate = async (planner: Person): Promise<void> => {
  const waiting = planner.page.waitForEvent("download");
  await planner.button("data:import.template").click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await readFile(await download.path())).buffer);
  const full = new ExcelJS.Workbook();
  await full.xlsx.load(new Uint8Array(await writeCountyWorkbook(world.fresh.dataset)).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(full.worksheets.map(({ name }) => name));
  expect(workbook.worksheets[0]?.name).toBe("填表说明");
  expect(sheetOf(workbook, "学校").getCell("C3").dataValidation.type).toBe("list");
};

const importsData = async (planner: Person): Promise<void> => {
  await planner.goes("common:nav.data_import", "data:import.title");
  await downloadsTemplate(planner);

  const wrong = await editedWorkbook(world.fresh.dataset, (workbook) => {
    sheetOf(workbook, "教师").getCell("D5").value = "十二人";
  });
  await planner.uploads("青溪县_2026.xlsx", wrong);
  const issues = planner.page.getByRole("table", { name: planner.t("data:issues.caption") });
  await shown(issues.getByRole("row").filter({ hasText: "教师" }).filter({ hasText: "D5" }));
  await planner.accessible();
  expect(await storedDatasets()).toBe(0);

  await planner.uploads("青溪县_2026.xlsx", await writeCountyWorkbook(world.fresh.dataset));
  await shown(planner.page.getByRole("heading", { level: 1, name: planner.t("data:preview.title") }));
  const inserted = planner.page.locator(".figure").filter({ hasText: planner.t("data:preview.count.insert") });
  expect(await inserted.textContent()).toContain(String(world.fresh.dataset.schools.length));
  expect(await storedDatasets()).toBe(0);
  await planner.accessible();
  for (const reason of await planner.page.locator('textarea[name^="reason."]').all()) await reason.fill("已逐校核对");
  await planner.button("data:preview.commit", { year: 2026 }).click();
  await shown(planner.text("data:versions.committed"));
  await planner.accessible();
  expect(await storedDatasets()).toBe(1);
};

const readsJudgement = async (planner: Person): Promise<void> => {
  const assessment = judged(world.fresh.dataset);
  expect(assessment.failing).toBeGreaterThan(0);
  await planner.page.getByRole("link", { name: planner.t("common:nav.overview"), exact: true }).click();
  await shown(planner.text("overview:distance", { count: wholeOf(assessment).failing }));
  await planner.accessible();

  await planner.goes("common:nav.data_schools", "data:grid.title");
  await planner.goes("common:nav.assessment_summary", "compliance:summary.title");
  await planner.goes("common:nav.assessment_schools", "compliance:matrix.title");
  const failing = planner.page
    .getByRole("table", { name: planner.t("compliance:matrix.caption", { stage: planner.t("rules:stage.primary") }) })
    .getByRole("link", { name: planner.t("common:verdict.below") })
    .first();
  const id = await failing.getAttribute("id");
  await failing.click();
  await shown(planner.panel());
  for (const part of ["clause", "formula", "source"])
    await shown(planner.panel().getByRole("heading", { level: 3, name: planner.t(`compliance:why.${part}`) }));
  await shown(planner.panel().getByText("教督〔2017〕6号"));
  await shown(
    planner
      .panel()
      .getByRole("link", { name: /^(教师|校舍设备|学生)![A-Z]+\d+/ })
      .first(),
  );
  await planner.accessible();
  await planner.page.keyboard.press("Escape");
  await gone(planner.panel());
  expect(await planner.page.evaluate("document.activeElement?.id")).toBe(id);

  await planner.goes("common:nav.assessment_balance", "compliance:balance.title");
  const variation = planner.page.getByRole("table").locator("tbody").getByRole("link").first();
  await variation.click();
  await shown(planner.panel().getByRole("heading", { level: 3, name: planner.t("compliance:why.contributors") }));
  await planner.accessible();
};

const levers = ["build_classrooms", "hire_teachers", "rotation_quota"] as const;

const createsScenario = async (planner: Person, name: string, kinds: readonly (typeof levers)[number][]): Promise<void> => {
  await planner.goes("common:nav.planning_scenarios", "planning:scenarios.title");
  await planner.page.getByLabel(planner.t("planning:settings.name")).fill(name);
  await planner.button("planning:scenarios.create").click();
  await shown(planner.page.getByRole("heading", { level: 1, name }));
  const adding = planner.page.getByRole("form", { name: planner.t("planning:levers.add") });
  for (const [index, kind] of kinds.entries()) {
    await adding.getByLabel(planner.t("planning:levers.type")).selectOption(kind);
    await adding.getByRole("button", { name: planner.t("planning:levers.add") }).click();
    await shown(planner.text("planning:levers.count", { count: index + 1 }));
    await shown(planner.page.locator(".lever").nth(index));
    await planner.accessible();
  }
};

const runs = async (planner: Person): Promise<void> => {
  await app.stopWorker();
  await planner.button("planning:scenario.run").click();
  const progress = planner.page.getByRole("progressbar");
  await shown(progress);
  await planner.accessible();
  app.startWorker();
  // A run takes a second; the wait is for machines that do much else at the same time.
  await progress.waitFor({ state: "hidden", timeout: 90_000 });
  await shown(planner.page.getByRole("heading", { name: planner.t("planning:result.title"), exact: true }));
};

const readsResult = async (planner: Person): Promise<void> => {
  for (const part of ["whole", "resource"]) await shown(planner.text(`planning:result.first_year.${part}`));
  await shown(planner.page.getByRole("table", { name: planner.t("planning:result.by_year") }));
  for (const view of ["table", "charts", "schools", "cost", "flows", "notices"]) {
    await planner.tab("planning:view.label", `planning:view.${view}`).click();
    await planner.page.waitForURL(new RegExp(`view=${view}`));
    if (view === "charts") {
      await shown(planner.page.locator(".chart__svg").first());
      expect(await planner.page.locator(".chart__threshold").count()).toBeGreaterThan(0);
    }
    await planner.accessible();
  }
};

const cancelsRun = async (planner: Person): Promise<void> => {
  await app.stopWorker();
  await planner.button("planning:scenario.run").click();
  const progress = planner.page.getByRole("progressbar");
  await shown(progress);
  await planner.page.getByRole("button", { name: planner.t("runs:cancel") }).click();
  await shown(planner.page.getByRole("main").getByText(planner.t("runs:state.cancelled"), { exact: true }).first());
  await planner.accessible();
  app.startWorker();
};

const plans = async (planner: Person): Promise<void> => {
  const [wide, narrow] = ["扩建招聘轮岗", "只招聘教师"];
  await createsScenario(planner, wide, levers);
  await runs(planner);
  await readsResult(planner);
  await createsScenario(planner, narrow, ["hire_teachers"]);
  await cancelsRun(planner);
  await runs(planner);
  await planner.link("planning:scenario.compare").click();
  await shown(planner.page.getByRole("heading", { level: 1, name: planner.t("comparison:title") }));
  const years = planner.page.getByRole("table", { name: planner.t("planning:result.by_year") });
  await shown(years.getByRole("rowheader", { name: wide }));
  await shown(years.getByRole("rowheader", { name: narrow }));
  await planner.accessible();
  await planner.goes("common:nav.planning_runs", "planning:runs.title");
};

const publishes = async (approver: Person): Promise<void> => {
  await approver.goes("common:nav.publication_home", "province:publication.title");
  await approver.confirms(approver.button("province:publication.publish"), "province:publication.publish");
  await shown(approver.text("province:publication.done"));
  await approver.accessible();
};

const withdraws = async (approver: Person): Promise<void> => {
  await approver.confirms(approver.button("province:publication.withdraw_version", { version: 1 }), "province:publication.withdraw");
  await shown(approver.text("province:publication.gone"));
};

const compares = async (analyst: Person): Promise<void> => {
  await analyst.page.getByRole("link", { name: analyst.t("common:nav.province_compare") }).click();
  await shown(analyst.page.getByRole("heading", { level: 1, name: analyst.t("province:compare.title") }));
  await analyst.accessible();
  const closed = analyst.page.getByRole("row").filter({ hasText: world.other.name });
  await shown(closed.getByText(analyst.t("province:compare.unpublished")));
  expect(await closed.getByRole("link").count()).toBe(0);

  await analyst.page.getByRole("link", { name: world.fresh.name }).click();
  await shown(analyst.page.getByRole("heading", { level: 1, name: world.fresh.name }));
  await analyst.accessible();
  await analyst.tab("province:published.views", "province:published.view.matrix").click();
  const matrix = analyst.page.getByRole("table", {
    name: analyst.t("compliance:matrix.caption", { stage: analyst.t("rules:stage.primary") }),
  });
  await shown(matrix.getByRole("rowheader", { name: "城关第一小学" }));
  await analyst.accessible();
};

const cannotReach = async (analyst: Person, path: string, status: number): Promise<void> => {
  const answer = await analyst.page.goto(path);
  expect(answer?.status()).toBe(status);
  await shown(
    analyst.page.getByRole("heading", {
      level: 1,
      name: analyst.t(status === 403 ? "common:error.title_forbidden" : "common:error.title_not_found"),
    }),
  );
  await analyst.accessible();
};

describe.each<Locale>(["zh-CN", "en"])("the whole main job in %s", (locale) => {
  test("a planner imports, sees why, tries interventions; the county publishes; the province compares and loses sight when it is withdrawn", async () => {
    const planner = await Person.arrives(locale, world.fresh.email("planner"));
    await shown(planner.text("common:no_data.title"));
    await planner.accessible();
    await importsData(planner);
    await readsJudgement(planner);
    await plans(planner);
    await planner.leaves();

    const approver = await Person.arrives(locale, world.fresh.email("approver"));
    await publishes(approver);
    const analyst = await Person.arrives(locale, world.analyst);
    await compares(analyst);
    const published = new URL(analyst.page.url()).pathname;
    await cannotReach(analyst, `/province/counties/${world.other.datasetId}`, 404);
    await cannotReach(analyst, "/assessment/schools", 403);

    await withdraws(approver);
    await cannotReach(analyst, published, 404);
    await analyst.goes("common:nav.province_compare", "province:compare.title");
    expect(await analyst.page.getByRole("link", { name: world.fresh.name }).count()).toBe(0);
    await approver.leaves();
    await analyst.leaves();
  }, 400_000);
});
