import type { Locale } from "@server/http/context";
import { build, hire, rotate } from "@test/cases/planning/county";
import { type RunningApp, startApp } from "@test/support/app";
import { arrivals, startBrowser, textsOf, type VisitOptions, type Visitor, violations, visit } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { goesBackThroughFilters, goesBackThroughTabs } from "./choosing";
import { countyPaths, provincePaths } from "./paths";
import { type Places, viewsOf } from "./views";
import { overflow, walk } from "./walk";
import { createWorld, password, type World } from "./world";

// A test walks through many pages, and other tests use the machine at the same time.
vi.setConfig({ testTimeout: 420_000 });

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;
let places: Places;
let publicationId: string;
let comes: ReturnType<typeof arrivals>;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  database = await testDatabase();
  world = await createWorld(database);
  app = await startApp({ databaseUrl: database.urls.app, queue: "in_process" });
  comes = arrivals(browser, app.origin, password);
  await world.rememberOther();
  const { county, schools } = world.other.dataset;
  const startYear = county.statisticsYear + 1;
  const rooms = build({ id: "L1", schoolCode: schools[0]?.code ?? "", startYear, rooms: 6 });
  const teachers = hire({ id: "L2", startYear });
  const moves = rotate({ id: "L3", startYear, endYear: startYear + 9 });
  const scenarioIds = [
    await world.planOther("甲", [rooms, teachers]),
    await world.planOther("乙"),
    await world.planOther("丙", [teachers]),
    await world.planOther("丁", [rooms, moves]),
  ];
  places = { world, scenarioIds, runId: await world.askOther(scenarioIds[0] ?? "") };
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
});

const arrive = async (email: string, options: Partial<VisitOptions> = {}): Promise<Visitor> => {
  // Without script the form is what is looked at.
  const visitor =
    options.javaScript === false ? await visit(browser, { origin: app.origin, locale: "zh-CN", ...options }) : await comes(email, options);
  visitors.push(visitor);
  if (options.javaScript === false) await visitor.signIn(email, password);
  return visitor;
};

afterEach(async () => {
  const complaints = visitors.flatMap((visitor) => visitor.complaints);
  await Promise.all(visitors.splice(0).map(({ context }) => context.close()));
  expect(complaints).toEqual([]);
});

const countyPages = (): readonly string[] => countyPaths(world.other.dataset.schools[0]?.code ?? "");
const provincePages = (): readonly string[] => provincePaths(publicationId);

const headingOf = (page: Page): Promise<void> => page.getByRole("heading", { level: 1 }).waitFor({ state: "visible" });

/** Until everything that was asked for is there: a page about a run that ends would change under the eyes. */
const untilAnswered = ({ page, t }: Visitor): Promise<void> => {
  const open = page.getByRole("main").getByText(new RegExp(`^(${t("runs:state.queued")}|${t("runs:state.running")})$`));
  const count = async () => {
    await page.goto("/planning/runs", { waitUntil: "networkidle" });
    return open.count();
  };
  return expect.poll(count, { timeout: 120_000 }).toBe(0);
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

  test("an address that was cut off leads to the page that it means, for whoever may open that", async () => {
    const leadsTo = async ({ page }: Visitor, path: string) => {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      return answer.headers()["location"] ?? answer.status();
    };
    const [planner, viewer] = [await arrive(world.other.email("planner")), await arrive(world.other.email("viewer"))];
    expect(await leadsTo(planner, "/planning")).toBe("/planning/scenarios");
    expect(await leadsTo(planner, "/assessment/")).toBe("/assessment/summary");
    expect(await leadsTo(planner, "/data")).toBe("/data/import");
    expect(await leadsTo(viewer, "/data")).toBe("/data/entry");
    expect(await leadsTo(viewer, "/nowhere")).toBe(404);
  });

  test("without a session every page leads to sign-in and back", async () => {
    const { page, t, context } = await visit(browser, { origin: app.origin, locale: "en" });
    await page.goto("/assessment/balance");
    await page.getByRole("button", { name: t("account:sign_in.submit") }).waitFor();
    expect(new URL(page.url()).searchParams.get("next")).toBe("/assessment/balance");
    await context.close();
  });
});

describe.each<Locale>(["zh-CN", "en"])("in %s", (locale) => {
  test("every view says its facts on a screen, on a phone and on paper; nothing is cut off, and axe finds nothing", async () => {
    const planner = await arrive(world.other.email("planner"), { locale });
    await untilAnswered(planner);
    for (const view of viewsOf(planner.t, places)) {
      await walk(planner, view, locale === "zh-CN");
      expect(planner.complaints, view.path).toEqual([]);
    }
  });
});

describe.each<Locale>(["zh-CN", "en"])("on a phone in %s", (locale) => {
  const phone = { locale, viewport: { width: 400, height: 850 } };

  test("no other page of a county scrolls sideways, and axe finds nothing", async () => {
    const planner = await arrive(world.other.email("planner"), phone);
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
    await page.goto("/assessment/schools", { waitUntil: "networkidle" });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement?.textContent")).toBe(t("common:skip_to_content"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/#content$/);
    expect(await focused(page)).toBe("content");
  });

  test("arrows move among the cells of the matrix; Enter opens the reason, Esc closes it and gives focus back", async () => {
    const { page, t } = await arrive(world.other.email("planner"));
    await page.goto("/assessment/schools", { waitUntil: "networkidle" });
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
    await page.goto("/overview", { waitUntil: "networkidle" });
    const menu = page.locator("summary").filter({ hasText: t("common:language.zh-CN") });
    await menu.focus();
    await page.keyboard.press("Enter");
    const english = page.getByRole("button", { name: "English" });
    await english.waitFor();
    await page.keyboard.press("Escape");
    await english.waitFor({ state: "hidden" });
    expect(await menu.evaluate((summary) => summary === summary.ownerDocument.activeElement)).toBe(true);
  });

  test("the back button returns through filters and tabs to what was seen before", async () => {
    const planner = await arrive(world.other.email("planner"));
    await goesBackThroughFilters(planner);
    await goesBackThroughTabs(planner);
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
    await page.goto("/overview");
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
    for (const path of [...viewsOf(textsOf("en"), places).map((view) => view.path), ...countyPages()]) {
      expect((await page.goto(path, { waitUntil: "domcontentloaded" }))?.status(), path).toBe(200);
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
      expect((await page.goto(path, { waitUntil: "domcontentloaded" }))?.status(), path).toBe(200);
      await headingOf(page);
    }
  });
});
