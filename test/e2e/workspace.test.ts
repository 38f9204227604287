import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleCountyCode } from "@db/seeds/demo/scenarios";
import { loadDemoInto } from "@db/seeds/load-demo";
import { type RunningApp, startApp } from "@test/support/app";
import { startBrowser, type Visitor, violations, visit } from "@test/support/browser";
import { differences, lookOfKept, lookOfScreen } from "@test/support/looks";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowed, tasks } from "./first-time";
import { arrives as arrivesAtDemo, hasKeptTypeface, kept, pictureOf, screens } from "./screens";
import { countsAsHome, curesFailure, drawsEdges, losesNothing, playsYears, travelsToSpreadsheet } from "./workspace-walks";
import { createWorld, password, type World } from "./world";

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;
let scenarioId: string;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  scenarioId = await world.planOther("工作台");
  app = await startApp({ databaseUrl: database.urls.app, queue: "in_process" });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
});

const arrives = async (role: "planner" | "viewer", locale: "zh-CN" | "en", viewport = { width: 1366, height: 850 }): Promise<Visitor> => {
  const visitor = await visit(browser, { origin: app.origin, locale, viewport });
  await visitor.signIn(world.other.email(role), password);
  return visitor;
};
const opens = async ({ page, t }: Visitor, query: string): Promise<void> => {
  await page.goto(`/planning/scenarios/${scenarioId}?${query}`);
  await page.getByRole("button", { name: t("workspace:undo") }).waitFor();
  await page.locator(".ws-result").waitFor();
};
const saved = ({ page, t }: Visitor): Promise<void> =>
  page.getByRole("status").getByText(t("workspace:save.saved"), { exact: true }).waitFor();
const levers = (visitor: Visitor): Locator => visitor.page.locator(".ws-table tbody tr");
const counts = async (locator: Locator, count: number): Promise<void> => {
  await locator.nth(count - 1).waitFor();
  expect(await locator.count()).toBe(count);
};
const accessible = async (visitor: Visitor): Promise<void> => expect(await violations(visitor.page)).toEqual([]);

