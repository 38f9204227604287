import type { Locale } from "@server/http/context";
import { type RunningApp, startApp } from "@test/support/app";
import { startBrowser, type VisitOptions, type Visitor, violations, visit } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { countyPaths, provincePaths } from "./paths";
import { createWorld, password, type World } from "./world";

// A test walks through many pages, and other tests use the machine at the same time.
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;
let scenarioId: string;
let publicationId: string;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  database = await testDatabase();
  world = await createWorld(database);
  app = await startApp({ databaseUrl: database.urls.app, queue: "in_process" });
  scenarioId = await world.planOther("甲");
  await world.planOther("乙");
  await world.askOther(scenarioId);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
});

const arrive = async (email: string, options: Partial<VisitOptions> = {}): Promise<Visitor> => {
  const visitor = await visit(browser, { origin: app.origin, locale: "zh-CN", ...options });
  visitors.push(visitor);
  await visitor.signIn(email, password);
  return visitor;
};

afterEach(async () => {
  const complaints = visitors.flatMap((visitor) => visitor.complaints);
  await Promise.all(visitors.splice(0).map(({ context }) => context.close()));
  expect(complaints).toEqual([]);
});

const countyPages = (): readonly string[] => countyPaths(scenarioId, world.other.dataset.schools[0]?.code ?? "");
const provincePages = (): readonly string[] => provincePaths(publicationId);

const headingOf = (page: Page): Promise<void> => page.getByRole("heading", { level: 1 }).waitFor({ state: "visible" });

/** Pixels by which the page itself would scroll sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Until the projections that the test asked for are there. */
const untilProjected = async ({ page, t }: Visitor): Promise<void> => {
  await page.goto(`/planning/scenarios/${scenarioId}`);
  await page.getByRole("heading", { name: t("planning:result.title"), exact: true }).waitFor();
  await page.goto(`/planning/scenarios/${scenarioId}/uncertainty`);
  await page.getByRole("heading", { name: t("answers:uncertainty.lead_title") }).waitFor();
  await page.goto(`/planning/scenarios/${scenarioId}/attribution`);
  await page.getByRole("heading", { name: t("answers:attribution.idle") }).waitFor();
};

describe("before anything is published or imported", () => {
  test("each page of an empty county says what belongs there and what to do", async () => {
    const { page, t } = await arrive(world.fresh.email("planner"));
    const empty: readonly (readonly [string, string])[] = [
      ["/overview", "common:no_data.title"],
      ["/assessment/summary", "common:no_data.title"],
      ["/assessment/schools", "common:no_data.title"],
      ["/assessment/balance", "common:no_data.title"],
      ["/assessment/assurance", "common:no_data.title"],
      ["/assessment/vetoes", "common:no_data.title"],
      ["/assessment/basic", "common:no_data.title"],
      ["/rules/compare", "common:no_data.title"],
      ["/publication", "province:publication.none"],
      ["/planning/scenarios", "planning:scenarios.empty"],
      ["/planning/compare", "comparison:too_little"],
      ["/planning/runs", "planning:runs.empty"],
    ];
    for (const [path, title] of empty) {
      await page.goto(path);
      await page.getByRole("heading", { name: t(title) }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });

  test("a province that sees nothing yet is told why", async () => {
    const { page, t } = await arrive(world.analyst);
    await page.goto("/province/compare");
    await page.getByRole("heading", { name: t("province:compare.empty_title") }).waitFor();
    publicationId = await world.publishOther();
  });

  test("pages that a role may not open answer 403 in words, inside the frame", async () => {
    const viewer = await arrive(world.other.email("viewer"));
    for (const path of ["/data/import", "/members", "/province/compare"]) {
      expect((await viewer.page.goto(path))?.status()).toBe(403);
      await viewer.page.getByRole("heading", { level: 1, name: viewer.t("common:error.title_forbidden") }).waitFor();
      await viewer.page.getByRole("navigation", { name: viewer.t("common:nav.label") }).waitFor();
    }
  });

  test("without a session every page leads to sign-in and back", async () => {
    const { page, t, context } = await visit(browser, { origin: app.origin, locale: "en" });
    await page.goto("/assessment/balance");
    await page.getByRole("button", { name: t("account:sign_in.submit") }).waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe("/assessment/balance");
    await context.close();
  });
});

describe.each<Locale>(["zh-CN", "en"])("on a phone in %s", (locale) => {
  const phone = { locale, viewport: { width: 400, height: 850 } };

  test("no page of a county scrolls sideways, and axe finds nothing", async () => {
    const planner = await arrive(world.other.email("planner"), phone);
    await untilProjected(planner);
    for (const path of countyPages()) {
      expect((await planner.page.goto(path))?.status(), path).toBe(200);
      await headingOf(planner.page);
      expect(await overflow(planner.page), path).toBe(0);
      if (locale === "en") expect(await violations(planner.page)).toEqual([]);
    }
  });

  test("no page of a province scrolls sideways, and axe finds nothing", async () => {
    const admin = await arrive(world.provinceAdmin, phone);
    for (const path of provincePages()) {
      expect((await admin.page.goto(path))?.status(), path).toBe(200);
      await headingOf(admin.page);
      expect(await overflow(admin.page), path).toBe(0);
      if (locale === "en") expect(await violations(admin.page)).toEqual([]);
    }
  });
});

describe("by keyboard alone", () => {
  const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement?.id ?? ''");

  test("the first Tab reaches a link that skips the bars", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    await page.goto("/assessment/schools");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement?.textContent")).toBe(t("common:skip_to_content"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/#content$/);
    expect(await focused(page)).toBe("content");
  });

  test("arrows move among the cells of the matrix; Enter opens the reason, Esc closes it and gives focus back", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    await page.goto("/assessment/schools");
    const cells = page.getByRole("table").locator("tbody tr").first().getByRole("link");
    await cells.first().focus();
    await page.keyboard.press("ArrowRight");
    const second = await cells.nth(1).getAttribute("id");
    expect(await focused(page)).toBe(second);
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: t("compliance:why.title") });
    await panel.waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    expect(await focused(page)).toBe(second);
  });

  test("a menu of the top bar opens, closes by Esc and keeps its place", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    const menu = page.locator("summary").filter({ hasText: t("common:language.zh-CN") });
    await menu.focus();
    await page.keyboard.press("Enter");
    const english = page.getByRole("button", { name: "English" });
    await english.waitFor();
    await page.keyboard.press("Escape");
    await english.waitFor({ state: "hidden" });
    expect(await menu.evaluate((summary) => summary === summary.ownerDocument.activeElement)).toBe(true);
  });

  test("the back button returns through filters to what was seen before", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    await page.goto("/assessment/schools");
    await page.getByLabel(t("compliance:filter.verdict")).selectOption("met");
    await page.waitForURL(/verdict=met/);
    const chips = page.getByRole("link", { name: t("common:filter.clear") });
    await chips.waitFor();
    await page.goBack();
    await chips.waitFor({ state: "hidden" });
    expect(await page.getByLabel(t("compliance:filter.verdict")).inputValue()).toBe("");

    await page.goto("/data/entry?view=teachers&panel=checks&checks=open");
    const shown = page.getByLabel(t("entry:checks.show"));
    expect(await shown.inputValue()).toBe("open");
    await shown.selectOption("error");
    await page.waitForURL(/checks=error/);
    await expect.poll(() => shown.inputValue()).toBe("error");
    await page.goBack();
    await expect.poll(() => shown.inputValue()).toBe("open");
  });
});

