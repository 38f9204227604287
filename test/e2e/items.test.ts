import { type RunningApp, startApp } from "@test/support/app";
import { arrivals, startBrowser, takenOver, type Visitor, violations } from "@test/support/browser";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createWorld, password, type World } from "./world";

// Other tests use the machine at the same time.
vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let database: TestDatabase;
let app: RunningApp;
let world: World;
let comes: ReturnType<typeof arrivals>;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await startBrowser();
  database = await testDatabase();
  world = await createWorld(database);
  app = await startApp({ databaseUrl: database.urls.app, queue: "in_process" });
  comes = arrivals(browser, app.origin, password);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await database.close();
});

const arrive = async (email: string): Promise<Visitor> => {
  const visitor = await comes(email);
  visitors.push(visitor);
  return visitor;
};

afterEach(async () => {
  await Promise.all(visitors.splice(0).map(({ context }) => context.close()));
});

const firstStatement = ({ page }: Visitor): Locator => page.locator(".statement").first();

test("a statement that a planner prepares counts once the approver has signed it, by name", async () => {
  const planner = await arrive(world.other.email("planner"));
  const { page, t } = planner;
  await page.goto("/assessment/assurance?item=G1");
  const statement = firstStatement(planner);
  await statement.getByText(t("items:statements.change")).click();
  await statement.getByLabel(t("items:statements.answer")).selectOption("yes");
  await statement.getByLabel(t("items:statements.note")).fill("县政府文件 2026-12 号");
  await statement.getByRole("button", { name: t("items:statements.prepare") }).click();
  await page.getByText(t("items:notice.prepared")).waitFor();
  await firstStatement(planner).getByText(t("items:statements.waiting")).waitFor();
  expect(
    await firstStatement(planner)
      .getByRole("button", { name: t("items:statements.attest") })
      .count(),
  ).toBe(0);

  const approver = await arrive(world.other.email("approver"));
  await approver.page.goto("/assessment/assurance?item=G1");
  await takenOver(approver.page);
  await firstStatement(approver)
    .getByRole("button", { name: t("items:statements.attest") })
    .click();
  const dialog = approver.page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: t("items:statements.attest") }).click();
  await approver.page.getByText(t("items:notice.attested")).waitFor();
  const attested = await firstStatement(approver).textContent();
  expect(attested).toContain(`${world.other.name}approver`);
  expect(attested).toContain("县政府文件 2026-12 号");
  expect(attested).not.toContain(t("items:statements.waiting"));
});

test("evidence comes back as an untouched download that no browser shows, and no other county gets it", async () => {
  const { page, t } = await arrive(world.other.email("planner"));
  await page.goto("/assessment/assurance?item=G2");
  const bytes = Buffer.from("%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n");
  await page.getByLabel(t("items:evidence.choose")).setInputFiles({ name: "证明 文件.pdf", mimeType: "text/html", buffer: bytes });
  await page.getByRole("button", { name: t("items:evidence.add") }).click();
  await page.getByText(t("items:notice.added")).waitFor();
  const path = (await page.getByRole("link", { name: "证明 文件.pdf" }).getAttribute("href")) ?? "";
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  expect(await answer.body()).toEqual(bytes);
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("application/pdf");
  expect(headers["content-disposition"]).toMatch(/^attachment;/);
  expect(headers["content-disposition"]).toContain(encodeURIComponent("证明 文件.pdf"));
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toContain("no-store");

  const stranger = await arrive(world.fresh.email("planner"));
  expect((await stranger.page.request.get(path)).status()).toBe(404);
});

test("a file that only calls itself a PDF is refused in words", async () => {
  const { page, t } = await arrive(world.other.email("planner"));
  await page.goto("/assessment/assurance?item=G2");
  await page
    .getByLabel(t("items:evidence.choose"))
    .setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
  await page.getByRole("button", { name: t("items:evidence.add") }).click();
  await page.getByText(t("errors:evidence_type_refused")).waitFor();
});