describe("the workspace", () => {
  test("answers edits by itself, undoes them, takes rows from a spreadsheet and gives them back, draws by mouse and keyboard, plays the years, keeps what was done and lets choose in a conflict", async () => {
    const visitor = await arrives("planner", "zh-CN");
    const { page, t } = visitor;
    await opens(visitor, "tab=table");
    const [first, second] = world.other.dataset.schools;
    if (first === undefined || second === undefined) throw new Error("the county has no two schools");

    // Rows of a spreadsheet.
    await page.getByRole("button", { name: t("workspace:table.paste") }).click();
    const row = (name: string, areaM2: number) => [t("planning:lever.build_sports"), name, "", "", "", areaM2, 2027, 1].join("\t");
    await page.getByLabel(t("workspace:paste.rows")).fill([row(first.name, 500), row(second.name, 800), row("无名小学", 1)].join("\n"));
    await page.getByText(t("workspace:paste.line", { line: 3, problem: t("workspace:paste.problem.school") })).waitFor();
    await accessible(visitor);
    await page.getByRole("button", { name: t("workspace:paste.add", { count: 2 }) }).click();
    await counts(levers(visitor), 2);
    await saved(visitor);
    await accessible(visitor);
    await travelsToSpreadsheet(visitor, levers(visitor));

    // A slider moves the cost although the server cannot be reached.
    await page.getByRole("link", { name: t("workspace:tab.canvas"), exact: true }).click();
    await page.locator(".ws-lever__open").first().click();
    const price = page.locator(".ws-lever--on .ws-lever__price");
    const before = await price.textContent();
    await visitor.context.setOffline(true);
    const slider = page.locator(".ws-lever--on .ws-slider__range");
    await slider.focus();
    await slider.press("End");
    await page.waitForFunction(([was]) => document.querySelector(".ws-lever--on .ws-lever__price")?.textContent !== was, [before]);
    await page.getByText(t("workspace:save.offline")).waitFor();
    await visitor.context.setOffline(false);
    await saved(visitor);
    await page.getByRole("button", { name: t("workspace:undo") }).click();
    await page.waitForFunction(([was]) => document.querySelector(".ws-lever--on .ws-lever__price")?.textContent === was, [before]);
    await saved(visitor);
    await accessible(visitor);

    // How little of the lever is enough for its own school; taken over and taken back.
    const goal = page.locator(".ws-lever--on .ws-goal");
    await goal.locator("summary").click();
    await goal.getByLabel(t("workspace:goal.goal", { year: "" }).trim()).selectOption({ index: 2 });
    await goal.getByRole("button", { name: t("workspace:goal.ask_least") }).click();
    const found = goal.getByRole("status").locator("p, span").first();
    await found.waitFor();
    await accessible(visitor);
    const said = await found.textContent();
    await goal.locator("summary").click();
    await found.waitFor({ state: "hidden" });
    await goal.locator("summary").click();
    await found.waitFor();
    expect(await found.textContent()).toBe(said);

    await drawsEdges(visitor, world.other.dataset);
    await playsYears(visitor);

    // A rotation, drawn by the table twin of the canvas.
    await page
      .getByRole("navigation", { name: t("workspace:canvas.as") })
      .getByRole("link", { name: t("workspace:canvas.as_table") })
      .click();
    await page.getByRole("button", { name: t("workspace:canvas.connect_from", { school: first.name }) }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("planning:levers.type")).selectOption("rezone");
    await dialog.getByLabel(t("planning:field.toCode")).selectOption(second.code);
    await accessible(visitor);
    await dialog.getByRole("button", { name: t("workspace:connect.add") }).press("Enter");
    await page
      .getByText(t("workspace:canvas.to.rezone", { school: second.name }))
      .first()
      .waitFor();
    await saved(visitor);

    // The link and what was done outlive a reload, for a reader too.
    await page.reload();
    await page
      .getByText(t("workspace:canvas.to.rezone", { school: second.name }))
      .first()
      .waitFor();
    await page.getByRole("link", { name: t("workspace:tab.timeline"), exact: true }).click();
    const bar = page.locator(".ws-time__bar[aria-label*='800']");
    const start = Number(await bar.getAttribute("aria-valuenow"));
    await bar.press("ArrowRight");
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBe(start + 1);
    // From the base year on, and never the other way.
    for (let press = 0; press < 4; press += 1) await bar.press("ArrowLeft");
    expect([await bar.getAttribute("aria-valuenow"), await bar.getAttribute("aria-valuemin")]).toEqual([
      String(start - 1),
      String(start - 1),
    ]);
    await bar.press("ArrowRight");
    await bar.press("ArrowRight");
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBe(start + 1);
    await saved(visitor);
    await accessible(visitor);

    // Somebody else saves: nothing is lost before the choice is made.
    const other = await arrives("planner", "en");
    await opens(other, "tab=table");
    await other.page.getByRole("switch").first().click();
    await saved(other);
    await bar.press("ArrowRight");
    await page.getByRole("button", { name: t("workspace:save.choose") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: t("workspace:save.take_theirs") })
      .click();
    await saved(visitor);
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBe(start + 1);
    await accessible(other);

    await page.getByRole("link", { name: t("workspace:tab.drivers"), exact: true }).click();
    await page.getByRole("link", { name: t("workspace:drivers.as_map"), exact: true }).click();
    await page
      .getByRole("group", { name: t("workspace:drivers.label") })
      .getByRole("button", { name: t("planning:flow.zoom_in") })
      .waitFor();
    await accessible(visitor);
    await losesNothing(visitor, `/planning/scenarios/${scenarioId}?tab=table`);
    expect([...visitor.complaints.filter((complaint) => !complaint.includes("ERR_INTERNET_DISCONNECTED")), ...other.complaints]).toEqual(
      [],
    );
    await visitor.context.close();
    await other.context.close();
  }, 180_000);

  test("shows a reader everything and lets her change nothing, on a phone and without script too", async () => {
    const reader = await arrives("viewer", "zh-CN", { width: 400, height: 800 });
    const { page, t } = reader;
    await opens(reader, "tab=canvas");
    await page.getByRole("table", { name: new RegExp(t("workspace:canvas.table_title", { year: "" }).trim()) }).waitFor();
    expect(await page.getByRole("button", { name: t("workspace:canvas.connect") }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await accessible(reader);
    await reader.context.close();

    const plain = await visit(browser, { origin: app.origin, locale: "zh-CN", javaScript: false });
    await plain.signIn(world.other.email("planner"), password);
    await plain.page.goto(`/planning/scenarios/${scenarioId}?tab=table`);
    await plain.page.locator(".ws-reading").first().waitFor();
    await plain.page.goto(`/planning/scenarios/${scenarioId}?tab=sharing`);
    await plain.page.getByRole("textbox", { name: plain.t("workspace:comments.text"), exact: true }).fill("先看运动场");
    await plain.page.getByRole("button", { name: plain.t("workspace:comments.add") }).click();
    await plain.page.getByText("先看运动场").waitFor();

    // A lever's form, which the browser would fetch apart, is there without script; full-width digits are figures.
    await plain.page.goto(`/planning/scenarios/${scenarioId}?tab=result`);
    await plain.page.locator(".lever__text + a").first().click();
    const form = plain.page.getByRole("form", { name: plain.t("planning:levers.form") });
    await form.getByRole("textbox", { name: plain.t("planning:field.startYear") }).fill("２０２８");
    await form.getByRole("button", { name: plain.t("planning:levers.save") }).click();
    await plain.page.waitForURL((url) => !url.searchParams.has("lever"));
    await plain.page.locator(".lever__text + a").first().click();
    await form.locator("input[name=startYear][value='2028']").waitFor();
    await plain.context.close();
  }, 90_000);
});

describe("the main screens of the demonstration", () => {
  test("look as the kept pictures do, would be seen when a part is missing, moved or overlaid, and count as the county's home does", async ({
    skip,
  }) => {
    await loadDemoInto(database, "2026-11-20", exampleCountyCode);
    const visitor = await arrivesAtDemo(browser, app.origin);
    if (!(await hasKeptTypeface(visitor))) skip("the pictures were drawn in Noto Sans CJK SC, which this machine lacks");
    const blank = await visitor.context.newPage();
    const changed: object[] = [];
    for (const screen of screens) {
      const [picture, before] = [await pictureOf(visitor, screen), await lookOfKept(blank, await kept(screen.name))];
      const found = differences(before, await lookOfScreen(blank, picture));
      if (found.length === 0) continue;
      const seen = join(tmpdir(), `hengce-${screen.name}.png`);
      await writeFile(seen, picture);
      changed.push({ screen: screen.name, seen, found });
    }
    expect(changed).toEqual([]);

    const { page } = visitor;
    const before = await lookOfScreen(blank, await page.screenshot());
    const broken = { ".ws-years": "visibility: hidden", ".ws-result": "transform: translateY(24px)", ".ws-view": "margin-left: 60px" };
    for (const [part, style] of Object.entries(broken)) {
      await page.locator(part).evaluate((element, text) => element.setAttribute("style", text), style);
      expect(differences(before, await lookOfScreen(blank, await page.screenshot())), part).not.toEqual([]);
      await page.locator(part).evaluate((element) => element.removeAttribute("style"));
    }
    expect(differences(before, await lookOfScreen(blank, await page.screenshot()))).toEqual([]);
    await countsAsHome(visitor);
    await curesFailure(visitor);
    await visitor.context.close();
  }, 180_000);
});

describe("a first-time user", () => {
  test("does every task of the document by keyboard alone, in no more clicks and pages than it allows", async () => {
    expect(Object.keys(tasks).sort()).toEqual([...allowed.keys()].sort());
    const planner = await arrives("planner", "zh-CN");
    for (const [name, task] of Object.entries(tasks)) {
      const [took, most] = [await task(planner, scenarioId), allowed.get(name)];
      process.stdout.write(`${name}: ${took.clicks} clicks of ${most?.clicks}, ${took.pages} pages of ${most?.pages}\n`);
      expect({ name, ...took, within: most !== undefined && took.clicks <= most.clicks && took.pages <= most.pages }).toMatchObject({
        within: true,
      });
    }
    expect(planner.complaints).toEqual([]);
    await planner.context.close();
  }, 240_000);
});
