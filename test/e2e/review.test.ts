import { readFile } from "node:fs/promises";
import { type RunningApp, startApp } from "@test/support/app";
import { startBrowser, type Visitor, violations, visit } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createWorld, password, type World } from "./world";

// Other tests use the machine at the same time.
vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;

beforeAll(async () => {
  browser = await startBrowser();
  database = await testDatabase();
  world = await createWorld(database);
  app = await startApp({ databaseUrl: database.urls.app, queue: "in_process" });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
});

const arrive = async (email: string): Promise<Visitor> => {
  const visitor = await visit(browser, { origin: app.origin, locale: "zh-CN" });
  await visitor.signIn(email, password);
  return visitor;
};

/** Presses a step and waits for its sentence. */
const steps = async ({ page, t }: Visitor, action: string): Promise<void> => {
  await page.getByRole("button", { name: t(`review:action.${action}`), exact: true }).click();
  await page.getByText(t(`review:done.${action}`)).waitFor();
};

test("a county submits, the city returns, the county corrects, the city passes, the province accepts, compares and tries a policy", async () => {
  await world.publishOther();
  const approver = await arrive(world.other.email("approver"));
  await approver.page.goto("/review");
  expect(await violations(approver.page)).toEqual([]);
  await steps(approver, "sign");
  await steps(approver, "submit");

  const city = await arrive(world.cityAnalyst);
  const opens = async ({ page }: Visitor) => {
    await page.goto("/review");
    await page.getByRole("link", { name: world.other.name }).click();
    await page.getByRole("heading", { level: 1, name: world.other.name }).waitFor();
  };
  await opens(city);
  await city.page.getByRole("button", { name: city.t("review:action.return"), exact: true }).click();
  await city.page.getByText(city.t("review:issues.reason")).waitFor();
  await city.page.getByLabel(city.t("review:act.reason")).fill("第二小学运动场面积缺少凭证");
  await city.page.getByLabel(city.t("review:act.deadline")).fill("2099-03-01");
  await steps(city, "return");

  await approver.page.goto("/review");
  await approver.page.getByText("第二小学运动场面积缺少凭证").first().waitFor();
  await steps(approver, "sign");
  await steps(approver, "submit");
  await opens(city);
  await steps(city, "pass");

  const province = await arrive(world.analyst);
  await opens(province);
  await steps(province, "accept");
  await steps(province, "lock");
  await approver.page.goto("/review");
  await approver.page.getByText(approver.t("review:waiting.locked")).waitFor();

  await province.page.goto("/province/compare?view=items");
  await province.page.getByRole("link", { name: world.other.name }).first().waitFor();
  expect(await violations(province.page)).toEqual([]);
  const waiting = province.page.waitForEvent("download");
  await province.page.getByRole("link", { name: province.t("province:compare.download.csv") }).click();
  // The name of the file is Chinese, which a browser in a bare locale does not tell; what it holds is the same everywhere.
  const table = await readFile(await (await waiting).path(), "utf8");
  expect(table).toContain(world.other.name);

  // Without a worker the trial waits, so that it can be cancelled; then it is asked again and finishes.
  await app.stopWorker();
  const { page, t } = province;
  await page.goto("/province/policies?kind=class_cap");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel(t("policies:field.name")).fill("小学班额 40");
  await page.getByRole("button", { name: t("policies:form.start") }).click();
  await page.getByRole("heading", { level: 1, name: "小学班额 40" }).waitFor();
  const act = (key: string) => page.getByRole("button", { name: t("runs:act_on", { act: t(key), subject: "小学班额 40" }) });
  await act("runs:cancel").click();
  await page.getByText(t("runs:state.cancelled"), { exact: true }).waitFor();
  app.startWorker();
  await act("runs:retry").click();
  await page.getByText(t("policies:answer.over", { count: 1, unpublished: 1 })).waitFor({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);

  for (const { complaints } of [approver, city, province]) expect(complaints).toEqual([]);
});