/** Holds the page's script back until the answer is called. */
const withheld = async (page: Page): Promise<() => void> => {
  let release = () => {};
  const arrival = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
  return release;
};

describe("before the script has arrived", () => {
  test("what was typed into the sign-in form stays and is sent", async () => {
    const { page, t, context } = await visit(browser, { origin: app.origin, locale: "en" });
    const release = await withheld(page);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await page.getByLabel(t("account:sign_in.email")).fill(world.other.email("viewer"));
    await page.getByLabel(t("account:sign_in.password")).fill(password);
    release();
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: t("account:sign_in.submit") }).click();
    await page.waitForURL(/\/overview$/);
    await context.close();
  });

  test("runs that were looked at in the tray are no news any more", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    const long = new Date(0).toISOString();
    const place = await page.waitForFunction(() => Object.keys(localStorage).find((key) => key.startsWith("hengce.runs-seen.")));
    const key = String(await place.jsonValue());
    await page.evaluate(([name, at]) => localStorage.setItem(name, at), [key, long] as const);
    const release = await withheld(page);
    await page.goto("/overview", { waitUntil: "commit" });
    await page
      .locator("summary")
      .filter({ hasText: t("common:topbar.tasks") })
      .click();
    release();
    await page.waitForFunction(([name, at]) => localStorage.getItem(name) !== at, [key, long] as const);
    await page.locator(".tray").getByText(t("common:tasks.fresh")).first().waitFor();
  });
});

describe("without script", () => {
  test("one can sign in, read every page, filter and open a reason", async () => {
    const { page, t } = await arrive(world.other.email("planner"), { javaScript: false, locale: "en" });
    for (const path of countyPages()) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await headingOf(page);
    }
    await page.goto("/assessment/schools");
    await page.getByLabel(t("common:filter.school")).fill("小学");
    await page.getByRole("button", { name: t("common:filter.apply") }).click();
    await page.waitForURL(/search=/);
    const rows = page.getByRole("table").locator("tbody").getByRole("rowheader");
    expect((await rows.allTextContents()).every((name) => name.includes("小学"))).toBe(true);
    await page.getByRole("table").locator("tbody").getByRole("link").first().click();
    await page.getByRole("complementary", { name: t("compliance:why.title") }).waitFor();
  });

  test("a province reads its comparison and a county's tables", async () => {
    const { page } = await arrive(world.provinceAdmin, { javaScript: false });
    for (const path of provincePages()) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await headingOf(page);
    }
  });
});

describe("on paper", () => {
  test("bars and buttons are gone; whose figures they are and the table stay", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    await page.goto("/assessment/schools");
    await page.emulateMedia({ media: "print" });
    await page.locator(".print-head").filter({ hasText: world.other.name }).waitFor();
    expect(await page.getByRole("navigation", { name: t("common:nav.label") }).isVisible()).toBe(false);
    expect(await page.getByRole("banner").isVisible()).toBe(false);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
    // An answer says whose scenario it is about and what it is; what it was asked with is not a form.
    for (const question of ["uncertainty", "attribution"]) {
      await page.goto(`/planning/scenarios/${scenarioId}/${question}`);
      await page.getByText(t("answers:receipt.open")).waitFor();
      await page.locator(".page-head strong").getByText("甲", { exact: true }).waitFor();
      expect(await page.getByRole("button").count(), question).toBe(0);
      expect(await page.locator("main").locator("input, select").filter({ visible: true }).count(), question).toBe(0);
      expect(await overflow(page), question).toBe(0);
    }
  });
});