test("a province may tighten a value, sees what that changes, saves it as a version, and counties are judged by it", async () => {
  const { page, t } = await arrive(world.provinceAdmin);
  await page.goto("/rules/quality-2017/edit?add=R4.standard.primary");
  const preview = page.getByRole("button", { name: t("regulation:edit.preview") });
  const value = page.getByLabel(t("regulation:edit.value"));
  await value.fill("4");
  await page.getByLabel(t("regulation:edit.document")).fill("云教〔2026〕1号");
  await page.getByLabel(t("regulation:edit.article")).fill("第三条");
  await page.getByLabel(t("regulation:edit.first_day")).fill("2026-01-01");
  await page.getByLabel(t("regulation:edit.note")).fill("提高用房标准");
  await preview.click();
  await page.getByText(t("regulation:problem.loosens", { in_force: 4.5 })).waitFor();
  expect(await value.inputValue()).toBe("4");
  await value.fill("4.8");
  await preview.click();
  const changes = page.getByRole("table", { name: t("regulation:edit.changes") });
  await changes.getByText("4.8").waitFor();
  await page.getByRole("button", { name: t("regulation:edit.save") }).click();
  await page.getByText(t("regulation:edit.saved")).waitFor();

  const county = await arrive(world.other.email("planner"));
  await county.page.goto("/rules/compare?a=quality-2017&b=quality-2017%40national");
  const values = county.page.getByRole("table", { name: t("regulation:compare.values") });
  const row = values.getByRole("row").filter({ hasText: t("regulation:param.R4.standard.primary") });
  expect(await row.getByRole("cell").allInnerTexts()).toEqual(["4.8", "4.5"]);
});

/** Puts a range on the clipboard of the cell under the hand, as a spreadsheet program would. */
const paste = ({ page }: Visitor, text: string): Promise<void> =>
  page.locator(".entry__input").evaluate((field, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test("returns are typed, pasted and undone by keyboard in the grid, saved as a version, and each cell tells its history", async () => {
  const planner = await arrive(world.other.email("planner"));
  const { page, t } = planner;
  await page.goto("/data/entry?view=teachers", { waitUntil: "networkidle" });
  const cell = (line: number, place: number): Locator => page.locator(`tr[data-line="${line}"] td[data-place="${place}"]`);
  const shown = async (line: number, place: number): Promise<string> => ((await cell(line, place).textContent()) ?? "").trim();
  const says = (text: string): Promise<void> => page.locator(".entry__state").getByText(text).waitFor();
  await says(t("entry:state.stored"));
  const [before, beside] = [await shown(0, 3), await shown(1, 3)];

  // A word that is no figure is named while it is typed, and taken back.
  await cell(0, 3).click();
  await page.keyboard.type("12人");
  await page.locator(".entry__problem").waitFor();
  await page.keyboard.press("Escape");
  // Full-width digits; Enter goes down, so that the next cell is the one below.
  await page.keyboard.type("１２");
  await page.keyboard.press("Enter");
  await page.locator('tr[data-line="1"] td.entry__cell--active').waitFor();
  await says(t("entry:state.unsaved", { count: 1 }));

  // A range of which one cell cannot be read changes nothing.
  await paste(planner, "9\t9\n9\tneun\n");
  const dialog = page.getByRole("dialog", { name: t("entry:paste.title") });
  await dialog.waitFor();
  await dialog.getByRole("button", { name: t("common:action.cancel") }).click();
  expect(await shown(1, 4)).not.toBe("9");
  await cell(1, 3).click();
  await paste(planner, "9\t9\n9\t9\n");
  await says(t("entry:state.unsaved", { count: 5 }));
  await page.keyboard.press("Control+z");
  await says(t("entry:state.unsaved", { count: 1 }));
  expect(await shown(2, 3)).not.toBe("9");
  expect(await page.locator(".entry__input").inputValue()).toBe(beside);

  // A range goes to a spreadsheet and comes back; digits of full width are the figures they are.
  await planner.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await cell(1, 3).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const cells = [[beside, await shown(1, 4)], await Promise.all([shown(2, 3), shown(2, 4)])];
  expect(copied.split("\n").map((line) => line.split("\t"))).toEqual(cells);
  await page.evaluate(() => navigator.clipboard.writeText("１３\t１，０１４\r\n"));
  await cell(1, 3).click();
  await page.keyboard.press("Control+v");
  await says(t("entry:state.unsaved", { count: 3 }));
  await page.keyboard.press("Control+z");
  await says(t("entry:state.unsaved", { count: 1 }));

  await page.keyboard.press("Control+s");
  await says(t("entry:state.saved"));
  await page.getByText(`-2 版`).first().waitFor();
  await cell(0, 3).click();
  await page.getByRole("link", { name: t("entry:history.title") }).click();
  await page.getByText(`${before} → 12`).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(planner.complaints).toEqual([]);
});
