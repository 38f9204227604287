import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { type RunningApp, startApp } from "@test/support/app";
import { startBrowser, type Visitor, violations, visit } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import ExcelJS from "exceljs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createWorld, password, type World } from "./world";

// Other tests use the machine at the same time.
vi.setConfig({ testTimeout: 420_000 });

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

/** Downloads the comparison as it stands on the page; answers with where it was put. */
const saved = async ({ page, t }: Visitor, format: "csv" | "xlsx" | "svg"): Promise<string> => {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: t(`province:compare.download.${format}`) }).click();
  return (await waiting).path();
};

/** Presses a step and waits for its sentence. */
const steps = async ({ page, t }: Visitor, action: string): Promise<void> => {
  await page.getByRole("button", { name: t(`review:action.${action}`), exact: true }).click();
  await page.getByText(t(`review:done.${action}`)).waitFor();
};

test("a county submits, the city returns, the county corrects, the city passes, the province accepts, compares and tries a policy; what is withdrawn is gone from every page and file", async () => {
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

  await province.page.goto("/province/compare");
  await province.page.getByRole("link", { name: world.other.name }).first().waitFor();
  expect(await violations(province.page)).toEqual([]);
  // A filter that is changed by the keyboard loads other rows and keeps the keyboard; so does one that is taken back.
  const listed = province.page.getByRole("link", { name: world.other.name }).first();
  const filterWithKeyboard = province.page.locator("select[name=verdict]:focus");
  await province.page.getByLabel(province.t("compliance:matrix.verdict"), { exact: true }).focus();
  await province.page.keyboard.press("End");
  await listed.waitFor({ state: "detached" });
  await filterWithKeyboard.waitFor();
  await province.page.keyboard.press("Home");
  await listed.waitFor();
  await filterWithKeyboard.waitFor();
  // The name of the file is Chinese, which a browser in a bare locale does not tell; what it holds is the same everywhere.
  expect(await readFile(await saved(province, "csv"), "utf8")).toContain(world.other.name);

  // Without a worker the trial waits, so that it can be cancelled; then it is asked again and finishes.
  await app.stopWorker();
  const { page, t } = province;
  await page.goto("/province/policies?kind=class_cap");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel(t("policies:field.name")).fill("小学班额 40");
  await page.getByRole("button", { name: t("policies:form.start") }).click();
  await page.getByRole("heading", { level: 1, name: "小学班额 40" }).waitFor();
  const policy = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const act = (key: string) => page.getByRole("button", { name: t("runs:act_on", { act: t(key), subject: "小学班额 40" }) });
  await act("runs:cancel").press("Enter");
  await page.getByRole("main").getByText(t("runs:state.cancelled"), { exact: true }).waitFor();
  app.startWorker();
  await act("runs:retry").press("Enter");
  await page.getByText(t("policies:answer.over", { count: 1, unpublished: 1 })).waitFor({ timeout: 150_000 });
  // What was pressed has gone by itself, twice; the keyboard is in the page.
  await page.locator("main:focus, main :focus").waitFor();
  expect(await violations(page)).toEqual([]);
  const answer = page.getByRole("table", { name: t("policies:answer.caption") });
  await answer.getByRole("link", { name: world.other.name }).waitFor();

  // The lock is undone from the top downwards, one desk at a time; only then may the county withdraw.
  await world.publishFresh();
  const gives = async (visitor: Visitor, action: "unlock" | "return") => {
    await opens(visitor);
    const { page: desk, t: say } = visitor;
    await desk.getByLabel(say("review:act.reason")).fill("数据有误，退回更正");
    if (action === "return") await desk.getByLabel(say("review:act.deadline")).fill("2099-03-01");
    await steps(visitor, action);
  };
  await gives(province, "unlock");
  await gives(province, "return");
  await gives(city, "return");

  // Two people look at once: what the county withdraws goes from the province's open pages, which nobody loads anew.
  const second = await province.context.newPage();
  await second.goto(`/province/policies/${policy}`);
  await second
    .getByRole("table", { name: t("policies:answer.caption") })
    .getByRole("link", { name: world.other.name })
    .waitFor();
  await page.goto("/province/compare?view=schools");
  const row = page.getByRole("row").filter({ hasText: world.other.name });
  await row.getByRole("link").first().waitFor();
  const address = (await row.getByRole("link").first().getAttribute("href")) ?? "";
  await approver.page.goto("/publication");
  await approver.page.getByRole("link", { name: approver.t("province:publication.visible") }).click();
  await approver.page.getByRole("heading", { level: 1, name: world.other.name }).waitFor();
  await approver.page
    .getByRole("main")
    .getByRole("link", { name: approver.t("province:publication.title"), exact: true })
    .click();
  const withdraw = approver.t("province:publication.withdraw");
  await approver.page.getByRole("button", { name: approver.t("province:publication.withdraw_version", { version: 1 }) }).click();
  await approver.page.getByRole("alertdialog").getByRole("button", { name: withdraw, exact: true }).click();
  await approver.page.getByText(approver.t("province:publication.gone")).waitFor();
  await row.getByRole("link").first().waitFor({ state: "detached" });
  await second.getByRole("link", { name: world.other.name }).first().waitFor({ state: "detached" });

  // Nor is it in any file, at its own address, or in what the browser kept: nothing of it may be kept.
  const text = { csv: await readFile(await saved(province, "csv"), "utf8"), svg: await readFile(await saved(province, "svg"), "utf8") };
  const line = text.csv.split("\r\n").find((one) => one.includes(world.other.name)) ?? "";
  expect(line.split(",").slice(2).join("")).toBe(t("province:compare.unpublished"));
  const left = t("comparing:published_of", { published: 1, total: 2 });
  expect([text.csv.includes(left), text.svg.includes(left)]).toEqual([true, true]);
  expect(text.svg).not.toContain(address);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await saved(province, "xlsx"));
  const cells: unknown[] = [];
  workbook.worksheets[0]?.eachRow(({ values }) => {
    if (Array.isArray(values) && values.includes(world.other.name))
      cells.push(...values.slice(4).filter((value) => value !== null && value !== undefined));
  });
  expect(cells).toEqual([]);
  const drawn = page.waitForResponse((response) => response.url().includes("format=svg"));
  await page.getByRole("button", { name: t("comparing:png") }).click();
  expect(await (await drawn).headerValue("cache-control")).toContain("no-store");
  for (const path of ["/province/compare", "/province/compare/file?format=csv", `/province/policies/${policy}`, address]) {
    const response = await province.context.request.get(new URL(path, app.origin).href);
    expect([response.status(), response.headers()["cache-control"]], path).toEqual([
      path === address ? 404 : 200,
      expect.stringContaining("no-store"),
    ]);
  }
  await page.goBack();
  await page.goForward();
  await row.waitFor();
  expect(await page.getByRole("link", { name: world.other.name }).count()).toBe(0);

  // A session that is ended elsewhere: its open page is told so without a word of the counties, and asks to sign in.
  // The new document takes longer to come than the pause between two questions, and is asked for once.
  let documents = 0;
  await page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() === "document") {
        documents += 1;
        await pause(2_000);
      }
      await route.continue().catch(() => {});
    },
  );
  await database.ownerSql`update auth.session set revoked_at = now() where revoked_at is null`;
  await page.waitForURL((url) => url.pathname === "/sign-in");
  expect(documents).toBe(1);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  const told = await province.context.request.get(new URL("/api/publications/standing", app.origin).href);
  expect([told.status(), await told.text()]).toEqual([401, "not_signed_in"]);
  await page.getByRole("button", { name: t("account:sign_in.submit") }).waitFor();
  expect(await page.content()).not.toContain(world.other.name);

  for (const { complaints } of [approver, city, province]) expect(complaints).toEqual([]);
});
